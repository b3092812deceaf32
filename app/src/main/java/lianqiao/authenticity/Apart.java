package lianqiao.authenticity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Texts that were taken out of a group, and from which texts they are kept apart: the group of the one must never hold the other. */
final class Apart {
    private final Map<Long, Set<Long>> pairs = new HashMap<>();
    private final Set<Long> takenOut = new HashSet<>();

    void keep(long takenOut, long from) {
        this.takenOut.add(takenOut);
        pairs.computeIfAbsent(takenOut, _ -> new HashSet<>()).add(from);
        pairs.computeIfAbsent(from, _ -> new HashSet<>()).add(takenOut);
    }

    /** Nobody is folded with a text that was taken out, or it would draw others away from the group it left. */
    boolean isTakenOut(long key) {
        return takenOut.contains(key);
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    Set<Long> from(long key) {
        return pairs.getOrDefault(key, Set.of());
    }
}

package lianqiao.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What cosignatures say about the times in entries: an entry that a checkpoint does not yet contain is not older than the
 * time a witness saw that checkpoint, and one that it contains is not younger. Backdating an answer is caught here. Cases
 * taken over from an earlier system say so in their first entry; the steps that follow soon carry the times of then, and
 * are only looked at from the other side. Not thread-safe; entries are handed in by their order.
 */
public final class EntryTimes {
    /** So many cases may be taken over at once; what an imported case does long after its import is looked at like all else. */
    private static final int IMPORTED_AT_ONCE = 10_000;

    private final List<Kept> bySize = new ArrayList<>();
    private final long tolerance;
    private final Map<String, Boolean> imported = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > IMPORTED_AT_ONCE;
        }
    };

    /** @param tolerance seconds an entry may have waited before it was sequenced, and clocks may differ */
    public EntryTimes(Collection<Kept> kept, long tolerance) {
        kept.stream().filter(one -> one.seenAt().isPresent()).sorted(Comparator.comparingLong(one -> one.checkpoint().size())).forEach(bySize::add);
        this.tolerance = tolerance;
    }

    /** Whether no cosignature says anything about times. */
    public boolean isEmpty() {
        return bySize.isEmpty();
    }

    /** Compares the time an entry claims with the cosignatures around its index. */
    public Optional<Finding> check(long index, LeafText leaf) {
        if (leaf.imported()) imported.put(leaf.caseNumber(), true);
        boolean mayBeOld = imported.containsKey(leaf.caseNumber());
        for (var kept : bySize) {
            long seen = kept.seenAt().getAsLong();
            if (kept.checkpoint().size() <= index && leaf.time() < seen - tolerance && !mayBeOld) {
                return Optional.of(new Finding(Means.ENTRY_TIME, "entry " + index + " claims to be older than " + kept.name() + ", which does not contain it"));
            }
            if (kept.checkpoint().size() > index && leaf.time() > seen + tolerance) {
                return Optional.of(new Finding(Means.ENTRY_TIME, "entry " + index + " claims to be younger than " + kept.name() + ", which contains it"));
            }
        }
        return Optional.empty();
    }
}

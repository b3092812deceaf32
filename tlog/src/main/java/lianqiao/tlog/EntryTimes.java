package lianqiao.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What cosignatures say about the times in entries: an entry that a checkpoint does not yet contain is not older than the
 * time a witness saw that checkpoint, and one that it contains is not younger. Backdating an answer is caught here.
 * Immutable and thread-safe.
 */
public final class EntryTimes {
    private final List<Kept> bySize = new ArrayList<>();
    private final long tolerance;

    /** @param tolerance seconds an entry may have waited before it was sequenced, and clocks may differ */
    public EntryTimes(Collection<Kept> kept, long tolerance) {
        kept.stream().filter(one -> one.seenAt().isPresent()).sorted(Comparator.comparingLong(one -> one.checkpoint().size())).forEach(bySize::add);
        this.tolerance = tolerance;
    }

    /** Whether no cosignature says anything about times. */
    public boolean isEmpty() {
        return bySize.isEmpty();
    }

    /** Compares the time an entry claims, in seconds since 1970, with the cosignatures around its index. */
    public Optional<Finding> check(long index, long time) {
        for (var kept : bySize) {
            long seen = kept.seenAt().getAsLong();
            if (kept.checkpoint().size() <= index && time < seen - tolerance) {
                return Optional.of(new Finding(Means.ENTRY_TIME, "entry " + index + " claims to be older than " + kept.name() + ", which does not contain it"));
            }
            if (kept.checkpoint().size() > index && time > seen + tolerance) {
                return Optional.of(new Finding(Means.ENTRY_TIME, "entry " + index + " claims to be younger than " + kept.name() + ", which contains it"));
            }
        }
        return Optional.empty();
    }
}

package lianqiao.transparency;

import java.time.Instant;

/**
 * Compares the newest entries with their events and the published files at every run, and a further stretch of all older ones
 * in turn. A difference breaks the run off, so that it stands on the page of jobs and in the log until it is looked into.
 */
public final class CompareEventsWithTheLog {
    static final long NEWEST = 1_024;
    static final long FURTHER = 4_096;

    private final Comparison comparison;
    private long next;

    public CompareEventsWithTheLog(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The public log and the events say different things. */
    static final class EventsDifferFromTheLog extends RuntimeException {
        private static final long serialVersionUID = 1;

        EventsDifferFromTheLog(Comparison.Difference difference) {
            super(difference.toString());
        }
    }

    public void run(Instant now) {
        long size = comparison.published().orElse(0);
        compare(Math.max(0, size - NEWEST), size);
        if (next >= size) next = 0;
        long upTo = Math.min(size, next + FURTHER);
        compare(next, upTo);
        next = upTo;
    }

    private void compare(long from, long to) {
        comparison.first(from, to).ifPresent(difference -> { throw new EventsDifferFromTheLog(difference); });
    }
}

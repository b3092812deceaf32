package lianqiao.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Public;

/**
 * The clock of a case: when it began, how long it may run, what was added, and when it stood still. Immutable.
 * Everything in it is told on the case's page.
 *
 * @param extensions in the unit of the limit
 * @param pauses in order of time, not overlapping, none before the start; only the last may still last
 */
public record Clock(Instant start, TimeLimit limit, List<TimeLimit> extensions, List<Pause> pauses) implements Public {
    public Clock {
        extensions = List.copyOf(extensions);
        pauses = List.copyOf(pauses);
        for (var extension : extensions) checkUnit(limit, extension);
        checkOrder(start, pauses);
    }

    /** A clock that begins to run now, without extension or pause. */
    public static Clock startedAt(Instant start, TimeLimit limit) {
        return new Clock(start, limit, List.of(), List.of());
    }

    /**
     * Stops the clock. A clock that stands still already stays as it is. A moment before the last change, as two
     * machines with slightly different clocks may produce, counts as the moment of that change.
     */
    public Clock pausedAt(Instant now) {
        if (isPaused()) return this;
        var longer = new ArrayList<>(pauses);
        longer.add(new Pause(latest(now, lastChange()), null));
        return new Clock(start, limit, extensions, longer);
    }

    /** Lets the clock run again; a running clock stays as it is. A moment before the pause began counts as its beginning. */
    public Clock resumedAt(Instant now) {
        if (!isPaused()) return this;
        var open = pauses.getLast();
        var ended = new ArrayList<>(pauses.subList(0, pauses.size() - 1));
        ended.add(new Pause(open.from(), latest(now, open.from())));
        return new Clock(start, limit, extensions, ended);
    }

    /** Adds time. A limit in another unit is refused with an {@link IllegalArgumentException}. */
    public Clock extendedBy(TimeLimit more) {
        var longer = new ArrayList<>(extensions);
        longer.add(more);
        return new Clock(start, limit, longer, pauses);
    }

    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.getLast().isOpen();
    }

    /** The limit with all its extensions, in the limit's unit. */
    public int total() {
        return limit.amount() + extensions.stream().mapToInt(TimeLimit::amount).sum();
    }

    private Instant lastChange() {
        return pauses.isEmpty() ? start : pauses.getLast().endAsOf(start);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void checkUnit(TimeLimit limit, TimeLimit extension) {
        if (limit.getClass() != extension.getClass())
            throw new IllegalArgumentException(limit.format() + " cannot be extended by " + extension.format());
    }

    private static void checkOrder(Instant start, List<Pause> pauses) {
        Instant earliest = start;
        for (var pause : pauses) {
            if (earliest == null || pause.from().isBefore(earliest))
                throw new IllegalArgumentException("pauses overlap, are out of order, or begin before the clock");
            earliest = pause.until();
        }
    }
}

package lianqiao.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The one engine that turns a clock and a calendar into a date.
 *
 * <p>Limits in days: day zero is the day the clock began, day one the next working (or calendar) day, and the work is
 * late only when the nth day is over. Of a pause, the day of asking counts and the day of the reply does not. A
 * clock that stands still cannot run out: after a question asked on the last day, the day of the reply is the last, or
 * the next working day if that is a day off. Limits in hours run around the clock and every
 * pause is added exactly. Working-day rule and vectors: the yearly holiday notices. Stateless and thread-safe.
 */
public final class Deadlines {
    /** An explanation shows at most this many days: beyond it, days in the middle are left out, seen as a jump in the dates. */
    public static final int MOST_LINES = 120;

    private Deadlines() {}

    /** The deadline as it stands now; while the clock stands still, as if it ran again from now on. */
    public static Deadline of(Clock clock, WorkingCalendar calendar, Instant now) {
        if (clock.limit() instanceof Hours) return new HourWalk(clock, calendar, now).deadline();
        return new DayWalk(clock, calendar, now).tell(line -> {});
    }

    /**
     * The same deadline day by day, from day zero ({@link DayKind#START}) to the last day ({@link DayKind#LAST}); at
     * most {@link #MOST_LINES} lines.
     */
    public static List<DayLine> explain(Clock clock, WorkingCalendar calendar, Instant now) {
        var lines = new ArrayList<DayLine>();
        if (clock.limit() instanceof Hours) new HourWalk(clock, calendar, now).tell(lines::add);
        else new DayWalk(clock, calendar, now).tell(lines::add);
        if (lines.size() > MOST_LINES) lines.subList(MOST_LINES / 2, lines.size() - MOST_LINES / 2).clear();
        return List.copyOf(lines);
    }

    /** The end of the nth working day after the day of {@code from}; with {@code n} = 0 the end of that day itself. */
    public static Instant addWorkingDays(Instant from, int n, WorkingCalendar calendar) {
        checkCount(n);
        var day = calendar.dateOf(from);
        for (int i = 0; i < n; i++) day = calendar.workingDayAfter(day);
        return calendar.endOf(day);
    }

    /**
     * The start of the nth working day before the last day of {@code due}; with {@code n} = 0 the start of that last
     * day. A reminder of one working day for a case due by the end of Thursday comes when Wednesday begins.
     */
    public static Instant workingDaysBefore(Instant due, int n, WorkingCalendar calendar) {
        checkCount(n);
        var day = calendar.dateOf(due.minusNanos(1));
        for (int i = 0; i < n; i++) day = calendar.workingDayBefore(day);
        return calendar.startOf(day);
    }

    /**
     * How many working days come after today up to the last day: 0 on the last day itself, and once it has passed,
     * minus the number of working days since, at least one. Counting stops at 1,000 either way.
     */
    public static int workingDaysLeft(Deadline deadline, WorkingCalendar calendar, Instant now) {
        var today = calendar.dateOf(now);
        if (!deadline.passedAt(now)) return workingDays(today, deadline.lastDay(), calendar);
        return -Math.max(1, workingDays(deadline.lastDay(), today, calendar));
    }

    /** Working days after the first date, up to and including the second. */
    private static int workingDays(LocalDate after, LocalDate through, WorkingCalendar calendar) {
        int count = 0;
        for (var day = after.plusDays(1); !day.isAfter(through) && count < 1_000; day = day.plusDays(1))
            if (calendar.isWorkingDay(day)) count++;
        return count;
    }

    private static void checkCount(int n) {
        if (n < 0 || n > 1_000) throw new IllegalArgumentException("working days must be 0 to 1,000, not " + n);
    }
}

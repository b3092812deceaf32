package lianqiao.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts a limit in days by walking from day zero to the last day. The date and its explanation come from this one
 * walk, and pauses are measured in the same days as the limit, so the three cannot disagree. For one use, one thread.
 */
final class DayWalk {
    /** Days after {@code after}, up to and including {@code through}. */
    private record Span(LocalDate after, LocalDate through) {
        boolean holds(LocalDate day) {
            return day.isAfter(after) && !day.isAfter(through);
        }
    }

    private final WorkingCalendar calendar;
    private final LocalDate dayZero;
    private final boolean inWorkingDays;
    private final int total;
    private final List<Span> still;
    private int count;
    private boolean provisional;

    DayWalk(Clock clock, WorkingCalendar calendar, Instant now) {
        this.calendar = calendar;
        dayZero = calendar.dateOf(clock.start());
        inWorkingDays = clock.limit() instanceof WorkingDays;
        total = clock.total();
        still = clock.pauses().stream()
                .map(p -> new Span(calendar.dateOf(p.from()), calendar.dateOf(p.endAsOf(now)))).toList();
    }

    /** Walks once, tells every day including day zero and the last, and returns the deadline. */
    Deadline tell(Consumer<DayLine> listener) {
        listener.accept(line(dayZero, DayKind.START));
        var day = dayZero.plusDays(1);
        while (!endsOn(day)) {
            listener.accept(line(day, kindOf(day)));
            day = day.plusDays(1);
        }
        listener.accept(line(day, DayKind.LAST));
        return new Deadline(calendar.endOf(day), day, provisional);
    }

    /** Counts the day if it counts, and says whether the limit ends with it. */
    private boolean endsOn(LocalDate day) {
        boolean working = calendar.isWorkingDay(day);
        if (count < total && !standsStill(day)) {
            if (inWorkingDays) relyOn(day);
            if (working || !inWorkingDays) count++;
        }
        if (count < total || standsStill(day.plusDays(1))) return false;   // a clock that stands still cannot run out
        if (!inWorkingDays && !calendar.lastDayMoves()) return true;
        relyOn(day);
        return working;
    }

    private void relyOn(LocalDate day) {
        if (!calendar.isSettled(day)) provisional = true;
    }

    private DayKind kindOf(LocalDate day) {
        boolean offMatters = inWorkingDays || count == total;
        if (offMatters && !calendar.isWorkingDay(day))
            return calendar.named(day).isPresent() ? DayKind.HOLIDAY : DayKind.WEEKEND;
        if (standsStill(day)) return DayKind.PAUSED;
        return inWorkingDays && WorkingCalendar.isWeekend(day) ? DayKind.MAKE_UP : DayKind.COUNTED;
    }

    private boolean standsStill(LocalDate day) {
        for (var span : still) if (span.holds(day)) return true;
        return false;
    }

    private DayLine line(LocalDate day, DayKind kind) {
        return new DayLine(day, kind, count, calendar.named(day).map(NamedDay::name).orElse(null));
    }
}

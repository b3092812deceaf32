package lianqiao.calendar;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Counts a limit in hours around the clock: every pause that began in time is added to the millisecond. */
final class HourWalk {
    private final Clock clock;
    private final WorkingCalendar calendar;
    private final Instant now;

    HourWalk(Clock clock, WorkingCalendar calendar, Instant now) {
        this.clock = clock;
        this.calendar = calendar;
        this.now = now;
    }

    Deadline deadline() {
        var due = clock.start().plus(clock.total(), HOURS);
        for (var pause : clock.pauses()) {
            if (!pause.from().isBefore(due)) break;
            due = due.plus(Duration.between(pause.from(), pause.endAsOf(now)));
        }
        return new Deadline(due, calendar.dateOf(due.minusNanos(1)), false);
    }

    void tell(Consumer<DayLine> listener) {
        var deadline = deadline();
        var day = calendar.dateOf(clock.start());
        listener.accept(line(day, DayKind.START, 0));
        for (; day.isBefore(deadline.lastDay()); day = day.plusDays(1)) {
            if (day.equals(calendar.dateOf(clock.start()))) continue;
            boolean ran = used(calendar.endOf(day)).compareTo(used(calendar.startOf(day))) > 0;
            listener.accept(line(day, ran ? DayKind.COUNTED : DayKind.PAUSED, (int) used(calendar.endOf(day)).toHours()));
        }
        listener.accept(line(deadline.lastDay(), DayKind.LAST, clock.total()));
    }

    /** The time the clock has run from its start to the given instant. */
    private Duration used(Instant instant) {
        var used = Duration.between(clock.start(), instant);
        for (var pause : clock.pauses()) used = used.minus(overlap(pause, instant));
        return used;
    }

    private Duration overlap(Pause pause, Instant instant) {
        var end = pause.endAsOf(now).isBefore(instant) ? pause.endAsOf(now) : instant;
        return end.isAfter(pause.from()) ? Duration.between(pause.from(), end) : Duration.ZERO;
    }

    private DayLine line(LocalDate day, DayKind kind, int count) {
        return new DayLine(day, kind, count, calendar.named(day).map(NamedDay::name).orElse(null));
    }
}

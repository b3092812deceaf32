package lianqiao.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import lianqiao.base.Public;

/**
 * When a clock runs out.
 *
 * @param due the first instant that is late: for limits in days the midnight after the last day
 * @param lastDay the last day on which the work is in time, in the calendar's zone
 * @param provisional whether a holiday notice still to come may move the date
 */
public record Deadline(Instant due, LocalDate lastDay, boolean provisional) implements Public {
    public boolean passedAt(Instant now) {
        return !now.isBefore(due);
    }

    /** The time until {@link #due}; negative once it has passed. */
    public Duration timeLeft(Instant now) {
        return Duration.between(now, due);
    }
}

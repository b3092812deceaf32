package lianqiao.calendar;

import java.time.LocalDate;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * One day in the explanation of a date.
 *
 * @param count how much of the limit is used at the end of this day, in the limit's unit
 * @param name what the notice calls the day, null if it does not name it
 */
public record DayLine(LocalDate date, DayKind kind, int count, @Nullable String name) implements Public {}

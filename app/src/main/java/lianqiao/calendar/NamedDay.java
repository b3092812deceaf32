package lianqiao.calendar;

import java.time.LocalDate;
import lianqiao.base.Public;

/** A day that a holiday notice names: a day off, or ({@code dayOff} false) a day of work that makes up for one. */
public record NamedDay(LocalDate date, String name, boolean dayOff) implements Public {
    public NamedDay {
        if (name.isBlank()) throw new IllegalArgumentException("a named day needs a name: " + date);
    }
}

package lianqiao.calendar;

import java.util.regex.Pattern;
import lianqiao.base.Public;

/** How long something may take, written {@code 5wd} (working days), {@code 15d} (calendar days) or {@code 24h} (hours). */
public sealed interface TimeLimit extends Public permits WorkingDays, CalendarDays, Hours {

    /** The number of units: working days, calendar days or hours. */
    int amount();

    /** The text form; {@link #parse} reads it back. */
    String format();

    /** Reads the text form; anything else, or a number out of range, is refused with an {@link IllegalArgumentException}. */
    static TimeLimit parse(String text) {
        var match = Pattern.compile("(\\d{1,5})(wd|d|h)").matcher(text.strip());
        if (!match.matches()) throw new IllegalArgumentException("not a time limit (5wd, 15d or 24h): " + text);
        int amount = Integer.parseInt(match.group(1));
        return switch (match.group(2)) {
            case "wd" -> new WorkingDays(amount);
            case "d" -> new CalendarDays(amount);
            default -> new Hours(amount);
        };
    }
}

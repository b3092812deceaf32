package lianqiao.offices;

import java.util.regex.Pattern;
import lianqiao.base.Public;
import lianqiao.base.Text;

/**
 * Something residents can write about (事项), as they would call it. {@code keywords} are separated by spaces, in both
 * languages. {@code limit} is the time limit as calendar reads it: {@code 5wd} working days, {@code 15d} calendar days,
 * {@code 24h} hours around the clock. {@code emergency} services are shown with the emergency lines. A service that is
 * not {@code active} cannot be chosen any more; old cases keep it.
 */
public record Service(ServiceCode code, Text group, Text name, Text description, String keywords, String limit,
                      boolean emergency, boolean active) implements Public {
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}(wd|d|h)");

    /** Whether the limit has the shape calendar can read. */
    public boolean hasReadableLimit() {
        return LIMIT.matcher(limit).matches();
    }
}

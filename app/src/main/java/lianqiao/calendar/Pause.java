package lianqiao.calendar;

import java.time.Instant;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clock stands still because the resident was asked something.
 *
 * @param until when it ended, not before {@code from}; null while it lasts
 */
public record Pause(Instant from, @Nullable Instant until) implements Public {
    public Pause {
        if (until != null && until.isBefore(from)) throw new IllegalArgumentException("a pause cannot end before it begins");
    }

    boolean isOpen() {
        return until == null;
    }

    /** The end of this pause as known now: an open pause lasts until now, but never ends before it began. */
    Instant endAsOf(Instant now) {
        if (until != null) return until;
        return now.isBefore(from) ? from : now;
    }
}

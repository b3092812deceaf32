package lianqiao.insight;

import java.time.Duration;
import java.time.Instant;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, as far as an issue wants to know.
 *
 * @param answered whether there is an answer
 * @param overdue clock running, date passed
 * @param confirmed closed on the resident's word
 * @param settledAt when it was closed, null while it is open
 */
public record Fate(boolean answered, boolean overdue, boolean confirmed, @Nullable Instant settledAt) implements Public {
    /** What nobody has dealt with yet, and what has no clock. */
    public static final Fate OPEN = new Fate(false, false, false, null);
    private static final double HALF_DAYS = 30;
    private static final double HALF_DAYS_CONFIRMED = 7;

    public boolean isOpen() {
        return settledAt == null;
    }

    /** How much it still weighs: 1 while it is open, then half as much after thirty days, after seven when residents confirmed that it is solved. */
    double weightAt(Instant now) {
        if (settledAt == null || now.isBefore(settledAt)) return 1;
        double days = Duration.between(settledAt, now).toSeconds() / 86_400.0;
        return Math.pow(2, -days / (confirmed ? HALF_DAYS_CONFIRMED : HALF_DAYS));
    }
}

package lianqiao.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import lianqiao.cases.Cases;
import lianqiao.cases.Figures;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The figures, counted at most once in {@link #FRESH} and meanwhile kept: over a million cases a count takes a second,
 * and no reader waits for it but the very first. Thread-safe.
 */
@Component
final class Counts {
    static final Duration FRESH = Duration.ofSeconds(60);

    private final Cases cases;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile @Nullable Figures known;

    Counts(Cases cases) {
        this.cases = cases;
    }

    /** The figures as they stood at most a little more than {@link #FRESH} before now. */
    Figures figures(Instant now) {
        var before = known;
        if (before == null) return first(now);
        if (before.at().plus(FRESH).isBefore(now) && counting.compareAndSet(false, true)) Thread.startVirtualThread(() -> again(now));
        return before;
    }

    private synchronized Figures first(Instant now) {
        var before = known;
        if (before != null) return before;
        var counted = cases.count(now);
        known = counted;
        return counted;
    }

    private void again(Instant now) {
        try {
            known = cases.count(now);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Counts.class).warn("the figures could not be counted: {}", e.getClass().getSimpleName());
        } finally {
            counting.set(false);
        }
    }
}

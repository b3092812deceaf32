package lianqiao.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the figures of this node fresh, so that no reader waits for a count over all cases. Thread-safe. */
public final class CountCases {
    private final Cases cases;
    private volatile @Nullable Figures last;

    public CountCases(Cases cases) {
        this.cases = cases;
    }

    public void run(Instant now) {
        count(now);
    }

    /** What was counted last, {@link Figures#at} says when; counted now if nothing was. */
    public Figures latest(Instant now) {
        var known = last;
        return known != null ? known : first(now);
    }

    private synchronized Figures first(Instant now) {
        var known = last;
        return known != null ? known : count(now);
    }

    private synchronized Figures count(Instant now) {
        var counted = cases.count(now);
        last = counted;
        return counted;
    }
}

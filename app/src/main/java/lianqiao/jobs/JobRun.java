package lianqiao.jobs;

import java.time.Duration;
import java.time.Instant;
import lianqiao.base.Public;

/**
 * How the last run of a job went.
 *
 * @param node which node ran it
 * @param done false when it broke off; it is tried again at {@code next}
 * @param fault the kind of fault, for the operator; empty when done
 * @param next when it is due again
 */
public record JobRun(String job, String node, Instant started, Instant ended, boolean done, String fault, Instant next) implements Public {
    /** Runs of the same outcome are noted twice a minute, and another node needs half a minute to take a job over. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** Whether it should have run again by now: it hangs, or no node runs it. */
    public boolean isOverdueAt(Instant now) {
        return now.isAfter(next.plus(GRACE));
    }
}

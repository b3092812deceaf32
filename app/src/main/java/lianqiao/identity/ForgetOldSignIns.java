package lianqiao.identity;

import java.time.Duration;
import java.time.Instant;
import lianqiao.store.Database;

/** Forgets sessions that are over and what was on its way to one. Broken off anywhere, the next run does the rest. */
public final class ForgetOldSignIns {
    /** As long as it must be known how often an address was written to. */
    private static final Duration A_DAY = Duration.ofDays(1);
    private final OpenSessions sessions;
    private final AttemptStore attempts;

    public ForgetOldSignIns(Database database, OpenSessions sessions) {
        this.sessions = sessions;
        attempts = new AttemptStore(database);
    }

    public void run(Instant now) {
        sessions.drop(now);
        attempts.drop(now, now.minus(A_DAY));
    }
}

package lianqiao.identity;

import java.time.Instant;

/** Forgets sessions that are over. Broken off anywhere, the next run does the rest. */
public final class ForgetOldSignIns {
    private final OpenSessions sessions;

    public ForgetOldSignIns(OpenSessions sessions) {
        this.sessions = sessions;
    }

    public void run(Instant now) {
        sessions.drop(now);
    }
}

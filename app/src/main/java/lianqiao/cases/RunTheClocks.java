package lianqiao.cases;

import java.time.Instant;

/** Does what is due: reminders, the ladder, call-backs, closings by rule. Catches up however long nobody called. */
public final class RunTheClocks {
    private static final int AT_A_TIME = 200;
    /** One run ends after so many portions; the next goes on. */
    private static final int MOST_PORTIONS = 500;

    private final Cases cases;

    public RunTheClocks(Cases cases) {
        this.cases = cases;
    }

    public void run(Instant now) {
        for (int portion = 0; portion < MOST_PORTIONS; portion++) if (cases.runClocks(now, AT_A_TIME) < AT_A_TIME) return;
    }
}

package lianqiao.authenticity;

import java.time.Instant;
import lianqiao.store.Database;

/** Forgets which checks were used once they would have expired anyway. In portions; broken off anywhere, the next run goes on. */
public final class DropUsedChecks {
    private static final int AT_ONCE = 5_000;
    private static final int MOST_TURNS = 100;

    private final UsedStore used;

    public DropUsedChecks(Database database) {
        this.used = new UsedStore(database);
    }

    public void run(Instant now) {
        int turns = 0;
        while (turns++ < MOST_TURNS && used.dropExpired(now, AT_ONCE) == AT_ONCE) continue;
    }
}

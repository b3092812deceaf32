package lianqiao.cases;

import java.time.Instant;
import lianqiao.privacy.Details;
import lianqiao.store.Database;

/**
 * Goes through all cases once after the rules for personal details have changed, or after an upgrade from a version that
 * had none, and masks what is public by the rules of today. Where it has come stands in the database: stopped half-way, it
 * goes on there. When it is done it costs one small query.
 */
public final class MaskTextsAnew {
    private static final int AT_ONCE = 100;
    private static final int MOST_TURNS = 100;

    private final Cases cases;
    private final MaskingStore store;

    public MaskTextsAnew(Database database, Cases cases) {
        this.cases = cases;
        this.store = new MaskingStore(database);
    }

    public void run(Instant now) {
        var came = store.cameTo(Details.RULES);
        for (int turn = 0; turn < MOST_TURNS && !came.done(); turn++) {
            var last = cases.maskAnew(came.upTo(), AT_ONCE, now);
            came = new MaskingStore.Came(last.map(number -> number.text()).orElse(came.upTo()), last.isEmpty());
            store.note(Details.RULES, came);
        }
    }
}

package lianqiao.insight;

import java.time.Instant;

/** Reads what has come for sentences that propose something. */
public final class FindProposals {
    private static final int AT_ONCE = 500;
    private static final int MOST_TURNS = 40;
    private final Suggestions suggestions;

    public FindProposals(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** Catches up, by twenty thousand texts at most. */
    public void run(Instant now) {
        for (int turn = 0; turn < MOST_TURNS && suggestions.read(AT_ONCE) == AT_ONCE; turn++) continue;
    }
}

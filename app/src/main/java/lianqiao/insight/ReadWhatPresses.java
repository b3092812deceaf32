package lianqiao.insight;

import java.time.Instant;

/** Reads the words of what has come, so that danger stands in front within seconds. */
public final class ReadWhatPresses {
    private static final int AT_ONCE = 500;
    private static final int MOST_TURNS = 40;
    private final Pressing pressing;

    public ReadWhatPresses(Pressing pressing) {
        this.pressing = pressing;
    }

    /** Catches up, by twenty thousand texts at most. */
    public void run(Instant now) {
        for (int turn = 0; turn < MOST_TURNS && pressing.read(AT_ONCE) == AT_ONCE; turn++) continue;
    }
}

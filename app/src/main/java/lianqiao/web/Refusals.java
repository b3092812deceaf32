package lianqiao.web;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Tells the log that something was refused which anybody can do as often as they like: the first time, the second, the fourth and so on, each
 * with how often it was since the start. Whoever does it a million times writes twenty lines. Thread-safe.
 */
public final class Refusals {
    private final Logger log;
    private final String what;
    private final AtomicLong count = new AtomicLong();

    /** @param what was refused, without a word of whoever sent it */
    public Refusals(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** It happened once more. */
    public void note() {
        long times = count.incrementAndGet();
        if (Long.bitCount(times) == 1) log.info("refused: {} ({} since the start)", what, times);
    }
}

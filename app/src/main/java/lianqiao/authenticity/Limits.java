package lianqiao.authenticity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts against the limits, on this node and in memory only. What is counted is blinded at the door with the key of the
 * day: no address, contact or number of a case is kept, and none could be found again. At midnight (UTC) the key changes
 * and every count begins anew. Thread-safe.
 */
public final class Limits {
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
    private static final Duration QUIET = Duration.ofHours(1);
    private final Map<Limit, Instant> told = new EnumMap<>(Limit.class);
    private final IntSupplier percent;
    private final DayKey key = new DayKey();
    private final Counters counters = new Counters();

    /** @param percent how far the scaled limits are raised or lowered, asked each time; 100 as they stand in the table, 0 none at all */
    public Limits(IntSupplier percent) {
        this.percent = percent;
    }

    /**
     * Where the next one would stand; counts nothing.
     *
     * @param what the address, the contact as it is kept, the number or the login, as {@link Limit#per} says; for the installation anything
     */
    public synchronized Verdict look(Limit limit, String what, Instant now) {
        return look(limit, blinded(limit, what, now), now);
    }

    /** Counts one, unless it is over the limit. Gives where it stands, itself not counted yet. */
    public synchronized Verdict count(Limit limit, String what, Instant now) {
        long name = blinded(limit, what, now);
        var verdict = look(limit, name, now);
        if (verdict instanceof Verdict.Over) tellOnce(limit, now);
        boolean counts = !(verdict instanceof Verdict.Over) || limit.beyond() == Limit.Beyond.CHECK_FOR_ALL;
        if (counts && !isOff(limit)) counters.add(name, now.toEpochMilli(), scaled(limit, limit.most()));
        return verdict;
    }

    /** That a limit was reached, once an hour: whoever floods the doors does not flood the log. Nobody is named, because nobody is known. */
    private void tellOnce(Limit limit, Instant now) {
        var last = told.put(limit, now);
        if (last != null && last.plus(QUIET).isAfter(now)) told.put(limit, last);
        else LOG.warn("a limit was reached: {}, {} in {}", limit, scaled(limit, limit.most()), limit.window());
    }

    /** Forgets what was counted, as when a right answer followed wrong ones. */
    public synchronized void forget(Limit limit, String what, Instant now) {
        counters.forget(blinded(limit, what, now));
    }

    /** How many names are counted at the moment. */
    synchronized int names() {
        return counters.names();
    }

    private Verdict look(Limit limit, long name, Instant now) {
        if (isOff(limit)) return new Verdict.Free();
        int most = scaled(limit, limit.most());
        long window = limit.window().toMillis();
        int count = counters.count(name, now.toEpochMilli() - window);
        if (count >= most) return over(counters.oldestOf(name, most) + window - now.toEpochMilli());
        return count >= scaled(limit, limit.near()) ? new Verdict.Near() : new Verdict.Free();
    }

    private static Verdict over(long millis) {
        return new Verdict.Over(Duration.ofSeconds(Math.max(1, Math.ceilDiv(millis, 1000))));
    }

    /** No scaled limit is ever so low that nobody gets through. */
    private int scaled(Limit limit, int number) {
        return limit.isScaled() ? Math.clamp((long) number * percent.getAsInt() / 100, 1, Integer.MAX_VALUE) : number;
    }

    private boolean isOff(Limit limit) {
        return limit.isScaled() && percent.getAsInt() == 0;
    }

    private long blinded(Limit limit, String what, Instant now) {
        if (key.isRenewed(now)) counters.forgetAll();
        return key.blinded(limit, switch (limit.per()) {
            case PREFIX -> Prefix.of(what);
            case INSTALLATION -> new byte[0];
            case CONTACT, CASE, LOGIN -> what.getBytes(StandardCharsets.UTF_8);
        });
    }
}

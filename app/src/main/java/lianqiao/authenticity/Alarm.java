package lianqiao.authenticity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Asks everybody for the check while a flood comes from thousands of addresses, or while an operator says so. Nobody is
 * refused, and since when it has been so stands on the public page. All nodes follow within seconds. Thread-safe.
 */
public final class Alarm {
    static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int MOST_SHOWN = 50;

    private final Limits limits;
    private final AlarmStore store;
    private Instant looked = Instant.MIN;
    private Optional<Time> open = Optional.empty();

    /** Why everybody is asked. */
    public enum Cause { FLOOD, OPERATOR }

    /**
     * A time in which everybody was asked.
     *
     * @param begunBy the officer's login, none when the flood itself began it
     * @param ended none while it lasts
     * @param endedBy none when it ended by itself
     */
    public record Time(Cause cause, Instant began, @Nullable String begunBy, @Nullable Instant ended, @Nullable String endedBy) {}

    public Alarm(Database database, Limits limits) {
        this.limits = limits;
        this.store = new AlarmStore(database);
    }

    /** Somebody wants to file something; whether it is taken is another matter. Call it once for each try. */
    public void arrived(Instant now) {
        if (!(limits.count(Limit.NEW_CASE_EVERYWHERE, "", now) instanceof Verdict.Over)) return;
        synchronized (this) {
            // Written at most every few seconds, however many come.
            if (isFresh(now) && open.isPresent()) return;
            store.begin(Cause.FLOOD, null, now);
            look(now);
        }
    }

    /** The time that lasts at this moment, as of a few seconds ago. */
    public synchronized Optional<Time> lasting(Instant now) {
        if (!isFresh(now)) look(now);
        return open;
    }

    /** An operator asks everybody for the check from now on, until somebody calls it off. */
    public synchronized void call(String officer, Instant now) {
        store.begin(Cause.OPERATOR, officer, now);
        look(now);
    }

    /** An officer calls it off; if the flood goes on, it comes back by itself. */
    public synchronized void callOff(String officer, Instant now) {
        store.end(officer, now);
        look(now);
    }

    /** The last of them, the newest first. */
    public List<Time> latest() {
        return store.latest(MOST_SHOWN);
    }

    /** Ends a time that a flood began and that is over; see {@link CallOffAlarmsThatAreOver}. */
    boolean callOffWhenQuiet(Instant now) {
        return store.endWhenQuiet(now.minus(QUIET), now);
    }

    private boolean isFresh(Instant now) {
        return !looked.isBefore(now.minus(LOOK_AGAIN)) && !looked.isAfter(now);
    }

    private void look(Instant now) {
        open = store.open();
        looked = now;
    }
}

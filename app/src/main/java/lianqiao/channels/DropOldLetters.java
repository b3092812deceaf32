package lianqiao.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import lianqiao.channels.mail.OutgoingDoor;
import lianqiao.store.Database;

/**
 * Drops what is known about letters whose time is over: the rows of those that were sent or need not be, the news that
 * letters were made of, and the copies a folder keeps. What reached nobody stays until somebody has seen to it; what
 * happened stands in the events. In small portions, up to 100,000 rows a run; broken off anywhere, the next run goes on.
 */
public final class DropOldLetters {
    /** Steps of the last two weeks may be read again and told (see {@link WriteNotices}): a row must outlive that. */
    public static final Duration SHORTEST = Duration.ofDays(30);
    private static final int AT_ONCE = 1_000;
    private static final int MOST_TURNS = 100;

    private final OutboxStore outbox;
    private final SubscriptionStore subscriptions;
    private final OutgoingDoor door;
    private final Duration kept;

    /** @param kept how long after a letter was settled; {@link #SHORTEST} or longer */
    public DropOldLetters(Database database, Outgoing outgoing, Duration kept) {
        if (kept.compareTo(SHORTEST) < 0) throw new IllegalArgumentException("letters must be kept for 30 days or longer");
        this.outbox = new OutboxStore(database);
        this.subscriptions = new SubscriptionStore(database);
        this.door = outgoing.door();
        this.kept = kept;
    }

    /** Drops what was settled before {@code now} less the time letters are kept. */
    public void run(Instant now) {
        var before = now.minus(kept);
        inPortions(() -> outbox.drop(before, AT_ONCE));
        inPortions(() -> subscriptions.dropNews(before, AT_ONCE));
        door.destroyCopies(before);
    }

    private static void inPortions(IntSupplier drop) {
        int turns = 0;
        while (turns++ < MOST_TURNS && drop.getAsInt() == AT_ONCE) continue;
    }
}

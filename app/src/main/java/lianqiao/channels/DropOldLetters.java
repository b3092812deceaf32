package lianqiao.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import lianqiao.channels.mail.OutgoingDoor;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Followers;

/**
 * Drops what is known about letters whose time is over: the rows of those that were sent or need not be, the news that
 * letters were made of, and the copies a folder keeps; copies that quote words which were withdrawn go at once. What reached nobody stays until somebody has seen to it; what
 * happened stands in the events. In small portions, up to 100,000 rows a run; broken off anywhere, the next run goes on.
 */
public final class DropOldLetters {
    /** Steps of the last two weeks may be read again and told (see {@link WriteNotices}): a row must outlive that. */
    public static final Duration SHORTEST = Duration.ofDays(30);
    private static final int AT_ONCE = 1_000;
    private static final int MOST_TURNS = 100;

    private static final String FOLLOWER = "copies of letters";
    private static final int EVENTS_AT_ONCE = 5_000;
    /** After these the texts that letters quoted are nobody's to read any more. */
    private static final Set<String> TAKEN_FROM_THE_PUBLIC = Set.of("WordsErased", "MadeConfidential");

    private final Followers followers;
    private final OutboxStore outbox;
    private final SubscriptionStore subscriptions;
    private final OutgoingDoor door;
    private final Duration kept;

    /** @param kept how long after a letter was settled; {@link #SHORTEST} or longer */
    public DropOldLetters(Database database, Outgoing outgoing, Duration kept) {
        if (kept.compareTo(SHORTEST) < 0) throw new IllegalArgumentException("letters must be kept for 30 days or longer");
        this.followers = new Followers(database);
        this.outbox = new OutboxStore(database);
        this.subscriptions = new SubscriptionStore(database);
        this.door = outgoing.door();
        this.kept = kept;
    }

    /** Drops what was settled before {@code now} less the time letters are kept. */
    public void run(Instant now) {
        var before = now.minus(kept);
        inPortions(AT_ONCE, () -> outbox.drop(before, AT_ONCE));
        inPortions(AT_ONCE, () -> subscriptions.dropNews(before, AT_ONCE));
        door.destroyCopies(before);
        inPortions(EVENTS_AT_ONCE, () -> followers.advance(FOLLOWER, EVENTS_AT_ONCE, this::destroyCopies));
    }

    private void destroyCopies(List<Event> events) {
        events.stream().filter(e -> TAKEN_FROM_THE_PUBLIC.contains(e.name())).map(Event::subject).distinct().forEach(door::destroyCopiesAbout);
    }

    private static void inPortions(int portion, IntSupplier drop) {
        int turns = 0;
        while (turns++ < MOST_TURNS && drop.getAsInt() == portion) continue;
    }
}

package lianqiao.store;

import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the events in one settled order and remembers how far each follower has come. An event is handed out only when
 * every transaction older than its own has ended, so nothing can slip in behind a follower's back. A follower may see
 * an event twice after a crash and must be harmless when run twice. Thread-safe; one follower runs once at a time.
 *
 * <p>The order is ({@code tx}, {@code position}), and it is for good: {@code tx} is the writing transaction's number plus
 * what {@code event_order} says, which grows when the database has come to a server that counts from the start again
 * ({@link #carryOn}); {@code position} tells the events of one transaction apart.
 */
public final class Followers {
    /** A restored history is left behind by whole rounds of this many, the range of a short transaction number, so that no place is met twice. */
    private static final long ROUND = 1L << 32;
    private static final String SETTLED = """
            tx < (select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + coalesce(max(ahead), 0))::text::xid8
                  from event_order where jurisdiction = ?)
            """;

    private final Database database;

    public Followers(Database database) {
        this.database = database;
    }

    /**
     * To be called at every start, before anything is written: sees whether the history comes from a server that had counted
     * further than this one has, as after restoring a dump, and if so lets what is written from now on come after it.
     *
     * @return whether it was so
     */
    public boolean carryOn() {
        var place = database.jurisdiction().code();
        return database.inTransaction(() -> {
            database.sql().sql("insert into event_order (jurisdiction, ahead) values (?, 0) on conflict do nothing").params(place).update();
            long ahead = database.sql().sql("select ahead from event_order where jurisdiction = ? for update").params(place).query(Long.class).single();
            // An event this server has written itself has a smaller number than the next one it will give.
            var foreign = database.sql().sql("""
                    select tx::text::bigint from events
                    where jurisdiction = ? and tx >= (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + ?)::text::xid8
                    order by events.tx desc limit 1""").params(place, ahead).query(Long.class).optional();
            foreign.ifPresent(last -> database.sql().sql("update event_order set ahead = ? where jurisdiction = ?")
                    .params((last / ROUND + 1) * ROUND, place).update());
            return foreign.isPresent();
        });
    }

    private record Placed(Event event, String tx, long position) {}

    /** A place in the settled order of the events: everything up to and including it is known. Compare only for equality. */
    public record Place(String tx, long position) {
        /** Before the first event. */
        public static final Place START = new Place("0", 0);
    }

    /** The next events of a follower that keeps its own place, and the place to go on from. */
    public record Next(List<Event> events, Place upTo) {}

    /**
     * Reads on from a place without noting anything: for a follower that keeps its place beside what it makes of the
     * events, as every node does with its own search index.
     *
     * @param most at most so many events, 1 or more
     */
    public Next read(Place from, int most) {
        var next = after(database.jurisdiction().code(), from.tx(), from.position(), most);
        var upTo = next.isEmpty() ? from : new Place(next.getLast().tx(), next.getLast().position());
        return new Next(next.stream().map(Placed::event).toList(), upTo);
    }

    /** The leaf of an event, for the public log. */
    public record SettledLeaf(String subject, int number, byte[] leaf, Place place) {}

    /** The leaves behind a place in the settled order, at most {@code most}; events without a leaf are passed over. */
    public List<SettledLeaf> leaves(Place from, int most) {
        var place = database.jurisdiction().code();
        return database.sql().sql("""
                select subject, number, leaf, tx::text as tx, position from events
                where jurisdiction = ? and (tx, position) > (?::xid8, ?) and leaf is not null and\s""" + SETTLED + """
                order by events.tx, events.position limit ?""")
                .params(place, from.tx(), from.position(), place, most)
                .query((row, i) -> new SettledLeaf(row.getString("subject"), row.getInt("number"), row.getBytes("leaf"),
                        new Place(row.getString("tx"), row.getLong("position")))).list();
    }

    /** The place of the last settled event: whoever reads the present state afterwards has missed nothing up to there. */
    public Place end() {
        return database.sql().sql("""
                select tx::text as tx, position from events
                where jurisdiction = ? and\s""" + SETTLED + """
                order by events.tx desc, events.position desc limit 1""")
                .params(database.jurisdiction().code(), database.jurisdiction().code())
                .query((row, i) -> new Place(row.getString("tx"), row.getLong("position"))).optional().orElse(Place.START);
    }

    /**
     * Hands the next events to a follower and notes how far it has come, in one transaction: if the consumer throws,
     * nothing is noted and the same events come again.
     *
     * @param most at most so many events, 1 or more
     * @return how many events were handed over; 0 when the follower is up to date or runs elsewhere
     */
    public int advance(String follower, int most, Consumer<List<Event>> consumer) {
        Integer count = database.inTransaction(() -> {
            var place = database.jurisdiction().code();
            database.sql().sql("""
                    insert into followers (jurisdiction, follower, tx, position) values (?, ?, '0', 0)
                    on conflict do nothing""").params(place, follower).update();
            var from = database.sql().sql("""
                    select tx::text as tx, position from followers
                    where jurisdiction = ? and follower = ? for update skip locked""")
                    .params(place, follower)
                    .query((row, i) -> new Object[] {row.getString("tx"), row.getLong("position")}).optional();
            if (from.isEmpty()) return 0;
            var next = after(place, (String) from.get()[0], (Long) from.get()[1], most);
            if (next.isEmpty()) return 0;
            consumer.accept(next.stream().map(Placed::event).toList());
            note(place, follower, next.getLast());
            return next.size();
        });
        return count == null ? 0 : count;
    }

    /** Whether that very event is here; not so when the database was put back to an earlier day. */
    public boolean holds(Place place) {
        return place.equals(Place.START) || database.sql()
                .sql("select count(*) from events where jurisdiction = ? and tx = ?::xid8 and position = ?")
                .params(database.jurisdiction().code(), place.tx(), place.position()).query(Integer.class).single() == 1;
    }

    /** The order names the table, for "order by tx" would mean the column of the answer, which is text: 1000 before 999, and no index. */
    private List<Placed> after(String place, String tx, long position, int most) {
        return database.sql().sql("""
                select subject, number, name, at, role, office, officer, facts::text as facts, tx::text as tx, position
                from events
                where jurisdiction = ? and (tx, position) > (?::xid8, ?) and\s""" + SETTLED + """
                order by events.tx, events.position limit ?""")
                .params(place, tx, position, place, most)
                .query((row, i) -> new Placed(Events.read(row), row.getString("tx"), row.getLong("position"))).list();
    }

    private void note(String place, String follower, Placed last) {
        database.sql().sql("update followers set tx = ?::xid8, position = ? where jurisdiction = ? and follower = ?")
                .params(last.tx(), last.position(), place, follower).update();
    }

    /** Sends a follower back to the first event, for example to rebuild an index. */
    public void restart(String follower) {
        database.sql().sql("update followers set tx = '0', position = 0 where jurisdiction = ? and follower = ?")
                .params(database.jurisdiction().code(), follower).update();
    }
}

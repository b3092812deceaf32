package lianqiao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A follower reads what happened in the order in which it happened, whatever becomes of the server's transaction numbers. */
class FollowersTest {
    private final TestDatabase town = TestDatabase.fresh();
    private final HikariDataSource owner = town.ownerSource();
    private final Events events = new Events(town.database());
    private final Followers followers = new Followers(town.database());

    @AfterEach void close() {
        owner.close();
        town.close();
    }

    /** An event as another server has left it, in a transaction of that number. */
    private void written(int number, String tx) {
        JdbcClient.create(owner).sql("""
                insert into events (jurisdiction, subject, number, name, at, role, facts, tx)
                values ('demo', 'lamp', ?, 'Seen', now(), 'CLOCK', '{}', ?::xid8)""").params(number, tx).update();
    }

    private void happens(int number) {
        town.database().inTransaction(() -> events.append(List.of(new Event("lamp", number, "Seen", Instant.EPOCH, "CLOCK", null, null, Map.of())), false, List.of()));
    }

    private List<Integer> read(String follower) {
        var seen = new ArrayList<Integer>();
        while (followers.advance(follower, 1, next -> next.forEach(e -> seen.add(e.number()))) > 0) assertEquals(seen.size(), seen.stream().distinct().count());
        return seen;
    }

    @Test void theTenthTransactionComesAfterTheNinth() {
        for (var tx : List.of("9", "10", "11")) written(Integer.parseInt(tx), tx);
        assertEquals("11", followers.end().tx());
        assertEquals(List.of(9, 10, 11), read("reader"));
    }

    @Test void anOrdinaryStartMovesNothing() {
        assertFalse(followers.carryOn(), "nothing has happened yet");
        happens(1);
        assertFalse(followers.carryOn());
        assertEquals("0", JdbcClient.create(owner).sql("select ahead::text from event_order").query(String.class).single());
        assertEquals(List.of(1), read("reader"));
    }

    @Test void aHistoryRestoredIntoANewServerIsReadToItsEndAndThenOn() {
        written(1, "7000000000");
        written(2, "7000000001");
        JdbcClient.create(owner).sql("insert into followers values ('demo', 'letters', '7000000000', 1)").update();
        assertEquals(List.of(), read("letters"), "the new server has not come so far: nothing seems settled");

        assertTrue(followers.carryOn());
        assertEquals("7000000001", followers.end().tx());
        happens(3);
        happens(4);
        assertEquals(List.of(2, 3, 4), read("letters"), "goes on where it stood");
        assertEquals(List.of(1, 2, 3, 4), read("index"), "a new reader gets all of it, the old first");
        var end = followers.end();
        assertTrue(Long.parseLong(end.tx()) > 2L << 32, "more than a round is left between the two servers: " + end);
        assertTrue(followers.holds(end));
        assertFalse(followers.carryOn(), "the next start finds everything in order");
    }

    @Test void aSecondMoveGoesOnBehindTheFirst() {
        written(1, "900");
        JdbcClient.create(owner).sql("insert into event_order values ('demo', 4294967296)").update();
        written(2, "4299967296");
        assertTrue(followers.carryOn());
        happens(3);
        assertEquals(List.of(1, 2, 3), read("reader"));
    }

    @Test void anotherPlacesHistoryIsNoReason() {
        JdbcClient.create(owner).sql("""
                insert into events (jurisdiction, subject, number, name, at, role, facts, tx)
                values ('elsewhere', 'lamp', 1, 'Seen', now(), 'CLOCK', '{}', '7000000000')""").update();
        assertFalse(followers.carryOn());
    }

    @Test void whatIsStillOpenHoldsBackWhatCameAfterItAlsoAfterAMove() throws Exception {
        written(1, "7000000000");
        followers.carryOn();
        try (var slow = owner.getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("""
                        insert into events (jurisdiction, subject, number, name, at, role, facts, tx)
                        select 'demo', 'lamp', 2, 'Seen', now(), 'CLOCK', '{}', (pg_current_xact_id()::text::bigint + ahead)::text::xid8 from event_order""");
            }
            happens(3);
            assertEquals(List.of(1), read("reader"));
            slow.commit();
        }
        assertEquals(List.of(2, 3), read("reader"));
    }
}

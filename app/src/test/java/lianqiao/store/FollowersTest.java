package lianqiao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A follower reads what happened in the order in which it happened, also when transaction numbers get one digit more. */
class FollowersTest {
    @Test void theTenthTransactionComesAfterTheNinth() {
        try (var town = TestDatabase.fresh(); var owner = town.ownerSource()) {
            for (var tx : List.of("9", "10", "11")) {
                JdbcClient.create(owner).sql("""
                        insert into events (jurisdiction, subject, number, name, at, role, facts, tx)
                        values ('demo', 'lamp', ?, 'Seen', now(), 'CLOCK', '{}', ?::xid8)""").params(Integer.parseInt(tx), tx).update();
            }
            var followers = new Followers(town.database());
            assertEquals("11", followers.end().tx());
            var seen = new ArrayList<Integer>();
            while (followers.advance("reader", 1, events -> events.forEach(e -> seen.add(e.number()))) > 0) assertEquals(seen.size(), seen.stream().distinct().count());
            assertEquals(List.of(9, 10, 11), seen);
        }
    }
}

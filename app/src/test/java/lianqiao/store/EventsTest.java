package lianqiao.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.store.Leaves.Leaf;
import lianqiao.store.Leaves.Written;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event is written together with its leaf; of the salts beside it, one can be forgotten and the others stay. */
class EventsTest {
    private static byte[] salt(int of) {
        var salt = new byte[Leaves.SALT_BYTES];
        java.util.Arrays.fill(salt, (byte) of);
        return salt;
    }

    @Test void aForgottenSaltIsGoneFromTheTableAndTheLeafStays() {
        try (var town = TestDatabase.fresh(); var owner = town.ownerSource()) {
            var seen = new java.util.concurrent.atomic.AtomicReference<Map<String, String>>();
            var events = new Events(town.database(), (event, confidential, written) -> {
                seen.set(written);
                return event.name().equals("Noted") ? null : new Leaf("leaf".getBytes(), Map.of("title", salt(1), "text", salt(2), "place", salt(3)));
            });
            var at = Instant.parse("2026-11-23T01:00:00Z");
            events.append(List.of(new Event("lamp", 1, "Seen", at, "CLOCK", null, null, Map.of())), false,
                    List.of(new Written(1, "text", "broken"), new Written(2, "text", "another entry's")));
            assertEquals(Map.of("text", "broken"), seen.get());
            events.append(List.of(new Event("lamp", 2, "Noted", at, "CLOCK", null, null, Map.of())), false, List.of());
            assertEquals(Set.of("place", "text", "title"), events.salts("lamp", 1).keySet());

            events.forgetSalts("lamp", 1, List.of("text", "photo-1"));
            events.forgetSalts("lamp", 1, List.of("text"));
            assertEquals(Set.of("place", "title"), events.salts("lamp", 1).keySet());
            assertArrayEquals(salt(1), events.salts("lamp", 1).get("title"));
            assertEquals(Map.of(), events.salts("lamp", 2));

            var rows = JdbcClient.create(owner);
            assertEquals(0, rows.sql("select count(*) from event_salts where position(decode(repeat('02', 32), 'hex') in salts) > 0").query(Integer.class).single());
            assertEquals(List.of("leaf", ""), rows.sql("select coalesce(convert_from(leaf, 'UTF8'), '') from events order by number").query(String.class).list());
        }
    }
}

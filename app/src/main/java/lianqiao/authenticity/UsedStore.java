package lianqiao.authenticity;

import java.time.Instant;
import java.time.ZoneOffset;
import lianqiao.store.Database;

/** Which checks have been used. A row is random bytes and a time, and goes when the check would have expired. */
final class UsedStore {
    private final Database database;
    private final String place;

    UsedStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    /** Whether nobody has used it before; from now on somebody has. */
    boolean first(byte[] id, Instant expires) {
        return database.sql().sql("insert into used_check (jurisdiction, id, expires_at) values (?, ?, ?) on conflict (jurisdiction, id) do nothing")
                .params(place, id, expires.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /** How many went, at most {@code most}. */
    int dropExpired(Instant now, int most) {
        return database.sql().sql("""
                delete from used_check where jurisdiction = :place and id in
                    (select id from used_check where jurisdiction = :place and expires_at < :now order by expires_at limit :most)""")
                .param("place", place).param("now", now.atOffset(ZoneOffset.UTC)).param("most", most).update();
    }
}

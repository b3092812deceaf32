package lianqiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows of sessions. */
final class SessionStore {
    private static final String OPEN = " and ended_at is null and last_used_at > ? and began_at > ?";
    private final Database database;
    private final String jurisdiction;

    SessionStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    void begin(String token, Session s) {
        database.sql().sql("""
                insert into open_session (jurisdiction, token, id, kind, whose, whole, way, device, began_at, last_used_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(jurisdiction, token, s.id(), s.kind().name(), s.whose(), s.whole(), s.way().name(), s.device(),
                        Timestamp.from(s.beganAt()), Timestamp.from(s.lastUsedAt())).update();
    }

    Optional<Session> find(Kind kind, String token, Instant now) {
        return database.sql().sql("select * from open_session where jurisdiction = ? and token = ? and kind = ?" + OPEN)
                .params(jurisdiction, token, kind.name(), idle(kind, now), longest(kind, now)).query((row, _) -> read(row)).optional();
    }

    List<Session> of(Kind kind, String whose, Instant now, int most) {
        return database.sql().sql("select * from open_session where jurisdiction = ? and kind = ? and whose = ?" + OPEN + " order by last_used_at desc limit ?")
                .params(jurisdiction, kind.name(), whose, idle(kind, now), longest(kind, now), most).query((row, _) -> read(row)).list();
    }

    void used(String token, Instant now) {
        database.sql().sql("update open_session set last_used_at = ? where jurisdiction = ? and token = ? and ended_at is null")
                .params(Timestamp.from(now), jurisdiction, token).update();
    }

    boolean end(String token, Instant now) {
        return database.sql().sql("update open_session set ended_at = ? where jurisdiction = ? and token = ? and ended_at is null")
                .params(Timestamp.from(now), jurisdiction, token).update() == 1;
    }

    /** Ends one of a person's, or all when none is named. */
    int end(Kind kind, String whose, @Nullable UUID only, Instant now) {
        return database.sql().sql("""
                update open_session set ended_at = ? where jurisdiction = ? and kind = ? and whose = ? and ended_at is null
                    and (?::uuid is null or id = ?::uuid)""")
                .params(Timestamp.from(now), jurisdiction, kind.name(), whose, only, only).update();
    }

    /** Those of these people who have a session. */
    Set<String> open(Kind kind, Collection<String> whose, Instant now) {
        return new HashSet<>(database.sql().sql("select distinct whose from open_session where jurisdiction = ? and kind = ? and whose = any (?)" + OPEN)
                .params(jurisdiction, kind.name(), whose.toArray(String[]::new), idle(kind, now), longest(kind, now)).query(String.class).list());
    }

    int drop(Instant before) {
        return database.sql().sql("delete from open_session where jurisdiction = ? and (last_used_at < ? or ended_at < ?)")
                .params(jurisdiction, Timestamp.from(before), Timestamp.from(before)).update();
    }

    private static Timestamp idle(Kind kind, Instant now) {
        return Timestamp.from(now.minus(kind.idle()));
    }

    private static Timestamp longest(Kind kind, Instant now) {
        return Timestamp.from(now.minus(kind.longest()));
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")), row.getString("whose"), row.getBoolean("whole"),
                Way.valueOf(row.getString("way")), row.getString("device"), row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant());
    }
}

package lianqiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianqiao.base.Language;
import lianqiao.identity.Keys.Sealed;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows of tries to sign in. */
final class AttemptStore {
    private static final String OPEN = " and not used and until > ?";
    private final Database database;
    private final String jurisdiction;

    AttemptStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    /** @param address sealed for this try; null when it goes to no address or is over */
    record Attempt(UUID id, String purpose, @Nullable String lookup, @Nullable Sealed address, Language language, Instant askedAt, Instant until) {}

    /** How often something was sent to an address lately, and when last. */
    record Sent(int times, @Nullable Instant last) {}

    void add(String browser, Attempt a) {
        database.sql().sql("""
                insert into sign_in_attempt (jurisdiction, id, browser, purpose, lookup, key_id, sealed, language, asked_at, until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(jurisdiction, a.id(), browser, a.purpose(), a.lookup(), a.address() == null ? null : a.address().keyId(),
                        a.address() == null ? null : a.address().bytes(), a.language().name(), Timestamp.from(a.askedAt()), Timestamp.from(a.until())).update();
    }

    /** The latest one of this browser that is still open; earlier ones are worth nothing any more. */
    Optional<Attempt> latest(String browser, String purpose, Instant now) {
        return database.sql().sql("select * from sign_in_attempt where jurisdiction = ? and browser = ? and purpose = ? order by asked_at desc limit 1")
                .params(jurisdiction, browser, purpose).query((row, _) -> row.getBoolean("used") ? null : read(row)).optional()
                .filter(attempt -> attempt.until().isAfter(now));
    }

    /** Counts a guess before it is looked at; false when there were too many already. */
    boolean guess(UUID id, int most, Instant now) {
        return database.sql().sql("update sign_in_attempt set tries = tries + 1 where jurisdiction = ? and id = ? and tries < ?" + OPEN)
                .params(jurisdiction, id, most, Timestamp.from(now)).update() == 1;
    }

    /** True for one caller only; the address is gone from then on. */
    boolean use(UUID id, Instant now) {
        return database.sql().sql("update sign_in_attempt set used = true, sealed = null where jurisdiction = ? and id = ?" + OPEN)
                .params(jurisdiction, id, Timestamp.from(now)).update() == 1;
    }

    List<Attempt> open(Collection<UUID> ids, Instant now) {
        return database.sql().sql("select * from sign_in_attempt where jurisdiction = ? and id = any (?) and sealed is not null" + OPEN)
                .params(jurisdiction, ids.toArray(UUID[]::new), Timestamp.from(now)).query((row, _) -> read(row)).list();
    }

    Sent sent(String lookup, Instant since) {
        return database.sql().sql("select count(*) as times, max(asked_at) as last from sign_in_attempt where jurisdiction = ? and lookup = ? and asked_at > ?")
                .params(jurisdiction, lookup, Timestamp.from(since)).query((row, _) -> {
                    var last = row.getTimestamp("last");
                    return new Sent(row.getInt("times"), last == null ? null : last.toInstant());
                }).single();
    }

    /** Holds back others who would write to the same address at this moment, until the transaction ends. */
    void hold(String lookup) {
        database.sql().sql("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null").param(jurisdiction + " sign-in " + lookup).query(Boolean.class).single();
    }

    void drop(Instant unsealBefore, Instant before) {
        database.sql().sql("update sign_in_attempt set sealed = null where jurisdiction = ? and until < ? and sealed is not null")
                .params(jurisdiction, Timestamp.from(unsealBefore)).update();
        database.sql().sql("delete from sign_in_attempt where jurisdiction = ? and asked_at < ?").params(jurisdiction, Timestamp.from(before)).update();
    }

    private static Attempt read(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        return new Attempt(row.getObject("id", UUID.class), row.getString("purpose"), row.getString("lookup"),
                sealed == null ? null : new Sealed(row.getString("key_id"), sealed), Language.valueOf(row.getString("language")),
                row.getTimestamp("asked_at").toInstant(), row.getTimestamp("until").toInstant());
    }
}

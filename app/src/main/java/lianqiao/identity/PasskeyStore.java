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
import lianqiao.store.Database;

/** Rows of passkeys. */
final class PasskeyStore {
    private final Database database;
    private final String jurisdiction;

    PasskeyStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    /** @param credential the authenticator's name for it; {@code handle} ours for its owner; {@code publicPart} as the library writes it */
    record Row(String credential, Kind kind, String whose, byte[] handle, byte[] publicPart, long uses, Passkeys.Passkey shown) {}

    boolean add(Row row) {
        return database.sql().sql("""
                insert into passkey (jurisdiction, credential, id, kind, whose, handle, public_part, uses, device, added_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (jurisdiction, credential) do nothing""")
                .params(jurisdiction, row.credential(), row.shown().id(), row.kind().name(), row.whose(), row.handle(), row.publicPart(), row.uses(),
                        row.shown().device(), Timestamp.from(row.shown().addedAt())).update() == 1;
    }

    Optional<Row> find(String credential) {
        return database.sql().sql("select * from passkey where jurisdiction = ? and credential = ?").params(jurisdiction, credential)
                .query((row, _) -> read(row)).optional();
    }

    List<Row> of(Kind kind, String whose, int most) {
        return database.sql().sql("select * from passkey where jurisdiction = ? and kind = ? and whose = ? order by added_at limit ?")
                .params(jurisdiction, kind.name(), whose, most).query((row, _) -> read(row)).list();
    }

    /** False when its counter went back: then somebody has a copy of the authenticator, or this answer came twice. */
    boolean used(String credential, long uses, Instant now) {
        return database.sql().sql("update passkey set uses = ?, used_at = ? where jurisdiction = ? and credential = ? and (uses < ? or ? = 0 and uses = 0)")
                .params(uses, Timestamp.from(now), jurisdiction, credential, uses, uses).update() == 1;
    }

    boolean drop(Kind kind, String whose, UUID id) {
        return database.sql().sql("delete from passkey where jurisdiction = ? and kind = ? and whose = ? and id = ?")
                .params(jurisdiction, kind.name(), whose, id).update() == 1;
    }

    int drop(Kind kind, String whose) {
        return database.sql().sql("delete from passkey where jurisdiction = ? and kind = ? and whose = ?").params(jurisdiction, kind.name(), whose).update();
    }

    void move(Kind kind, String from, String to) {
        database.sql().sql("update passkey set whose = ? where jurisdiction = ? and kind = ? and whose = ?").params(to, jurisdiction, kind.name(), from).update();
    }

    Set<String> having(Kind kind, Collection<String> whose) {
        return new HashSet<>(database.sql().sql("select distinct whose from passkey where jurisdiction = ? and kind = ? and whose = any (?)")
                .params(jurisdiction, kind.name(), whose.toArray(String[]::new)).query(String.class).list());
    }

    private static Row read(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        var shown = new Passkeys.Passkey(row.getObject("id", UUID.class), row.getString("device"), row.getTimestamp("added_at").toInstant(),
                used == null ? null : used.toInstant());
        return new Row(row.getString("credential"), Kind.valueOf(row.getString("kind")), row.getString("whose"), row.getBytes("handle"),
                row.getBytes("public_part"), row.getLong("uses"), shown);
    }
}

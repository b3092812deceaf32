package lianqiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.identity.Keys.Sealed;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows of officers' logins, and recovery codes. */
final class LoginStore {
    private final Database database;
    private final String jurisdiction;

    LoginStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    /** A login as stored; {@code totp} is null until a second factor was confirmed. */
    record Row(String login, String password, boolean enabled, Instant passwordSince, @Nullable Sealed totp, long lastStep,
               @Nullable Sealed pending) {}

    Optional<Row> find(String login) {
        return database.sql().sql("select * from officer_login where jurisdiction = ? and login = ?").params(jurisdiction, login)
                .query((row, _) -> read(row)).optional();
    }

    List<Row> all(int most) {
        return database.sql().sql("select * from officer_login where jurisdiction = ? order by login limit ?").params(jurisdiction, most)
                .query((row, _) -> read(row)).list();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(row.getString("login"), row.getString("password"), row.getBoolean("enabled"),
                row.getTimestamp("password_since").toInstant(), sealed(row, "totp"), row.getLong("totp_last_step"), sealed(row, "pending"));
    }

    private static @Nullable Sealed sealed(ResultSet row, String name) throws SQLException {
        var bytes = row.getBytes(name + "_sealed");
        return bytes == null ? null : new Sealed(row.getString(name + "_key_id"), bytes);
    }

    boolean create(String login, String password, Instant now) {
        return database.sql().sql("""
                insert into officer_login (jurisdiction, login, password, password_since, enabled, totp_last_step)
                values (?, ?, ?, ?, true, 0) on conflict (jurisdiction, login) do nothing""")
                .params(jurisdiction, login, password, Timestamp.from(now)).update() == 1;
    }

    boolean setPassword(String login, String password, Instant now) {
        return database.sql().sql("update officer_login set password = ?, password_since = ? where jurisdiction = ? and login = ?")
                .params(password, Timestamp.from(now), jurisdiction, login).update() == 1;
    }

    boolean enable(String login, boolean enabled) {
        return database.sql().sql("update officer_login set enabled = ? where jurisdiction = ? and login = ?")
                .params(enabled, jurisdiction, login).update() == 1;
    }

    void setPending(String login, Sealed secret) {
        database.sql().sql("update officer_login set pending_key_id = ?, pending_sealed = ? where jurisdiction = ? and login = ?")
                .params(secret.keyId(), secret.bytes(), jurisdiction, login).update();
    }

    void setSecondFactor(String login, Sealed secret, long lastStep) {
        database.sql().sql("""
                update officer_login set totp_key_id = ?, totp_sealed = ?, totp_last_step = ?, pending_key_id = null, pending_sealed = null
                where jurisdiction = ? and login = ?""").params(secret.keyId(), secret.bytes(), lastStep, jurisdiction, login).update();
    }

    /** Those whose second factor is sealed with one of these keys. */
    List<Row> sealedWith(List<String> keyIds, int most) {
        return database.sql().sql("select * from officer_login where jurisdiction = ? and totp_key_id = any (?) order by login limit ?")
                .params(jurisdiction, keyIds.toArray(String[]::new), most).query((row, _) -> read(row)).list();
    }

    /** The same secrets under another key; one that was changed meanwhile stays as it is now. */
    void sealAgain(Map<Row, Sealed> secrets) {
        database.batch("update officer_login set totp_key_id = ?, totp_sealed = ? where jurisdiction = ? and login = ? and totp_sealed = ?",
                secrets.entrySet().stream().map(e -> new Object[] {e.getValue().keyId(), e.getValue().bytes(), jurisdiction, e.getKey().login(), e.getKey().totp().bytes()}).toList());
    }

    boolean clearSecondFactor(String login) {
        voidRecoveryCodes(login);
        return database.sql().sql("""
                update officer_login set totp_key_id = null, totp_sealed = null, pending_key_id = null, pending_sealed = null
                where jurisdiction = ? and login = ?""").params(jurisdiction, login).update() == 1;
    }

    /** True for one caller only, even when the same code arrives twice at once. */
    boolean useStep(String login, long step) {
        return database.sql().sql("update officer_login set totp_last_step = ? where jurisdiction = ? and login = ? and totp_last_step < ?")
                .params(step, jurisdiction, login, step).update() == 1;
    }

    void voidRecoveryCodes(String login) {
        database.sql().sql("update recovery_code set usable = false where jurisdiction = ? and login = ?").params(jurisdiction, login).update();
    }

    void addRecoveryCodes(String login, List<String> fingerprints) {
        database.batch("insert into recovery_code (jurisdiction, login, fingerprint, usable) values (?, ?, ?, true)",
                fingerprints.stream().map(fingerprint -> new Object[] {jurisdiction, login, fingerprint}).toList());
    }

    boolean useRecoveryCode(String login, String fingerprint) {
        return database.sql().sql("""
                update recovery_code set usable = false where jurisdiction = ? and login = ? and fingerprint = ? and usable""")
                .params(jurisdiction, login, fingerprint).update() == 1;
    }
}

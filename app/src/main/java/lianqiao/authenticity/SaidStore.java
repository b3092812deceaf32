package lianqiao.authenticity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.base.Contribution;
import lianqiao.store.Database;

/** Which contribution counts as which text. Holds no text and no name. */
final class SaidStore {
    private final Database database;
    private final String place;

    SaidStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    /** A contribution and the fold it is in. */
    record Placed(long key, long fold) {}

    /** The last that was taken in, 0 when there is none. */
    long lastKey() {
        return database.sql().sql("select coalesce(max(key), 0) from said where jurisdiction = ?").param(place).query(Long.class).single();
    }

    /** Those after a key and not older than that, by key. */
    List<Placed> after(long key, Instant since, int most) {
        return database.sql().sql("select key, fold from said where jurisdiction = ? and key > ? and at >= ? order by key limit ?")
                .params(place, key, since.atOffset(ZoneOffset.UTC), most).query(SaidStore::placed).list();
    }

    void add(List<Contribution> said, Map<Long, Long> folds) {
        database.batch("""
                insert into said (jurisdiction, key, reference, topic, voice, verified, assisted, area, service, at, fold)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                said.stream().map(one -> new Object[] {place, one.key(), one.reference(), one.window(), one.voice(), one.verified(), one.assisted(),
                        one.area(), one.service(), one.at().atOffset(ZoneOffset.UTC), folds.getOrDefault(one.key(), one.key())}).toList());
    }

    /** Whole folds that are one with another now. @param into the old name and the new one */
    void rename(Map<Long, Long> into) {
        database.batch("update said set fold = ? where jurisdiction = ? and fold = ?",
                into.entrySet().stream().map(one -> new Object[] {one.getValue(), place, one.getKey()}).toList());
    }

    /** Single texts that are in another fold now. */
    void move(Map<Long, Long> folds) {
        database.batch("update said set fold = ? where jurisdiction = ? and key = ?",
                folds.entrySet().stream().map(one -> new Object[] {one.getValue(), place, one.getKey()}).toList());
    }

    /** The same fold without one text; the oldest of the others gives it its name. Answers that name. */
    long nameWithout(long fold, long key) {
        var name = database.sql().sql("select min(key) from said where jurisdiction = ? and fold = ? and key <> ?").params(place, fold, key)
                .query(Long.class).optional().orElse(fold);
        if (name != fold) database.sql().sql("update said set fold = ? where jurisdiction = ? and fold = ? and key <> ?").params(name, place, fold, key).update();
        return name;
    }

    /** Every text of a fold stands alone again. */
    void scatter(long fold) {
        database.sql().sql("update said set fold = key where jurisdiction = ? and fold = ?").params(place, fold).update();
    }

    List<Placed> placed(Collection<Long> keys) {
        return database.sql().sql("select key, fold from said where jurisdiction = ? and key = any(?) order by key")
                .params(place, array(keys)).query(SaidStore::placed).list();
    }

    /** All texts of some folds, by key. */
    List<Placed> placedIn(Collection<Long> folds) {
        return database.sql().sql("select key, fold from said where jurisdiction = ? and fold = any(?) order by key")
                .params(place, array(folds)).query(SaidStore::placed).list();
    }

    /** For counting; what is not there is not counted. */
    List<Said> said(Collection<Long> keys, Labels labels) {
        return database.sql().sql("select key, voice, fold, verified from said where jurisdiction = ? and key = any(?)")
                .params(place, array(keys)).query((row, _) -> said(row, labels)).list();
    }

    List<Said> saidIn(long fold, Labels labels) {
        return database.sql().sql("select key, voice, fold, verified from said where jurisdiction = ? and fold = ?")
                .params(place, fold).query((row, _) -> said(row, labels)).list();
    }

    /** The texts of a fold after a key, by key. */
    List<Long> members(long fold, long after, int most) {
        return database.sql().sql("select key from said where jurisdiction = ? and fold = ? and key > ? order by key limit ?")
                .params(place, fold, after, most).query(Long.class).list();
    }

    /** All texts of a fold that are to be taken apart; a fold is at most as large as a window. */
    List<Long> all(long fold) {
        return database.sql().sql("select key from said where jurisdiction = ? and fold = ? order by key").params(place, fold).query(Long.class).list();
    }

    Optional<Placed> of(String reference) {
        return database.sql().sql("select key, fold from said where jurisdiction = ? and reference = ? order by key limit 1")
                .params(place, reference).query(SaidStore::placed).optional();
    }

    static Long[] array(Collection<Long> keys) {
        return keys.toArray(Long[]::new);
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        return new Placed(row.getLong("key"), row.getLong("fold"));
    }

    private static Said said(ResultSet row, Labels labels) throws SQLException {
        long fold = row.getLong("fold");
        return new Said(row.getLong("voice"), fold, row.getBoolean("verified"), labels.apart(row.getLong("key"), fold));
    }
}

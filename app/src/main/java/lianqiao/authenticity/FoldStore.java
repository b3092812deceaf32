package lianqiao.authenticity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.store.Database;

/** Why texts were folded and which were taken out, both appended and never changed; and each fold in figures. */
final class FoldStore {
    private static final String HEAD = "fold, medoid, topic, texts, persons, verified, strength, first_at, last_at";

    private final Database database;
    private final String place;

    FoldStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    /** Something that was appended, and its place in the order. For a fold {@code other} is the neighbour, for an undone one the text it stays apart from. */
    record Pair(long id, long key, long other) {}

    /** A kept fold and when it was made. */
    record Kept(Fold fold, Instant at) {}

    void add(Collection<Fold> folds, Instant now) {
        database.batch("""
                insert into fold_reason (jurisdiction, key, neighbour, version, bond, jaccard, containment, same_numbers, same_negations, medoid, to_medoid, folded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                folds.stream().map(f -> new Object[] {place, f.key(), f.neighbour(), f.version(), f.likeness().bond().name(), f.likeness().jaccard(), f.likeness().containment(),
                        f.likeness().sameNumbers(), f.likeness().sameNegations(), f.medoid(), f.toMedoid(), now.atOffset(ZoneOffset.UTC)}).toList());
    }

    /** Keeps texts apart from another for good. */
    void keepApart(Collection<Long> keys, long other, Instant now) {
        database.batch("insert into fold_apart (jurisdiction, key, other, at) values (?, ?, ?, ?)",
                keys.stream().map(key -> new Object[] {place, key, other, now.atOffset(ZoneOffset.UTC)}).toList());
    }

    /** Those that were appended after an entry and not longer ago than that. */
    List<Pair> apartAfter(long id, Instant since) {
        return database.sql().sql("select id, key, other from fold_apart where jurisdiction = ? and id > ? and at >= ? order by id")
                .params(place, id, since.atOffset(ZoneOffset.UTC)).query(FoldStore::pair).list();
    }

    /** Of these texts those that were ever taken out. */
    List<Long> takenOut(Collection<Long> keys) {
        return database.sql().sql("select distinct key from fold_apart where jurisdiction = ? and key = any(?)")
                .params(place, SaidStore.array(keys)).query(Long.class).list();
    }

    /** Texts that were folded because they share phrases, by the same measure. */
    List<Pair> recycledAfter(long id, Instant since) {
        return database.sql().sql("select id, key, neighbour as other from fold_reason where jurisdiction = ? and id > ? and folded_at >= ? and bond = 'RECYCLED' order by id")
                .params(place, id, since.atOffset(ZoneOffset.UTC)).query(FoldStore::pair).list();
    }

    /** Why each of these texts was folded, the last time for each. */
    List<Kept> reasons(Collection<Long> keys) {
        return database.sql().sql("""
                select distinct on (key) key, neighbour, version, bond, jaccard, containment, same_numbers, same_negations, medoid, to_medoid, folded_at
                from fold_reason where jurisdiction = ? and key = any(?) order by key, id desc""")
                .params(place, SaidStore.array(keys)).query(FoldStore::kept).list();
    }

    /** How the texts of a fold were bound, each by the last reason it has. */
    List<Folds.Binding> bindings(long fold) {
        return database.sql().sql("""
                select bond, count(*) as texts, min(jaccard) as least from (
                    select distinct on (r.key) r.bond, r.jaccard from said s join fold_reason r on r.jurisdiction = s.jurisdiction and r.key = s.key
                    where s.jurisdiction = ? and s.fold = ? order by r.key, r.id desc) as last
                group by bond order by bond""").params(place, fold)
                .query((row, _) -> new Folds.Binding(Bond.valueOf(row.getString("bond")), row.getInt("texts"), row.getDouble("least"))).list();
    }

    /** Counts these folds anew. @param medoids the middle of each, its name where none is known */
    void count(Collection<Long> folds, Map<Long, Long> medoids) {
        if (folds.isEmpty()) return;
        database.sql().sql("""
                with counted as (
                    select fold, (array_agg(topic order by key))[1] as topic, count(*) as texts, count(distinct voice) as persons,
                        count(distinct voice) filter (where verified) as verified, min(at) as first_at, max(at) as last_at
                    from said where jurisdiction = :place and fold = any(:folds) group by fold)
                insert into fold_head (jurisdiction, fold, medoid, topic, texts, persons, verified, strength, first_at, last_at)
                select :place, fold, fold, topic, texts, persons, verified, sqrt(verified + sqrt(persons - verified)), first_at, last_at from counted
                on conflict (jurisdiction, fold) do update set topic = excluded.topic, texts = excluded.texts, persons = excluded.persons,
                    verified = excluded.verified, strength = excluded.strength, first_at = excluded.first_at, last_at = excluded.last_at""")
                .param("place", place).param("folds", SaidStore.array(folds)).update();
        database.sql().sql("""
                update fold_head set texts = 0 where jurisdiction = :place and fold = any(:folds)
                    and not exists (select 1 from said where said.jurisdiction = :place and said.fold = fold_head.fold)""")
                .param("place", place).param("folds", SaidStore.array(folds)).update();
        for (var label : new ReviewStore(database).labels().all()) if (folds.contains(label.fold())) weigh(label.fold());
        database.batch("update fold_head set medoid = ? where jurisdiction = ? and fold = ?",
                medoids.entrySet().stream().map(one -> new Object[] {one.getValue(), place, one.getKey()}).toList());
    }

    /** People who are counted apart do not weigh; hardly any fold has such. */
    private void weigh(long fold) {
        var tally = Tally.of(new SaidStore(database).saidIn(fold, new ReviewStore(database).labels()));
        database.sql().sql("update fold_head set strength = ? where jurisdiction = ? and fold = ?").params((float) tally.strength(), place, fold).update();
    }

    Optional<Folded> head(long fold) {
        return database.sql().sql("select " + HEAD + " from fold_head where jurisdiction = ? and fold = ? and texts > 1")
                .params(place, fold).query(FoldStore::folded).optional();
    }

    /** The strongest first, behind this strength and name. */
    List<Folded> heads(double strength, long fold, int most) {
        return database.sql().sql("select " + HEAD + """
                 from fold_head where jurisdiction = ? and texts > 1 and (strength < ? or strength = ? and fold > ?)
                order by strength desc, fold limit ?""").params(place, (float) strength, (float) strength, fold, most).query(FoldStore::folded).list();
    }

    private static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(row.getLong("id"), row.getLong("key"), row.getLong("other"));
    }

    private static Folded folded(ResultSet row, int number) throws SQLException {
        return new Folded(row.getLong("fold"), row.getLong("medoid"), row.getString("topic"), row.getInt("texts"), row.getInt("persons"), row.getInt("verified"),
                row.getDouble("strength"), row.getTimestamp("first_at").toInstant(), row.getTimestamp("last_at").toInstant());
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var likeness = new Likeness(Bond.valueOf(row.getString("bond")), row.getDouble("jaccard"), row.getDouble("containment"),
                row.getBoolean("same_numbers"), row.getBoolean("same_negations"));
        return new Kept(new Fold(row.getInt("version"), row.getLong("key"), row.getLong("neighbour"), likeness, row.getLong("medoid"), row.getDouble("to_medoid")),
                row.getTimestamp("folded_at").toInstant());
    }
}

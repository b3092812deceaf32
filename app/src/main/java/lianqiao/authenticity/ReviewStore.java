package lianqiao.authenticity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lianqiao.authenticity.Decision.Kind;
import lianqiao.store.Database;

/** Requests for a review and what was decided about folds, both appended and never changed. */
final class ReviewStore {
    /** A label stands when it was confirmed and not lifted since. */
    private static final String STANDING = """
            d.kind = 'CONFIRM_APART' and not exists (select 1 from fold_decision l where l.jurisdiction = d.jurisdiction and l.about = d.about and l.kind = 'LIFT_APART')""";

    private final Database database;
    private final String place;

    ReviewStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    void ask(long fold, long key, boolean byAuthor, String words, Instant now) {
        database.sql().sql("insert into fold_review (jurisdiction, fold, key, by_author, words, asked_at) values (?, ?, ?, ?, ?, ?)")
                .params(place, fold, key, byAuthor, words, now.atOffset(ZoneOffset.UTC)).update();
    }

    /** @param review the one it answers, or 0; @param about the proposal it is about, or 0 */
    record Row(Kind kind, long fold, long key, long review, long about, long upTo, String reason, String officer) {}

    void decide(Row row, Instant now) {
        database.sql().sql("""
                insert into fold_decision (jurisdiction, kind, fold, key, review, about, up_to, reason, officer, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(place, row.kind().name(), row.fold(), row.key(), row.review(), row.about(), row.upTo(), row.reason(), row.officer(), now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Everything about what is in this fold today or was named like it, and about this very text, the oldest first. */
    List<Decision> about(long fold) {
        return database.sql().sql("""
                select id, kind, key, by_author, reason, at, standing from (
                    select r.id, 'ASKED' as kind, r.key, r.by_author, '' as reason, r.asked_at as at, false as standing, r.fold
                    from fold_review r where r.jurisdiction = :place
                    union all
                    select d.id, d.kind, d.key, false, d.reason, d.decided_at,\s""" + STANDING + """
                    , d.fold from fold_decision d where d.jurisdiction = :place) as entry
                where entry.key = :fold or entry.fold = :fold or entry.fold in (select key from said where jurisdiction = :place and fold = :fold)
                order by at, id limit 200""").param("place", place).param("fold", fold)
                .query((row, _) -> new Decision(row.getLong("id"), Kind.valueOf(row.getString("kind")), row.getLong("key"), row.getBoolean("by_author"),
                        row.getString("reason"), row.getTimestamp("at").toInstant(), row.getBoolean("standing"))).list();
    }

    List<Reviews.Request> open(int most) {
        return database.sql().sql("""
                select r.id, r.fold, r.key, r.by_author, r.words, r.asked_at from fold_review r
                where r.jurisdiction = ? and not exists (select 1 from fold_decision d where d.jurisdiction = r.jurisdiction and d.review = r.id)
                order by r.id limit ?""").params(place, most).query(ReviewStore::request).list();
    }

    /** Requests about what is in this fold that nobody has decided. */
    List<Reviews.Request> open(long fold) {
        return database.sql().sql("""
                select r.id, r.fold, r.key, r.by_author, r.words, r.asked_at from fold_review r
                where r.jurisdiction = :place and (r.fold = :fold or r.fold in (select key from said where jurisdiction = :place and fold = :fold))
                    and not exists (select 1 from fold_decision d where d.jurisdiction = r.jurisdiction and d.review = r.id)
                order by r.id limit 100""").param("place", place).param("fold", fold).query(ReviewStore::request).list();
    }

    /** A proposal and what became of it. */
    List<Reviews.Proposal> proposals(int most) {
        return database.sql().sql("""
                select d.id, d.fold, d.up_to, d.reason, d.officer, d.decided_at from fold_decision d
                where d.jurisdiction = ? and d.kind = 'PROPOSE_APART' and not exists (select 1 from fold_decision a where a.jurisdiction = d.jurisdiction and a.about = d.id)
                order by d.id limit ?""").params(place, most).query(ReviewStore::proposal).list();
    }

    Optional<Reviews.Proposal> proposal(long id) {
        return database.sql().sql("select id, fold, up_to, reason, officer, decided_at from fold_decision where jurisdiction = ? and id = ? and kind = 'PROPOSE_APART'")
                .params(place, id).query(ReviewStore::proposal).optional();
    }

    /** The proposal behind the label that stands on a fold. */
    Optional<Long> standing(long fold) {
        return database.sql().sql("select d.about from fold_decision d join said s on s.jurisdiction = d.jurisdiction and s.key = d.fold where d.jurisdiction = ? and s.fold = ? and "
                + STANDING + " order by d.id desc limit 1").params(place, fold).query(Long.class).optional();
    }

    boolean isDecided(long review, long about, boolean lifting) {
        return database.sql().sql("""
                select count(*) > 0 from fold_decision where jurisdiction = ? and (review > 0 and review = ? or about > 0 and about = ? and (kind = 'LIFT_APART') = ?)""")
                .params(place, review, about, lifting).query(Boolean.class).single();
    }

    Labels labels() {
        return new Labels(database.sql().sql("select s.fold, d.up_to from fold_decision d join said s on s.jurisdiction = d.jurisdiction and s.key = d.fold where d.jurisdiction = ? and " + STANDING)
                .params(place).query((row, _) -> new Labels.Label(row.getLong("fold"), row.getLong("up_to"))).list());
    }

    private static Reviews.Request request(ResultSet row, int number) throws SQLException {
        return new Reviews.Request(row.getLong("id"), row.getLong("fold"), row.getLong("key"), row.getBoolean("by_author"), row.getString("words"), row.getTimestamp("asked_at").toInstant());
    }

    private static Reviews.Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Reviews.Proposal(row.getLong("id"), row.getLong("fold"), row.getLong("up_to"), row.getString("reason"), row.getString("officer"), row.getTimestamp("decided_at").toInstant());
    }
}

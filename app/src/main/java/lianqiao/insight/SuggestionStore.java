package lianqiao.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import lianqiao.insight.Suggestions.Answer;
import lianqiao.store.Database;

/** Rows of sentences that propose something, and of what offices said to them. */
final class SuggestionStore {
    private final Database database;
    private final String place;

    SuggestionStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** A sentence of a contribution. */
    record Place(long key, int from, int to, Instant at) {}

    long readUpTo() {
        return database.sql().sql("select coalesce(max(up_to), 0) from proposal_read where jurisdiction = ?").param(place).query(Long.class).single();
    }

    void read(long upTo, long texts, List<Place> found) {
        database.inTransaction(() -> {
            database.batch("insert into proposal_found (jurisdiction, key, sentence_from, sentence_to, at) values (?, ?, ?, ?, ?) on conflict do nothing",
                    found.stream().map(one -> new Object[] {place, one.key(), one.from(), one.to(), at(one.at())}).toList());
            database.sql().sql("""
                    insert into proposal_read as r (jurisdiction, up_to, texts, found) values (?, ?, ?, ?)
                    on conflict (jurisdiction) do update set up_to = excluded.up_to, texts = r.texts + excluded.texts, found = r.found + excluded.found""")
                    .params(place, upTo, texts, found.size()).update();
        });
    }

    /** The newest, at most so many. */
    List<Place> newest(int most) {
        return database.sql().sql("select key, sentence_from, sentence_to, at from proposal_found where jurisdiction = ? order by at desc, key desc, sentence_from limit ?")
                .params(place, most).query((row, i) -> new Place(row.getLong(1), row.getInt(2), row.getInt(3), row.getObject(4, OffsetDateTime.class).toInstant())).list();
    }

    void answer(Answer answer, String mark, String officer) {
        database.sql().sql("""
                insert into proposal_answer (jurisdiction, key, sentence_from, at, reference, sentence_to, mark, taken_up, reason, office, officer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(place, answer.key(), answer.from(), at(answer.at()), answer.reference(), answer.to(), mark, answer.takenUp(), answer.reason(), answer.office(), officer).update();
    }

    List<Answer> answersTo(Collection<Long> keys) {
        return database.sql().sql("select * from proposal_answer where jurisdiction = ? and key = any (?) order by at desc").params(place, keys.toArray(Long[]::new))
                .query((row, i) -> answer(row)).list();
    }

    List<Answer> answers(Instant before, int most) {
        return database.sql().sql("select * from proposal_answer where jurisdiction = ? and at < ? order by at desc, key, sentence_from limit ?").params(place, at(before), most)
                .query((row, i) -> answer(row)).list();
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(row.getLong("key"), row.getString("reference"), row.getInt("sentence_from"), row.getInt("sentence_to"), row.getBoolean("taken_up"),
                row.getString("reason"), row.getString("office"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("mark"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

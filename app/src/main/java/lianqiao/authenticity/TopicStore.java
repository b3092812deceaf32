package lianqiao.authenticity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;

/** What was counted in each topic's window, and which parts of a text others wrote too. */
final class TopicStore {
    private final Database database;
    private final String place;

    TopicStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    /** A topic in which something came, or whose window has moved on, since it was counted. @param last its newest key; @param counted the one of last time, 0 for none */
    record Due(String topic, long last, long counted) {}

    List<Due> due(Instant since, Instant countedBefore, int most) {
        return database.sql().sql("""
                select s.topic, max(s.key) as last, coalesce(t.counted_key, 0) as counted from said s left join fold_topic t on t.jurisdiction = s.jurisdiction and t.topic = s.topic
                where s.jurisdiction = ? and s.at >= ?
                group by s.topic, t.counted_key, t.counted_at
                having t.counted_key is null or t.counted_key < max(s.key) or t.counted_at < ?
                order by s.topic limit ?""")
                .params(place, since.atOffset(ZoneOffset.UTC), countedBefore.atOffset(ZoneOffset.UTC), most)
                .query((row, _) -> new Due(row.getString("topic"), row.getLong("last"), row.getLong("counted"))).list();
    }

    /** A text of a window, where it is counted and what was found in it last time. */
    record Counted(long key, long voice, long fold, boolean verified, double share, int ofText) {}

    /** The newest of a window, oldest first. */
    List<Counted> window(String topic, Instant since, Instant until, int most) {
        return database.sql().sql("""
                select key, voice, fold, verified, share, of_text from said
                where jurisdiction = ? and topic = ? and at >= ? and at < ? order by at desc, key desc limit ?""")
                .params(place, topic, since.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most).query(TopicStore::counted).list().reversed();
    }

    /** What was found in a text now. @param ofText of which wording */
    record Found(long key, Coverage coverage, int ofText) {}

    void keep(List<Found> found) {
        database.batch("update said set share = ?, spans = ?, of_text = ? where jurisdiction = ? and key = ?",
                found.stream().map(one -> new Object[] {one.coverage().share(), Spans.written(one.coverage().spans()), one.ofText(), place, one.key()}).toList());
    }

    /** The parts that others wrote too, of those texts in which there is much of it. */
    List<Found> found(Collection<Long> keys) {
        return database.sql().sql("select key, share, spans, of_text from said where jurisdiction = ? and key = any(?) and spans <> ''")
                .params(place, SaidStore.array(keys))
                .query((row, _) -> new Found(row.getLong("key"), Spans.coverage(row.getDouble("share"), row.getString("spans")), row.getInt("of_text"))).list();
    }

    void count(String topic, long last, Tally tally, Instant now) {
        database.sql().sql("""
                insert into fold_topic (jurisdiction, topic, counted_key, counted_at, persons, verified, letters, own, apart, strength) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, topic) do update set counted_key = excluded.counted_key, counted_at = excluded.counted_at, persons = excluded.persons,
                    verified = excluded.verified, letters = excluded.letters, own = excluded.own, apart = excluded.apart, strength = excluded.strength""")
                .params(place, topic, last, now.atOffset(ZoneOffset.UTC), tally.persons(), tally.verified(), tally.letters(), tally.own(), tally.apart(), tally.strength()).update();
    }

    Optional<Tally> tally(String topic) {
        return database.sql().sql("select persons, verified, letters, own, apart, strength from fold_topic where jurisdiction = ? and topic = ?").params(place, topic)
                .query((row, _) -> new Tally(row.getInt("persons"), row.getInt("verified"), row.getInt("letters"), row.getInt("own"), row.getInt("apart"), row.getDouble("strength"))).optional();
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(row.getLong("key"), row.getLong("voice"), row.getLong("fold"), row.getBoolean("verified"), row.getDouble("share"), row.getInt("of_text"));
    }
}

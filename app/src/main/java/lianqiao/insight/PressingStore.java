package lianqiao.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lianqiao.base.Contribution;
import lianqiao.store.Database;

/** Rows of what the words of contributions say, and how far they were read. */
final class PressingStore {
    private final Database database;
    private final String place;

    PressingStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** The key up to which all were read; 0 before the first. */
    long readUpTo() {
        return database.sql().sql("select coalesce(max(up_to), 0) from urgency_read where jurisdiction = ?").param(place).query(Long.class).single();
    }

    void read(long upTo, long texts, Map<Contribution, Urgency> found) {
        database.inTransaction(() -> {
            database.batch("insert into urgency (jurisdiction, key, reference, tier, self_harm, vulnerable, signs, sentence_from, sentence_to, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                    found.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList());
            note(upTo, new Pressing.Read(texts, count(found, one -> one.tier() == Tier.NOW), count(found, one -> one.tier() == Tier.SOON),
                    count(found, Urgency::selfHarm), count(found, Urgency::vulnerable)));
        });
    }

    private static long count(Map<Contribution, Urgency> found, Predicate<Urgency> which) {
        return found.values().stream().filter(which).count();
    }

    private void note(long upTo, Pressing.Read more) {
        database.sql().sql("""
                insert into urgency_read as r (jurisdiction, up_to, texts, now, soon, self_harm, vulnerable) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction) do update set up_to = excluded.up_to, texts = r.texts + excluded.texts, now = r.now + excluded.now,
                    soon = r.soon + excluded.soon, self_harm = r.self_harm + excluded.self_harm, vulnerable = r.vulnerable + excluded.vulnerable""")
                .params(place, upTo, more.texts(), more.now(), more.soon(), more.selfHarm(), more.vulnerable()).update();
    }

    private Object[] row(Contribution said, Urgency found) {
        return new Object[] {place, said.key(), said.reference(), found.tier().name(), found.selfHarm(), found.vulnerable(), String.join("\n", found.signs()),
                found.from(), found.to(), OffsetDateTime.ofInstant(said.at(), ZoneOffset.UTC)};
    }

    /** References of the newest that cannot wait, since then. */
    List<String> pressing(Instant since, int most) {
        return database.sql().sql("select reference from urgency where jurisdiction = ? and (tier <> 'LATER' or self_harm) and at >= ? order by at desc, key desc limit ?")
                .params(place, OffsetDateTime.ofInstant(since, ZoneOffset.UTC), most).query(String.class).list();
    }

    Map<Long, Urgency> of(Collection<Long> keys) {
        var found = new HashMap<Long, Urgency>();
        database.sql().sql("select * from urgency where jurisdiction = ? and key = any (?)").params(place, keys.toArray(Long[]::new))
                .query(row -> { found.put(row.getLong("key"), urgency(row)); });
        return found;
    }

    Pressing.Read readSoFar() {
        return database.sql().sql("select texts, now, soon, self_harm, vulnerable from urgency_read where jurisdiction = ?").param(place)
                .query((row, i) -> new Pressing.Read(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))).optional()
                .orElse(new Pressing.Read(0, 0, 0, 0, 0));
    }

    private static Urgency urgency(ResultSet row) throws SQLException {
        var signs = row.getString("signs");
        return new Urgency(Tier.valueOf(row.getString("tier")), row.getBoolean("self_harm"), row.getBoolean("vulnerable"),
                signs.isEmpty() ? List.of() : Arrays.asList(signs.split("\n")), row.getInt("sentence_from"), row.getInt("sentence_to"));
    }
}

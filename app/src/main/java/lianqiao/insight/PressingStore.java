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
            database.sql().sql("""
                    insert into urgency_read as r (jurisdiction, up_to, texts) values (?, ?, ?)
                    on conflict (jurisdiction) do update set up_to = excluded.up_to, texts = r.texts + excluded.texts""").params(place, upTo, texts).update();
        });
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

    long texts() {
        return database.sql().sql("select coalesce(max(texts), 0) from urgency_read where jurisdiction = ?").param(place).query(Long.class).single();
    }

    private static Urgency urgency(ResultSet row) throws SQLException {
        var signs = row.getString("signs");
        return new Urgency(Tier.valueOf(row.getString("tier")), row.getBoolean("self_harm"), row.getBoolean("vulnerable"),
                signs.isEmpty() ? List.of() : Arrays.asList(signs.split("\n")), row.getInt("sentence_from"), row.getInt("sentence_to"));
    }
}

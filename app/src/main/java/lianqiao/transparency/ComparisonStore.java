package lianqiao.transparency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Leaves;
import lianqiao.tlog.Hash;
import lianqiao.transparency.Comparison.Difference;
import lianqiao.transparency.Comparison.What;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries of the log together with the events and salts they were made from. Changes nothing. */
final class ComparisonStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Database database;
    private final String place;

    ComparisonStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /**
     * One entry.
     *
     * @param subject empty for an entry that came back from the published files without its event
     * @param bytes the leaf; null when the event is gone or has none
     * @param event null when it is gone, or was never there
     */
    record Row(long index, Hash hash, String subject, int number, byte @Nullable [] bytes, @Nullable Event event, Map<String, byte[]> salts) {
        boolean isGone() {
            return event == null && !subject.isEmpty();
        }

        Difference differs(What what, String part) {
            return new Difference(what, index, subject, number, part);
        }
    }

    List<Row> rows(long from, long to) {
        return database.sql().sql("""
                select l.idx, l.hash, coalesce(l.subject, '') as subject, coalesce(l.number, 0) as number, coalesce(l.entry, e.leaf) as bytes,
                    e.name, e.at, e.role, e.office, e.officer, e.facts::text as facts, s.fields, s.salts
                from log_leaf l
                left join events e on e.jurisdiction = l.jurisdiction and e.subject = l.subject and e.number = l.number
                left join event_salts s on s.jurisdiction = l.jurisdiction and s.subject = l.subject and s.number = l.number
                where l.jurisdiction = ? and l.idx >= ? and l.idx < ? order by l.idx""")
                .params(place, from, to).query((row, i) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var event = row.getString("name") == null ? null : new Event(row.getString("subject"), row.getInt("number"), row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("role"), row.getString("office"), row.getString("officer"),
                JSON.readValue(row.getString("facts"), FACTS));
        return new Row(row.getLong("idx"), Hash.of(row.getBytes("hash")), row.getString("subject"), row.getInt("number"), row.getBytes("bytes"), event, salts(row));
    }

    private static Map<String, byte[]> salts(ResultSet row) throws SQLException {
        var salts = new HashMap<String, byte[]>();
        if (row.getArray("fields") == null) return salts;
        var names = (String[]) row.getArray("fields").getArray();
        var bytes = row.getBytes("salts");
        for (int i = 0; i < names.length; i++) salts.put(names[i], Arrays.copyOfRange(bytes, i * Leaves.SALT_BYTES, (i + 1) * Leaves.SALT_BYTES));
        return salts;
    }

    Optional<LogStore.Key> neverTakenUp() {
        return database.sql().sql("""
                select e.subject, e.number from events e
                join (select tx, position from log_checkpoint where jurisdiction = ? order by size desc limit 1) as head
                    on (e.tx, e.position) <= (head.tx, head.position)
                where e.jurisdiction = ? and e.leaf is not null and not exists (
                    select 1 from log_leaf l where l.jurisdiction = e.jurisdiction and l.subject = e.subject and l.number = e.number)
                limit 1""").params(place, place).query((row, i) -> new LogStore.Key(row.getString(1), row.getInt(2))).optional();
    }
}

package lianqiao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only history. Append inside the transaction that makes the change: then the change and its event happen
 * together or not at all. The database role of the program cannot update or delete what stands here. Thread-safe.
 */
public final class Events {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final String COLUMNS = "subject, number, name, at, role, office, officer, facts::text as facts";

    private final Database database;

    public Events(Database database) {
        this.database = database;
    }

    /**
     * Adds events.
     *
     * @throws DuplicateKeyException when the subject already has an event of that number: somebody else was faster
     */
    public void append(Collection<Event> events) {
        var rows = new ArrayList<Object[]>();
        for (var e : events) {
            rows.add(new Object[] {database.jurisdiction().code(), e.subject(), e.number(), e.name(),
                    OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC), e.role(), e.office(), e.officer(),
                    JSON.writeValueAsString(new TreeMap<>(e.facts())), database.jurisdiction().code()});
        }
        database.batch("""
                insert into events (jurisdiction, subject, number, name, at, role, office, officer, facts, tx)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, (pg_current_xact_id()::text::bigint + coalesce(max(ahead), 0))::text::xid8
                from event_order where jurisdiction = ?""", rows);
    }

    /** The whole history of one subject in order. */
    public List<Event> of(String subject) {
        return database.sql()
                .sql("select " + COLUMNS + " from events where jurisdiction = ? and subject = ? order by number")
                .params(database.jurisdiction().code(), subject)
                .query((row, i) -> read(row)).list();
    }

    static Event read(ResultSet row) throws SQLException {
        return new Event(row.getString("subject"), row.getInt("number"), row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("role"),
                row.getString("office"), row.getString("officer"), JSON.readValue(row.getString("facts"), FACTS));
    }
}

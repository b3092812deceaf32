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
import java.util.stream.Collectors;
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
    private final Leaves leaves;
    private final SaltStore salts;

    /** Events that the public log does not hold; for rooms that are tried out alone. */
    public Events(Database database) {
        this(database, Leaves.NONE);
    }

    /** @param leaves makes the leaf that is kept with each event for the public log */
    public Events(Database database, Leaves leaves) {
        this.database = database;
        this.leaves = leaves;
        this.salts = new SaltStore(database);
    }

    /**
     * Adds events, each with its leaf for the public log.
     *
     * @param confidential whether their subject is not public
     * @param written what people wrote in them
     * @throws DuplicateKeyException when the subject already has an event of that number: somebody else was faster
     */
    public void append(Collection<Event> events, boolean confidential, Collection<Leaves.Written> written) {
        var place = database.jurisdiction().code();
        var rows = new ArrayList<Object[]>();
        for (var e : events) {
            var leaf = leaves.of(e, confidential, in(e, written));
            rows.add(new Object[] {place, e.subject(), e.number(), e.name(), OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC), e.role(),
                    e.office(), e.officer(), JSON.writeValueAsString(new TreeMap<>(e.facts())), leaf == null ? null : leaf.entry(), place,
                    place, e.subject(), e.number(), SaltStore.names(leaf), SaltStore.bytes(leaf), leaf != null});
        }
        database.batch("""
                with event as (
                    insert into events (jurisdiction, subject, number, name, at, role, office, officer, facts, leaf, tx)
                    select ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::bytea, (pg_current_xact_id()::text::bigint + coalesce(max(ahead), 0))::text::xid8
                    from event_order where jurisdiction = ?)
                insert into event_salts (jurisdiction, subject, number, fields, salts)
                select ?, ?, ?, ?::text[], ?::bytea where ?""", rows);
    }

    private static Map<String, String> in(Event event, Collection<Leaves.Written> written) {
        return written.stream().filter(w -> w.number() == event.number()).collect(Collectors.toMap(Leaves.Written::field, Leaves.Written::value));
    }

    /** The whole history of one subject in order. */
    public List<Event> of(String subject) {
        return database.sql()
                .sql("select " + COLUMNS + " from events where jurisdiction = ? and subject = ? order by number")
                .params(database.jurisdiction().code(), subject)
                .query((row, i) -> read(row)).list();
    }

    /**
     * The salts of the commitments in the leaf of an event, by field, without those that were forgotten. Whoever has a text
     * and its salt can show that the log committed to the text.
     */
    public Map<String, byte[]> salts(String subject, int number) {
        return salts.of(subject, number);
    }

    /** The fields of each entry of a subject whose salts are still kept. */
    public Map<Integer, List<String>> salted(String subject) {
        return salts.fields(subject);
    }

    /**
     * Forgets the salts of these fields for good, so that nobody can try out texts against the log any more. Call it in
     * the transaction that erases the texts; copies in backups last as long as the backups do.
     */
    public void forgetSalts(String subject, int number, Collection<String> fields) {
        salts.forget(subject, number, fields);
    }

    static Event read(ResultSet row) throws SQLException {
        return new Event(row.getString("subject"), row.getInt("number"), row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("role"),
                row.getString("office"), row.getString("officer"), JSON.readValue(row.getString("facts"), FACTS));
    }
}

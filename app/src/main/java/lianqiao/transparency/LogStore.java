package lianqiao.transparency;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.store.Database;
import lianqiao.store.Followers.Place;
import lianqiao.store.Followers.SettledLeaf;
import lianqiao.tlog.Hash;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Tree;

/** The log's own tables. Nothing here changes or removes a row, and the database would not allow it. */
final class LogStore {
    /** Any number will do, as long as nobody else in the same database uses it. */
    private static final int LOCK = 7310;

    private final Database database;
    private final String place;

    LogStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** One entry of the log with its index. */
    record Entry(long index, byte[] bytes, Hash hash) {}

    /** An event, by subject and number. */
    record Key(String subject, int number) {}

    /** Takes the right to sequence until the transaction ends; false when another sequencer has it. */
    boolean lock() {
        return database.sql().sql("select pg_try_advisory_xact_lock(" + LOCK + ", hashtext(?))").params(place).query(Boolean.class).single();
    }

    /** Whether what is committed stays committed: a log must not sign on a database that may forget. */
    boolean isDurable() {
        return database.sql().sql("""
                select current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on'
                   and current_setting('synchronous_commit') <> 'off'""").query(Boolean.class).single();
    }

    Optional<Head> newest() {
        return database.sql().sql("""
                select size, edge, tx::text as tx, position, note, signed_at from log_checkpoint
                where jurisdiction = ? order by size desc limit 1""").params(place).query((row, i) -> head(row)).optional();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(Tree.of(row.getLong("size"), row.getBytes("edge")), new Place(row.getString("tx"), row.getLong("position")),
                SignedNote.read(row.getBytes("note")).orThrow(), row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

    /** The root of the checkpoint that was signed for that size; empty when none was. */
    Optional<Hash> rootAt(long size) {
        return database.sql().sql("select root from log_checkpoint where jurisdiction = ? and size = ?").params(place, size)
                .query((row, i) -> Hash.of(row.getBytes("root"))).optional();
    }

    /** The note of the checkpoint that was signed for that size, with every cosignature it has. */
    Optional<SignedNote> noteAt(long size) {
        var note = database.sql().sql("select note from log_checkpoint where jurisdiction = ? and size = ?").params(place, size)
                .query((row, i) -> SignedNote.read(row.getBytes("note")).orThrow()).optional();
        return note.map(signed -> {
            for (var line : lines(size).values()) signed = signed.with(line);
            return signed;
        });
    }

    /** Adds a checkpoint; fails when another follows the same one already. */
    void write(Head head, long follows) {
        database.sql().sql("""
                insert into log_checkpoint (jurisdiction, size, follows, root, edge, tx, position, note, signed_at)
                values (?, ?, ?, ?, ?, ?::xid8, ?, ?, ?)""")
                .params(place, head.size(), follows, head.root().bytes(), head.tree().edge(), head.place().tx(), head.place().position(),
                        head.note().encode(), OffsetDateTime.ofInstant(head.signedAt(), ZoneOffset.UTC)).update();
    }

    /** Those of these leaves that the log holds already, as after the database was put back. */
    Set<Key> taken(List<SettledLeaf> leaves) {
        var taken = new HashSet<Key>();
        if (leaves.isEmpty()) return taken;
        database.sql().sql("""
                select l.subject, l.number from unnest(?::text[], ?::integer[]) as w (subject, number)
                join log_leaf l on l.jurisdiction = ? and l.subject = w.subject and l.number = w.number""")
                .params(subjects(leaves), numbers(leaves), place)
                .query(row -> { taken.add(new Key(row.getString(1), row.getInt(2))); });
        return taken;
    }

    /**
     * Takes up leaves from an index on, in order. The hashes are computed by the database from the bytes it holds.
     *
     * @return the hashes as stored, in order
     */
    List<Hash> take(long from, List<SettledLeaf> leaves) {
        var indexes = new Long[leaves.size()];
        for (int i = 0; i < indexes.length; i++) indexes[i] = from + i;
        var hashes = new HashMap<Long, Hash>();
        database.sql().sql("""
                insert into log_leaf (jurisdiction, idx, subject, number, hash)
                select e.jurisdiction, w.idx, e.subject, e.number, sha256('\\x00'::bytea || e.leaf)
                from unnest(?::bigint[], ?::text[], ?::integer[]) as w (idx, subject, number)
                join events e on e.jurisdiction = ? and e.subject = w.subject and e.number = w.number
                returning idx, hash""")
                .params(indexes, subjects(leaves), numbers(leaves), place)
                .query(row -> { hashes.put(row.getLong("idx"), Hash.of(row.getBytes("hash"))); });
        var inOrder = new ArrayList<Hash>();
        for (var index : indexes) {
            if (!hashes.containsKey(index)) throw new IllegalStateException("leaf " + index + " was not stored");
            inOrder.add(hashes.get(index));
        }
        return inOrder;
    }

    private static String[] subjects(List<SettledLeaf> leaves) {
        return leaves.stream().map(SettledLeaf::subject).toArray(String[]::new);
    }

    private static Integer[] numbers(List<SettledLeaf> leaves) {
        return leaves.stream().map(SettledLeaf::number).toArray(Integer[]::new);
    }

    /** Brings back an entry from the published files: tied to its event where that still stands with the same bytes. */
    void bringBack(long index, byte[] entry, Optional<Key> event) {
        boolean there = event.isPresent() && database.sql().sql("""
                insert into log_leaf (jurisdiction, idx, subject, number, hash)
                select e.jurisdiction, ?, e.subject, e.number, sha256('\\x00'::bytea || e.leaf) from events e
                where e.jurisdiction = ? and e.subject = ? and e.number = ? and e.leaf = ?""")
                .params(index, place, event.get().subject(), event.get().number(), entry).update() == 1;
        if (!there) {
            database.sql().sql("insert into log_leaf (jurisdiction, idx, entry, hash) values (?, ?, ?, ?)")
                    .params(place, index, entry, Hash.ofLeaf(entry).bytes()).update();
        }
    }

    /** The entries from one index up to another, in order. */
    List<Entry> entries(long from, long to) {
        return database.sql().sql("""
                select l.idx, l.hash, coalesce(l.entry, e.leaf) as bytes from log_leaf l
                left join events e on e.jurisdiction = l.jurisdiction and e.subject = l.subject and e.number = l.number
                where l.jurisdiction = ? and l.idx >= ? and l.idx < ? order by l.idx""")
                .params(place, from, to)
                .query((row, i) -> new Entry(row.getLong("idx"), row.getBytes("bytes"), Hash.of(row.getBytes("hash")))).list();
    }

    /** Where the leaf of an event stands in the log; empty until it is taken up. */
    Optional<Entry> entry(String subject, int number) {
        return database.sql().sql("""
                select l.idx, l.hash, e.leaf from log_leaf l
                join events e on e.jurisdiction = l.jurisdiction and e.subject = l.subject and e.number = l.number
                where l.jurisdiction = ? and l.subject = ? and l.number = ?""")
                .params(place, subject, number)
                .query((row, i) -> new Entry(row.getLong("idx"), row.getBytes("leaf"), Hash.of(row.getBytes("hash")))).optional();
    }

    /** The leaf of an event, in the log or on its way there. */
    Optional<byte[]> leaf(String subject, int number) {
        return database.sql().sql("select leaf from events where jurisdiction = ? and subject = ? and number = ? and leaf is not null")
                .params(place, subject, number).query((row, i) -> row.getBytes("leaf")).optional();
    }

    /** How many entries came back from the published files without their events. */
    long broughtBack() {
        return database.sql().sql("select count(*) from log_leaf where jurisdiction = ? and subject is null").params(place).query(Long.class).single();
    }

    void cosigned(long size, String witness, long time, SignedNote.Line line) {
        database.sql().sql("insert into log_cosignature (jurisdiction, size, witness, time, line) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(place, size, witness, time, line.encode()).update();
    }

    /** The newest cosignature of each witness for a size, by the witness's key. */
    Map<String, SignedNote.Line> lines(long size) {
        var lines = new HashMap<String, SignedNote.Line>();
        database.sql().sql("select witness, line from log_cosignature where jurisdiction = ? and size = ? order by time")
                .params(place, size)
                .query(row -> { lines.put(row.getString(1), SignedNote.readLines(row.getString(2)).orThrow().getFirst()); });
        return lines;
    }

    /** The largest size that a witness has signed, as far as is known here; 0 when none. */
    long lastSigned(String witness) {
        return database.sql().sql("select coalesce(max(size), 0) from log_cosignature where jurisdiction = ? and witness = ?")
                .params(place, witness).query(Long.class).single();
    }

    /** What each witness has signed last, by its key. */
    Map<String, LogView.Seen> lastSigned() {
        var seen = new HashMap<String, LogView.Seen>();
        database.sql().sql("""
                select distinct on (witness) witness, size, time from log_cosignature
                where jurisdiction = ? order by witness, size desc, time desc""").params(place)
                .query(row -> {
                    var key = row.getString("witness");
                    seen.put(key, new LogView.Seen(key.substring(0, key.indexOf('+')), key, row.getLong("size"), Instant.ofEpochSecond(row.getLong("time"))));
                });
        return seen;
    }

    /** The latest time that any witness has stated, in seconds since 1970; 0 when none. */
    long latestTime() {
        return database.sql().sql("""
                select coalesce(max(time), 0) from (select time from log_cosignature where jurisdiction = ? order by size desc limit 100) as latest""")
                .params(place).query(Long.class).single();
    }

    /** The largest size for which at least so many of these witnesses have signed; empty when there is none. */
    Optional<Long> largestSignedBy(int needed, List<String> witnesses) {
        return database.sql().sql("""
                select size from log_cosignature where jurisdiction = ? and witness = any (?)
                group by size having count(distinct witness) >= ? order by size desc limit 1""")
                .params(place, witnesses.toArray(String[]::new), needed).query(Long.class).optional();
    }
}

package lianqiao.transparency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lianqiao.base.Public;
import lianqiao.store.Database;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.EntryBundle;
import lianqiao.tlog.Hash;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Tile;
import lianqiao.transparency.ComparisonStore.Row;

/**
 * Compares what stands in the database with what was published: the event with its leaf, the leaf with the hash that was taken
 * up, and that with the published file. Whoever can write the database past its rights, and not the published files, is found
 * out here; who can write both, by a witness or a receipt. Reads 256 entries at a time. Thread-safe.
 */
public final class Comparison {
    private final ComparisonStore store;
    private final LogFolder folder;

    /** @param published the folder of the published files */
    public Comparison(Database database, Path published) {
        this.store = new ComparisonStore(database);
        this.folder = LogFolder.at(published);
    }

    /** What was found. */
    public enum What implements Public {
        /** The event of an entry is not there any more. */
        EVENT_GONE,
        /** The event says something else than its leaf. */
        EVENT_CHANGED,
        /** The leaf is not the one that was taken up. */
        LEAF_CHANGED,
        /** An entry of the log is missing in the database. */
        ENTRY_GONE,
        /** The published file holds something else than the database. */
        PUBLISHED_OTHERWISE,
        /** The published file is missing or cannot be read. */
        NOT_READABLE,
        /** An event that was never taken up, among others that were. */
        NEVER_TAKEN_UP
    }

    /**
     * The first place that is not as it should be.
     *
     * @param index in the log; -1 for an event that is not in it
     * @param subject of the event, for example a case number; empty when it is not known
     * @param part of the leaf that the event contradicts; empty otherwise
     */
    public record Difference(What what, long index, String subject, int number, String part) implements Public {
        @Override public String toString() {
            return what + (index < 0 ? "" : " at entry " + index) + (subject.isEmpty() ? "" : ", case " + subject + ", step " + number) + (part.isEmpty() ? "" : ", in " + part);
        }
    }

    /** How many entries are published; empty when nothing is, or the checkpoint cannot be read. */
    public OptionalLong published() {
        try {
            return SignedNote.read(folder.checkpoint()).then(note -> Checkpoint.read(note.text())) instanceof Outcome.Done<Checkpoint>(var checkpoint)
                    ? OptionalLong.of(checkpoint.size()) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The first difference among the entries from one index up to another; empty when there is none. */
    public Optional<Difference> first(long from, long to) {
        long published = published().orElse(0);
        for (long bundle = from / Tile.FULL; bundle * Tile.FULL < to; bundle++) {
            var found = inBundle(bundle, Math.max(from, bundle * Tile.FULL), Math.min(to, (bundle + 1) * Tile.FULL), published);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** An event with a leaf that lies behind the newest checkpoint and is not in the log; goes through all events. */
    public Optional<Difference> neverTakenUp() {
        return store.neverTakenUp().map(key -> new Difference(What.NEVER_TAKEN_UP, -1, key.subject(), key.number(), ""));
    }

    private Optional<Difference> inBundle(long bundle, long from, long to, long published) {
        var rows = store.rows(from, to);
        var entries = published > from ? entries(bundle, published) : Optional.of(List.<byte[]>of());
        if (entries.isEmpty()) return Optional.of(new Difference(What.NOT_READABLE, from, "", 0, ""));
        for (long index = from; index < to; index++) {
            int at = (int) (index - from);
            if (at >= rows.size() || rows.get(at).index() != index) return Optional.of(new Difference(What.ENTRY_GONE, index, "", 0, ""));
            var row = rows.get(at);
            var found = ofRow(row).or(() -> ofFile(row, entries.get(), row.index() - bundle * Tile.FULL));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<List<byte[]>> entries(long bundle, long published) {
        var tile = new Tile(0, bundle, Tile.width(0, bundle, published));
        try {
            return EntryBundle.decode(folder.bundle(tile), tile.width()) instanceof Outcome.Done<List<byte[]>>(var entries) ? Optional.of(entries) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Difference> ofRow(Row row) {
        var bytes = row.bytes();
        if (bytes == null) return Optional.of(row.differs(row.isGone() ? What.EVENT_GONE : What.LEAF_CHANGED, ""));
        if (!Hash.ofLeaf(bytes).equals(row.hash())) return Optional.of(row.differs(What.LEAF_CHANGED, ""));
        return row.event() == null ? Optional.empty() : Recomputed.difference(row.event(), row.salts(), bytes).map(part -> row.differs(What.EVENT_CHANGED, part));
    }

    private static Optional<Difference> ofFile(Row row, List<byte[]> entries, long place) {
        if (place >= entries.size() || Arrays.equals(entries.get((int) place), row.bytes())) return Optional.empty();
        return Optional.of(row.differs(What.PUBLISHED_OTHERWISE, ""));
    }
}

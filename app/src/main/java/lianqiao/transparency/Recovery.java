package lianqiao.transparency;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.EntryBundle;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.Tile;
import lianqiao.tlog.Tree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guard against a database that was put back to an earlier day: what the world has seen is brought back from the
 * published files, or nothing is signed. Signing on from an old head would split the history for ever.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final LogStore store;
    private final LogFolder folder;
    private final SigningKey key;

    Recovery(Database database, LogStore store, LogFolder folder, SigningKey key) {
        this.database = database;
        this.store = store;
        this.folder = folder;
        this.key = key;
    }

    /** Compares the newest head with what was published; where more was published, brings it back. */
    Trouble compare(Head head, Optional<Outcome<Checkpoint>> published, Instant now) throws IOException {
        if (published.isEmpty()) return Trouble.NONE;
        if (!(published.get() instanceof Outcome.Done<Checkpoint>(var seen))) return Trouble.KEY;
        if (seen.size() > head.size()) return bringBack(head, seen, now);
        // Every checkpoint that was ever signed is kept, so the published one must be among them.
        return store.rootAt(seen.size()).filter(seen.root()::equals).isPresent() ? Trouble.NONE : Trouble.FORK;
    }

    private Trouble bringBack(Head head, Checkpoint seen, Instant now) throws IOException {
        var entries = new ArrayList<byte[]>();
        var tree = head.tree().copy();
        for (long number = head.size() / Tile.FULL; number * Tile.FULL < seen.size(); number++) {
            var tile = new Tile(0, number, Tile.width(0, number, seen.size()));
            List<byte[]> bundle;
            try {
                if (!(EntryBundle.decode(folder.bundle(tile), tile.width()) instanceof Outcome.Done<List<byte[]>>(var read))) return Trouble.BEHIND_PUBLISHED;
                bundle = read;
            } catch (java.nio.file.NoSuchFileException e) {
                return Trouble.BEHIND_PUBLISHED;
            }
            for (int i = (int) Math.max(0, head.size() - number * Tile.FULL); i < bundle.size(); i++) {
                entries.add(bundle.get(i));
                tree.append(lianqiao.tlog.Hash.ofLeaf(bundle.get(i)));
            }
        }
        // The entries are what was signed only if they lead from our head to the published root; otherwise one of the two lies.
        if (!tree.root().equals(seen.root())) return Trouble.FORK;
        long from = head.size();
        var bare = new SignedNote(seen.text(), List.of(key.sign(seen.text())));
        database.inTransaction(() -> {
            if (!store.lock()) return;
            for (int i = 0; i < entries.size(); i++) store.bringBack(from + i, entries.get(i), event(entries.get(i)));
            store.write(new Head(tree, head.place(), bare, now), from);
        });
        LOG.warn("the database was put back: {} entries of the public log came back from the published files, {} of all without their events", entries.size(), store.broughtBack());
        return Trouble.NONE;
    }

    /** Which event an entry was the leaf of. */
    private static Optional<LogStore.Key> event(byte[] entry) {
        try {
            var json = JSON.readTree(entry);
            return Optional.of(new LogStore.Key(json.path("case").asString(), json.path("n").asInt()));
        } catch (JacksonException unknownFormat) {
            return Optional.empty();
        }
    }
}

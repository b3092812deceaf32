package lianqiao.transparency;

import static lianqiao.transparency.Interruption.Step.COSIGNATURES_KEPT;
import static lianqiao.transparency.Interruption.Step.FILES_WRITTEN;
import static lianqiao.transparency.Interruption.Step.PUBLISHED;
import static lianqiao.transparency.Interruption.Step.WITNESSES_ASKED;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.Hash;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Tiles;
import lianqiao.tlog.Tree;
import lianqiao.tlog.VerifierKey;
import lianqiao.transparency.Witnesses.Said;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps 8 to 10 of the commit protocol: brings a committed head into the world. Every step may be repeated, so start-up
 * settles the newest head by the same call as normal work. Several nodes may do this, each with a folder of its own; one
 * thread at a time here.
 */
final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    /** Most entries written to files in one go: whole tiles of level 0, so that no partial one is written on the way. */
    private static final long PORTION = 32 * 256;
    /** A witness that did not answer is left alone for so long, or it would hold up every round. */
    private static final Duration REST = Duration.ofSeconds(5);
    /** A log to which nothing is added shows that it is alive, and the latest, by fresh cosignatures. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final LogStore store;
    private final LogFolder folder;
    private final VerifierKey log;
    private final List<LogSettings.Address> witnesses;
    private final Witnesses door;
    private final Interruption interruption;

    private @Nullable Tree written;
    private final Map<LogSettings.Address, Instant> restUntil = new HashMap<>();
    private final Map<LogSettings.Address, Hearing> heard = new LinkedHashMap<>();
    private @Nullable SignedNote shown;

    /** The size and root that a witness has confirmed since the start, and when. */
    private record Hearing(long size, Hash root, Instant at) {}

    Publication(LogStore store, LogFolder folder, VerifierKey log, List<LogSettings.Address> witnesses, Witnesses door, Interruption interruption) {
        this.store = store;
        this.folder = folder;
        this.log = log;
        this.witnesses = witnesses;
        this.door = door;
        this.interruption = interruption;
    }

    /** Forgets everything that was only remembered: the next call asks files and witnesses as after a start. */
    void forget() {
        written = null;
        shown = null;
        heard.clear();
    }

    /** What stands published in the folder now, verified by the log's key; empty when nothing does. */
    Optional<Outcome<Checkpoint>> published() throws IOException {
        try {
            return Optional.of(Checkpoint.open(folder.checkpoint(), log));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** How many witnesses have confirmed this very head since the start. */
    long confirmed(Head head) {
        return heard.values().stream().filter(h -> h.size() == head.size() && h.root().equals(head.root())).count();
    }

    /** Makes the folder show this head, cosigned by as many witnesses as answer. */
    Trouble settle(Head head, Instant now) throws IOException {
        // 8. The leaves are committed and their order is fixed. Files are written once and in full; after a crash the same
        //    call writes the same bytes or finds them there.
        var files = write(head);
        if (files != Trouble.NONE) return files;
        interruption.after(FILES_WRITTEN);

        // 9. Only what is committed leaves the house. A crash here leaves a witness ahead of the published checkpoint and
        //    never ahead of the database: the next round asks again about the same head.
        var due = witnesses.stream().filter(witness -> isDue(witness, head, now)).toList();
        var said = due.isEmpty() ? Map.<LogSettings.Address, Said>of()
                : door.ask(new Witnesses.Asked(head.note(), head.size(), new Tiles(folder, head.size())), sizes(due));
        interruption.after(WITNESSES_ASKED);
        for (var one : said.entrySet()) hear(one.getKey(), one.getValue(), head, now);
        interruption.after(COSIGNATURES_KEPT);
        if (said.values().stream().anyMatch(Said.Disputed.class::isInstance)) return Trouble.FORK;
        if (said.values().stream().anyMatch(Said.Ahead.class::isInstance)) return Trouble.BEHIND_WITNESS;

        // 10. A crash before the rename leaves the former checkpoint, a crash after it nothing to do.
        return publish(head, said.values().stream().anyMatch(Said.Signed.class::isInstance));
    }

    private Trouble write(Head head) throws IOException {
        var tree = written == null ? publishedTree() : written;
        if (tree.size() > head.size()) return Trouble.BEHIND_PUBLISHED;
        long begun = tree.size();
        while (tree.size() < head.size()) {
            long to = Math.min(head.size(), (tree.size() / PORTION + 1) * PORTION);
            var entries = new ArrayList<byte[]>();
            for (var entry : store.entries(tree.size(), to)) {
                // What the database gives back must be what it hashed when the leaf was taken up: a bit may have flipped since.
                if (!Hash.ofLeaf(entry.bytes()).equals(entry.hash())) return Trouble.FORK;
                entries.add(entry.bytes());
            }
            switch (folder.append(tree, entries)) {
                case Outcome.Done<Tree>(var grown) -> tree = grown;
                case Outcome.Refused<Tree>(var by, var detail) -> {
                    LOG.error("the files of the public log: {} {}", by, detail);
                    return Trouble.FILES;
                }
            }
        }
        if (!tree.root().equals(head.root())) return Trouble.FORK;
        written = tree;
        if (begun < tree.size()) folder.dropPartials(begun, tree.size());
        return Trouble.NONE;
    }

    /** The tree whose files are known to be complete: that of the published checkpoint. */
    private Tree publishedTree() throws IOException {
        var published = published();
        if (published.isEmpty() || !(published.get() instanceof Outcome.Done<Checkpoint>(var checkpoint))) return new Tree();
        return Tree.of(checkpoint.size(), new Tiles(folder, checkpoint.size()));
    }

    private boolean isDue(LogSettings.Address witness, Head head, Instant now) {
        if (now.isBefore(restUntil.getOrDefault(witness, Instant.MIN))) return false;
        var last = heard.get(witness);
        return last == null || last.size() != head.size() || !last.root().equals(head.root()) || !now.isBefore(last.at().plus(FRESH));
    }

    private Map<LogSettings.Address, Long> sizes(List<LogSettings.Address> due) {
        var sizes = new LinkedHashMap<LogSettings.Address, Long>();
        for (var witness : due) {
            var last = heard.get(witness);
            sizes.put(witness, last == null ? store.lastSigned(witness.key().vkey()) : last.size());
        }
        return sizes;
    }

    private void hear(LogSettings.Address witness, Said said, Head head, Instant now) {
        switch (said) {
            case Said.Signed(var cosignature) -> {
                store.cosigned(head.size(), witness.key().vkey(), cosignature.time(), cosignature.line());
                heard.put(witness, new Hearing(head.size(), head.root(), now));
                restUntil.remove(witness);
            }
            case Said.Ahead(var size) -> LOG.warn("witness {} has signed a log of {} entries, {} are known here", witness.key().name(), size, head.size());
            case Said.Disputed() -> LOG.error("witness {} says that this log is not the one it has signed", witness.key().name());
            case Said.Silent(var why) -> {
                if (restUntil.put(witness, now.plus(REST)) == null) LOG.warn("witness {} does not answer: {}", witness.key().name(), why);
            }
        }
    }

    private Trouble publish(Head head, boolean more) throws IOException {
        if (!more && shown != null && shown.text().equals(head.note().text())) return Trouble.NONE;
        var note = head.note();
        var lines = store.lines(head.size());
        for (var witness : witnesses) {
            var line = lines.get(witness.key().vkey());
            if (line != null) note = note.with(line);
        }
        if (folder.publish(note) instanceof Outcome.Refused<Checkpoint>(var by, var detail)) {
            LOG.error("the checkpoint cannot be published: {} {}", by, detail);
            return switch (by) {
                case SPLIT -> Trouble.FORK;
                case SHRUNK -> Trouble.BEHIND_PUBLISHED;
                default -> Trouble.FILES;
            };
        }
        interruption.after(PUBLISHED);
        shown = note;
        return Trouble.NONE;
    }
}

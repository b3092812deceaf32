package lianqiao.transparency;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lianqiao.outside.Guard;
import lianqiao.outside.WayOut;
import lianqiao.store.Database;
import lianqiao.store.Events;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.InclusionProof;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Policy;
import lianqiao.tlog.Receipt;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Tiles;
import lianqiao.transparency.Sequencer.Round;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public log of this installation: takes up leaves, signs, publishes, asks witnesses, gives receipts. Thread-safe.
 */
public final class PublicLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublicLog.class);
    /** What may be asked for by path: a checkpoint, tiles, bundles, and nothing else that might lie in the folder. */
    private static final Pattern FILE = Pattern.compile("checkpoint|tile/(?:entries|[0-7])/(?:x[0-9]{3}/){0,5}[0-9]{3}(?:\\.p/[1-9][0-9]{0,2})?");
    private static final int LARGEST_FILE = 256 * (2 + 65_535);
    /** Rounds in one call while more is waiting, so that a long backlog does not keep the job for ever. */
    private static final int MOST_ROUNDS = 50;

    private final LogSettings settings;
    private final LogStore store;
    private final LogFolder folder;
    private final Sequencer sequencer;
    private final Recovery recovery;
    private final Publication publication;
    private final WayOut out;
    private final Policy policy;
    private final Verification verification;
    private final Events events;
    private final boolean insistsOnDurability;

    private volatile @Nullable Head settled;
    private boolean trusted;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile Optional<SignedNote> receipts = Optional.empty();

    private PublicLog(Database database, LogSettings settings, LogFolder folder, Guard guard, Interruption interruption, boolean insistsOnDurability) {
        this.settings = settings;
        this.store = new LogStore(database);
        this.folder = folder;
        this.insistsOnDurability = insistsOnDurability;
        var key = settings.key();
        out = new WayOut(guard);
        sequencer = new Sequencer(database, store, key, interruption);
        recovery = new Recovery(database, store, folder, key);
        publication = new Publication(store, folder, key.verifier(), settings.witnesses(), new Witnesses(out), interruption);
        policy = Policy.of(key.verifier(), settings.witnesses().stream().map(LogSettings.Address::key).toList(), settings.quorum());
        verification = new Verification(policy);
        events = new Events(database);
    }

    /** The log of this database, published in the folder of the settings. Nothing happens before the first {@link #advance}. */
    public static PublicLog of(Database database, LogSettings settings, Guard guard) {
        return new PublicLog(database, settings, LogFolder.at(settings.folder()), guard, Interruption.NONE, true);
    }

    /** For tests: stopped at any step, on a database and a disk that forget. */
    static PublicLog interrupted(Database database, LogSettings settings, Interruption interruption) {
        return new PublicLog(database, settings, LogFolder.withoutSync(settings.folder()), settings.guardOnThisMachine(), interruption, false);
    }

    /** The name under which the log of this database was begun, which it keeps; empty before its first checkpoint. */
    public static Optional<String> origin(Database database) {
        return new LogStore(database).newest().map(head -> Checkpoint.read(head.note().text()).orThrow().origin());
    }

    /**
     * Brings the log up to date: the same call at the start and in normal work. May be called on every node and as often as
     * one likes; a crash anywhere inside is mended by the next call.
     *
     * @return how many entries were added by this node
     */
    public synchronized long advance(Instant now) {
        try {
            long before = settled == null ? -1 : settled.size();
            for (int round = 0; round < MOST_ROUNDS && once(now); round++) continue;
            return settled == null || before < 0 ? 0 : settled.size() - before;
        } catch (IOException e) {
            LOG.warn("the files of the public log: {}", e.toString());
            become(Trouble.DISK);
            forget();
            return 0;
        } catch (RuntimeException | Error e) {
            // Whatever the database did or did not commit is read anew, and files and witnesses are asked again before the next signature.
            forget();
            throw e;
        }
    }

    /** @return whether to go on at once */
    private boolean once(Instant now) throws IOException {
        if (insistsOnDurability && settled == null && !store.isDurable()) return become(Trouble.NOT_DURABLE);
        var newest = sequencer.newest(now);
        var head = newest.head();
        if (head == null || newest.trouble() != Trouble.NONE) return become(newest.trouble());
        if (settled != null && head.size() < settled.size()) forget();
        var compared = recovery.compare(head, publication.published(), now);
        if (compared != Trouble.NONE) return become(compared);
        head = store.newest().orElseThrow();
        var published = settle(head, now);
        if (isOvertaken(published, head)) return true;
        if (published != Trouble.NONE) return become(published);
        // Until enough witnesses have said that this head is the latest they know, it may be that of an old backup.
        trusted |= publication.confirmed(head) >= settings.quorum();
        if (!trusted) return become(Trouble.WITNESSES_SILENT);
        Round round = sequencer.grow(head, now);
        if (round.trouble() == Trouble.NONE && round.grown() && round.head() != null) {
            published = settle(round.head(), now);
            if (isOvertaken(published, round.head())) return true;
            if (published != Trouble.NONE) return become(published);
        }
        become(round.trouble());
        return round.more();
    }

    /** Another node has gone on while we looked: the witness is ahead of what we read, not of what stands there. */
    private boolean isOvertaken(Trouble trouble, Head head) {
        return trouble == Trouble.BEHIND_WITNESS && store.newest().orElseThrow().size() > head.size();
    }

    private Trouble settle(Head head, Instant now) throws IOException {
        var trouble = publication.settle(head, now);
        if (trouble != Trouble.NONE) return trouble;
        settled = head;
        if (publication.confirmed(head) >= settings.quorum() || receipts.isEmpty()) {
            var size = settings.quorum() == 0 ? Optional.of(head.size())
                    : store.largestSignedBy(settings.quorum(), settings.witnesses().stream().map(w -> w.key().vkey()).toList());
            receipts = size.flatMap(store::noteAt);
        }
        return Trouble.NONE;
    }

    private boolean become(Trouble now) {
        if (now != trouble) {
            if (now.isFine()) LOG.info("the public log: {}", now);
            else LOG.error("the public log signs nothing: {}", now);
        }
        trouble = now;
        return false;
    }

    private void forget() {
        settled = null;
        trusted = false;
        publication.forget();
        sequencer.forget();
    }

    /** Why nothing is signed at the moment. */
    public Trouble trouble() {
        return trouble;
    }

    /** The receipt of a step of a case, by the number of its entry; verified before it is handed out. */
    public Proof proof(String subject, int number) {
        var entry = store.entry(subject, number);
        if (entry.isEmpty()) return store.leaf(subject, number).isPresent() ? new Proof.Waiting() : new Proof.None();
        var note = receipts;
        if (note.isEmpty()) return new Proof.Waiting();
        long size = Checkpoint.read(note.get().text()).orThrow().size();
        if (entry.get().index() >= size) return new Proof.Waiting();
        try {
            var receipt = Receipt.of(entry.get().bytes(), InclusionProof.of(entry.get().index(), size, new Tiles(folder, size)), note.get());
            receipt.check(policy).orThrow();
            return new Proof.Ready(receipt.encode());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Checks a receipt of this log, and with it values and salts that were handed out by {@link #opening}, if any. */
    public Verified verify(byte[] receipt, String opening) {
        return verification.of(receipt, opening);
    }

    /**
     * The salts of a step's commitments for those of these values that were really committed to. With value and salt anybody
     * can check that the log held to this text; who may have them is asked first.
     *
     * @param values by field
     * @return salts in hex, by field
     */
    public Map<String, String> opening(String subject, int number, Map<String, String> values) {
        var commitments = verification.commitments(store.leaf(subject, number).orElse(new byte[0]));
        var salts = new TreeMap<String, String>();
        events.salts(subject, number).forEach((field, salt) -> {
            var value = values.get(field);
            if (value != null && Commitment.to(field, salt, value).equals(commitments.get(field))) salts.put(field, HexFormat.of().formatHex(salt));
        });
        return salts;
    }

    /** The facts of a step as they are committed to, from the facts themselves. */
    public static String committed(Map<String, String> facts) {
        return CanonicalJson.of(facts);
    }

    /** What the page about the log shows. */
    public LogView view() {
        var head = settled;
        var signed = store.lastSigned();
        var witnesses = settings.witnesses().stream().map(w -> signed.getOrDefault(w.key().vkey(), new LogView.Seen(w.key().name(), w.key().vkey(), 0, null))).toList();
        return new LogView(settings.origin(), settings.key().verifier().vkey(), head == null ? 0 : head.size(), head == null ? "" : head.root().base64(),
                head == null ? null : head.signedAt(), trouble, settings.quorum(), witnesses, store.broughtBack());
    }

    /**
     * A file of the log, by its path below the log's address.
     *
     * @return empty when there is none, or the path is no such file's
     */
    public Optional<byte[]> file(String path) {
        if (!FILE.matcher(path).matches()) return Optional.empty();
        try {
            return Optional.of(folder.read(path, LARGEST_FILE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override public void close() {
        out.close();
    }
}

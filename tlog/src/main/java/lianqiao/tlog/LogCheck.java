package lianqiao.tlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks a whole log: signatures and witnesses, the root from the tiles, every entry against its tile, every inner tile
 * against those below it, the root from the entries, and whatever the reader kept from earlier. All that is found is
 * reported, up to a number, so that the reader sees which means notice and which do not. Not thread-safe; used once.
 */
public final class LogCheck {
    /** Findings after which reading on would tell nothing new. */
    public static final int MOST_FINDINGS = 50;

    /**
     * What a reader asks for beyond the log itself.
     *
     * @param kept checkpoints from elsewhere
     * @param now the reader's clock in seconds since 1970; empty: age is not looked at
     * @param oldest seconds the newest cosignature may be old
     * @param tolerance seconds by which times of entries may differ from those of cosignatures
     */
    public record Terms(List<Kept> kept, OptionalLong now, long oldest, long tolerance) {
        /** Nothing kept, no age. */
        public static final Terms NONE = new Terms(List.of(), OptionalLong.empty(), 0, 3600);
    }

    /** What came out; {@code opened} is empty when the checkpoint itself was refused, and then nothing more was looked at. */
    public record Report(Optional<Policy.Opened> opened, long entries, long tiles, List<Finding> findings) {
        public boolean isInOrder() {
            return findings.isEmpty();
        }
    }

    private final LogSource source;
    private final Policy policy;
    private final Terms terms;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ByteArrayOutputStream> levels = new ArrayList<>();   // hashes of the unfinished tile, recomputed from the entries
    private final Tree tree = new Tree();
    private EntryTimes times = new EntryTimes(List.of(), 0);
    private long tiles;

    public LogCheck(LogSource source, Policy policy, Terms terms) {
        this.source = source;
        this.policy = policy;
        this.terms = terms;
        for (int level = 0; level < Tile.LEVELS; level++) levels.add(new ByteArrayOutputStream(Tile.FULL * Hash.LENGTH));
    }

    /** Runs once; a log that cannot be read is a finding, not an exception. */
    public Report run() {
        try {
            var read = policy.open(source.checkpoint());
            if (!(read instanceof Outcome.Done<Policy.Opened>(var opened))) return refused((Outcome.Refused<Policy.Opened>) read);
            check(opened);
            return new Report(Optional.of(opened), tree.size(), tiles, List.copyOf(findings));
        } catch (IOException e) {
            return refused(new Outcome.Refused<>(Means.UNREADABLE, "the checkpoint cannot be read"));
        }
    }

    private Report refused(Outcome.Refused<?> refused) {
        return new Report(Optional.empty(), 0, 0, List.of(Finding.of(refused)));
    }

    private void check(Policy.Opened opened) {
        var kept = new ArrayList<>(terms.kept());
        kept.add(Kept.of("the checkpoint", opened));
        times = new EntryTimes(kept, terms.tolerance());
        checkAge(opened);
        var checkpoint = opened.checkpoint();
        var subtrees = new Tiles(source, checkpoint.size());
        try {
            if (!subtrees.root().equals(checkpoint.root())) find(Means.ROOT_OF_TILES, "the tiles lead to another root than the signed one");
        } catch (IOException e) {
            find(Means.UNREADABLE, e.getMessage());
        }
        for (var one : terms.kept()) compare(one, checkpoint, subtrees);
        recompute(checkpoint);
    }

    private void checkAge(Policy.Opened opened) {
        if (terms.now().isEmpty() || opened.lastSeen().isEmpty()) return;
        long age = terms.now().getAsLong() - opened.lastSeen().getAsLong();
        if (age > terms.oldest()) find(Means.AGE, "the last witness saw it " + age + " seconds ago");
    }

    private void compare(Kept one, Checkpoint now, Subtrees subtrees) {
        try {
            if (one.continuesIn(now, subtrees) instanceof Outcome.Refused<Hash> refused) findings.add(Finding.of(refused));
        } catch (IOException e) {
            find(Means.UNREADABLE, e.getMessage());
        }
    }

    private void recompute(Checkpoint checkpoint) {
        try {
            if (new BundleReader(source, true, !times.isEmpty()).read(0, checkpoint.size(), this::take) instanceof Outcome.Refused<Long> refused) {
                findings.add(Finding.of(refused));
                return;
            }
            for (var level = 1; level < Tile.LEVELS; level++) compareUnfinished(level);
            if (!tree.root().equals(checkpoint.root())) find(Means.ROOT_OF_ENTRIES, "the entries lead to another root than the signed one");
        } catch (IOException e) {
            find(Means.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private boolean take(BundleReader.Bundle bundle) {
        var tile = bundle.tile();
        compareEntries(bundle);
        for (int i = 0; i < tile.width(); i++) checkTime(bundle, i);
        if (tile.isFull()) {
            var root = Tiles.over(bundle.hashes(), 0, Tile.FULL);
            tree.append(Tile.HEIGHT, root);
            put(1, root);
        } else {
            for (int i = 0; i < tile.width(); i++) tree.append(Hash.at(bundle.hashes(), i * Hash.LENGTH));
        }
        return findings.size() < MOST_FINDINGS;
    }

    private void compareEntries(BundleReader.Bundle bundle) {
        var stored = bundle.stored().or(() -> tile(bundle.tile()));   // what could not be read ahead is asked for once more
        if (bundle.stored().isPresent()) tiles++;
        if (stored.isEmpty()) return;
        int differs = Arrays.mismatch(stored.get(), bundle.hashes());
        if (differs >= 0) find(Means.ENTRY_AND_TILE, "entry " + (bundle.first() + differs / Hash.LENGTH) + " does not have the hash in " + bundle.tile().path());
    }

    private void checkTime(BundleReader.Bundle bundle, int place) {
        if (times.isEmpty()) return;
        if (bundle.leaves().get(place) instanceof Outcome.Done<LeafText>(var leaf)) times.check(bundle.first() + place, leaf).ifPresent(findings::add);
    }

    private void put(int level, Hash hash) {
        var hashes = levels.get(level);
        hashes.writeBytes(hash.bytes());
        if (hashes.size() < Tile.FULL * Hash.LENGTH) return;
        var bytes = hashes.toByteArray();
        compareInner(new Tile(level, (tree.size() >>> level * Tile.HEIGHT) / Tile.FULL - 1, Tile.FULL), bytes);
        hashes.reset();
        put(level + 1, Tiles.over(bytes, 0, Tile.FULL));
    }

    private void compareUnfinished(int level) {
        var bytes = levels.get(level).toByteArray();
        if (bytes.length > 0) compareInner(new Tile(level, (tree.size() >>> level * Tile.HEIGHT) / Tile.FULL, bytes.length / Hash.LENGTH), bytes);
    }

    private void compareInner(Tile tile, byte[] recomputed) {
        var stored = tile(tile);
        if (stored.isPresent() && !Arrays.equals(stored.get(), recomputed)) find(Means.INNER_TILE, tile.path() + " is not what the tiles below it lead to");
    }

    private Optional<byte[]> tile(Tile tile) {
        tiles++;
        try {
            return Optional.of(source.tile(tile));
        } catch (IOException e) {
            find(Means.UNREADABLE, tile.path() + " cannot be read");
            return Optional.empty();
        }
    }

    private void find(Means by, String detail) {
        findings.add(new Finding(by, detail));
    }
}

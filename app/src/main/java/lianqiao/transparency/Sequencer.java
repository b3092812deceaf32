package lianqiao.transparency;

import static lianqiao.transparency.Interruption.Step.COMMITTED;
import static lianqiao.transparency.Interruption.Step.HEAD_READ;
import static lianqiao.transparency.Interruption.Step.HEAD_WRITTEN;
import static lianqiao.transparency.Interruption.Step.LEAVES_TAKEN;
import static lianqiao.transparency.Interruption.Step.LOCKED;
import static lianqiao.transparency.Interruption.Step.ROOT_KNOWN;
import static lianqiao.transparency.Interruption.Step.SIGNED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;
import lianqiao.store.Followers;
import lianqiao.store.Followers.Place;
import lianqiao.store.Followers.SettledLeaf;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.Hash;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Steps 1 to 7 of the commit protocol: takes up the leaves that have settled and signs the checkpoint over them, in one
 * transaction. Whoever stops at any point leaves either nothing or a committed head that {@link Publication} brings into the
 * world; nothing signed leaves the process before the commit. One thread at a time; of several programs, one at a time.
 */
final class Sequencer {
    /** Most leaves taken up in one round: a second or so of work. */
    static final int MOST = 8_192;
    /** Clocks of nodes differ a little; a step back by more than this is no such difference. */
    private static final Duration NODES_DIFFER = Duration.ofSeconds(10);
    private static final Duration WITNESSES_DIFFER = Duration.ofMinutes(5);

    private final Database database;
    private final Followers followers;
    private final LogStore store;
    private final SigningKey key;
    private final Interruption interruption;

    /** How far events have been read behind the newest head, though they have no leaf: only a shortcut. */
    private @Nullable Head readFor;
    private Place read = Place.START;

    /** What a round came to: the newest head, whether it is a new one, and whether more is waiting. */
    record Round(Trouble trouble, @Nullable Head head, boolean grown, boolean more) {
        static Round refused(Trouble trouble) {
            return new Round(trouble, null, false, false);
        }
    }

    Sequencer(Database database, LogStore store, SigningKey key, Interruption interruption) {
        this.database = database;
        this.followers = new Followers(database);
        this.store = store;
        this.key = key;
        this.interruption = interruption;
    }

    String origin() {
        return key.verifier().name();
    }

    /** The newest head, or why it cannot be gone on from. The very first is that of the log without entries. */
    Round newest(Instant now) {
        return database.inTransaction(() -> {
            var head = store.newest();
            if (head.isEmpty()) {
                if (!store.lock()) return Round.refused(Trouble.STANDBY);
                head = Optional.of(sign(new Tree(), Place.START, now));
                store.write(head.get(), -1);
            }
            return new Round(trouble(head.get(), now), head.get(), false, false);
        });
    }

    /**
     * Takes up what has settled behind a head that is known to be published, if it is still the newest.
     *
     * @param known the head whose files, checkpoint and witnesses have been looked at in this round
     */
    Round grow(Head known, Instant now) {
        var round = database.inTransaction(() -> {
            // 1. Two sequencers cannot be inside at once. The lock ends with the transaction, however that ends.
            if (!store.lock()) return new Round(Trouble.STANDBY, known, false, false);
            interruption.after(LOCKED);

            // 2. Another node may have been faster, or the database may have been put back since we looked: then first the
            //    files and witnesses are compared with what stands there now.
            var head = store.newest().orElseThrow();
            if (head.size() != known.size() || !head.root().equals(known.root())) return new Round(Trouble.NONE, head, true, true);
            var trouble = trouble(head, now);
            if (trouble != Trouble.NONE) return new Round(trouble, head, false, false);
            interruption.after(HEAD_READ);

            // 3. Only events behind which no older transaction is open, so that none that commits late is passed over.
            var end = followers.end();
            var settled = followers.leaves(placeAfter(head), MOST);
            readFor = head;
            // The end was read before the leaves, so nothing up to there has been missed.
            read = settled.isEmpty() ? end : settled.getLast().place();
            var leaves = waiting(settled);
            if (leaves.isEmpty()) return new Round(Trouble.NONE, head, false, settled.size() == MOST);
            var upTo = settled.getLast().place();
            var stored = store.take(head.size(), leaves);
            interruption.after(LEAVES_TAKEN);

            // 4. The database has hashed the bytes it holds and we those we read; a bit that flipped on either way shows here,
            //    before anything is signed.
            var tree = head.tree().copy();
            for (int i = 0; i < stored.size(); i++) {
                var leaf = leaves.get(i).leaf();
                if (!Hash.ofLeaf(leaf).equals(stored.get(i))) throw new IllegalStateException("leaf " + (head.size() + i) + " was not stored as it was read");
                tree.append(stored.get(i));
            }
            interruption.after(ROOT_KNOWN);

            // 5. In memory only. The tree was grown from the edge of the head before, so it cannot but be consistent with it.
            var next = sign(tree, upTo, now);
            interruption.after(SIGNED);

            // 6. The compare-and-swap: a second one that follows the same head would break a unique key.
            store.write(next, head.size());
            interruption.after(HEAD_WRITTEN);
            return new Round(Trouble.NONE, next, true, settled.size() == MOST);
            // 7. Point of no return: the commit. If its outcome stays unknown an exception leaves this method, everything
            //    remembered is dropped, and the next round reads the newest head, which is the old or the new one: both are fine.
        });
        if (round.grown()) interruption.after(COMMITTED);
        return round;
    }

    private Place placeAfter(Head head) {
        var same = readFor != null && readFor.size() == head.size() && readFor.root().equals(head.root());
        return same ? read : head.place();
    }

    private List<SettledLeaf> waiting(List<SettledLeaf> leaves) {
        var taken = store.taken(leaves);
        return leaves.stream().filter(e -> !taken.contains(new LogStore.Key(e.subject(), e.number()))).toList();
    }

    private Head sign(Tree tree, Place place, Instant now) {
        return new Head(tree, place, Checkpoint.of(origin(), tree).sign(key), now);
    }

    /** What forbids to sign after this head. */
    private Trouble trouble(Head head, Instant now) {
        if (!head.isSound(origin()) || head.note().lines().stream().noneMatch(line -> key.verifier().isNamedIn(line))) return Trouble.KEY;
        if (now.isBefore(head.signedAt().minus(NODES_DIFFER))) return Trouble.CLOCK;
        if (now.plus(WITNESSES_DIFFER).isBefore(Instant.ofEpochSecond(store.latestTime()))) return Trouble.CLOCK;
        return Trouble.NONE;
    }

    void forget() {
        readFor = null;
    }
}

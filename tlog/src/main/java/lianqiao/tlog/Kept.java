package lianqiao.tlog;

import java.util.OptionalLong;

/**
 * A checkpoint that a reader held on to: from an earlier visit, a receipt, a witness, another reader. It is what shows a
 * rewritten history, whoever holds the log's key. Immutable and thread-safe.
 *
 * @param name where it comes from, for people
 * @param seenAt the latest time a trusted witness stated on it, in seconds since 1970
 */
public record Kept(String name, Checkpoint checkpoint, OptionalLong seenAt) {

    /** Reads a checkpoint or a receipt that holds one; the log's signature must verify, no quorum is asked for. */
    public static Outcome<Kept> read(String name, byte[] file, Policy policy) {
        byte[] note = Receipt.read(file) instanceof Outcome.Done<Receipt>(var receipt) ? receipt.checkpoint() : file;
        return policy.withoutQuorum().open(note).map(opened -> of(name, opened));
    }

    public static Kept of(String name, Policy.Opened opened) {
        return new Kept(name, opened.checkpoint(), opened.lastSeen());
    }

    /** Whether what is shown now continues this: not smaller, no other root, and this the beginning of that. */
    public Outcome<Hash> continuesIn(Checkpoint now, Subtrees subtrees) throws java.io.IOException {
        if (!now.origin().equals(checkpoint.origin())) return Outcome.refused(Means.ORIGIN, name + " is of another log");
        if (now.size() < checkpoint.size()) return Outcome.refused(Means.SHRUNK, name + " covers " + checkpoint.size() + " entries, the log has " + now.size());
        if (now.size() == checkpoint.size()) {
            return now.root().equals(checkpoint.root()) ? Outcome.done(now.root()) : Outcome.refused(Means.SPLIT, name + " has another root for the same " + now.size() + " entries");
        }
        return switch (ConsistencyProof.of(checkpoint.size(), now.size(), subtrees).check(checkpoint.root(), now.root())) {
            case Outcome.Refused<Hash>(var by, var detail) -> Outcome.refused(by, name + ", " + checkpoint.size() + " entries: " + detail);
            case Outcome.Done<Hash> done -> done;
        };
    }
}

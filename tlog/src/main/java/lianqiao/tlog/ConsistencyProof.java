package lianqiao.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that a tree only grew from one size to another (RFC 6962, section 2.1.2). Immutable and thread-safe.
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Makes the proof for 0 ≤ from ≤ to; it is empty when there is nothing to prove.
     *
     * @throws IOException when a subtree cannot be read
     */
    public static ConsistencyProof of(long from, long to, Subtrees subtrees) throws IOException {
        if (from < 0 || from > to) throw new IllegalArgumentException("from " + from + " to " + to);
        var hashes = new ArrayList<Hash>();
        if (from > 0 && from < to) {
            long left = 0;
            long right = to;
            boolean known = true;   // the verifier knows the root of what is left: it is the old root itself
            while (right != from) {
                long middle = left + Subtrees.split(right - left);
                if (from <= middle) {
                    hashes.add(subtrees.range(middle, right));
                    right = middle;
                } else {
                    hashes.add(subtrees.range(left, middle));
                    left = middle;
                    known = false;
                }
            }
            if (!known) hashes.add(subtrees.range(left, right));
        }
        return new ConsistencyProof(from, to, hashes.reversed());
    }

    /** Whether the tree with the new root begins with the tree with the old root. Answers the new root. */
    public Outcome<Hash> check(Hash oldRoot, Hash newRoot) {
        if (from < 0 || from > to) return Outcome.refused(Means.SHRUNK, "from " + from + " to " + to);
        if (from == to) {
            if (!oldRoot.equals(newRoot)) return Outcome.refused(Means.SPLIT, "two roots for size " + to);
            return hashes.isEmpty() ? Outcome.done(newRoot) : refused("a proof where none is needed");
        }
        if (from == 0) return hashes.isEmpty() ? Outcome.done(newRoot) : refused("a proof where none is needed");
        return climb(oldRoot, newRoot);
    }

    private Outcome<Hash> climb(Hash oldRoot, Hash newRoot) {
        var path = new ArrayList<>(hashes);
        if (Long.bitCount(from) == 1) path.addFirst(oldRoot);   // the old tree is one complete subtree: its root starts both climbs
        if (path.isEmpty()) return refused("the proof is empty");
        int skip = Long.numberOfTrailingZeros(~(from - 1));
        long position = from - 1 >>> skip;
        long last = to - 1 >>> skip;
        var old = path.getFirst();
        var now = old;
        for (var hash : path.subList(1, path.size())) {
            if (last == 0) return refused("the proof is too long");
            if ((position & 1) == 1 || position == last) {
                old = Hash.ofNode(hash, old);
                now = Hash.ofNode(hash, now);
                int zeros = position == 0 ? 0 : Long.numberOfTrailingZeros(position);
                position >>>= zeros;
                last >>>= zeros;
            } else {
                now = Hash.ofNode(now, hash);
            }
            position >>>= 1;
            last >>>= 1;
        }
        if (last != 0) return refused("the proof is too short");
        if (!old.equals(oldRoot)) return refused("the proof does not start at the old root");
        return now.equals(newRoot) ? Outcome.done(newRoot) : refused("the proof does not lead to the new root");
    }

    private static Outcome<Hash> refused(String detail) {
        return Outcome.refused(Means.APPEND_ONLY, detail);
    }
}

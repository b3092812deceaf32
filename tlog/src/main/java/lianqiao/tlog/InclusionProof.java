package lianqiao.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that an entry is in the tree at an index (RFC 6962, section 2.1.1): the missing siblings from the leaf up.
 * Immutable and thread-safe.
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
    /** Above this no proof can be: a tree has at most 2^63-1 entries. */
    public static final int MOST_HASHES = 63;

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Makes the proof for an index below the size.
     *
     * @throws IOException when a subtree cannot be read
     */
    public static InclusionProof of(long index, long size, Subtrees subtrees) throws IOException {
        if (index < 0 || index >= size) throw new IllegalArgumentException("index " + index + " in a tree of " + size);
        var hashes = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Subtrees.split(to - from);
            if (index < middle) {
                hashes.add(subtrees.range(middle, to));
                to = middle;
            } else {
                hashes.add(subtrees.range(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, hashes.reversed());
    }

    /** The root this proof leads to from a leaf, or a refusal when index, size and number of hashes cannot belong together. */
    public Outcome<Hash> rootFrom(Hash leaf) {
        if (index < 0 || index >= size) return Outcome.refused(Means.INCLUSION, "index " + index + " is outside a tree of " + size);
        long position = index;
        long last = size - 1;
        var root = leaf;
        for (var hash : hashes) {
            if (last == 0) return Outcome.refused(Means.INCLUSION, "the proof is too long");
            if ((position & 1) == 1 || position == last) {
                root = Hash.ofNode(hash, root);
                int skip = position == 0 ? 0 : Long.numberOfTrailingZeros(position);
                position >>>= skip;
                last >>>= skip;
            } else {
                root = Hash.ofNode(root, hash);
            }
            position >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Outcome.done(root) : Outcome.refused(Means.INCLUSION, "the proof is too short");
    }

    /** Whether the leaf is in the tree of this root. */
    public Outcome<Hash> check(Hash leaf, Hash root) {
        return rootFrom(leaf).then(found -> found.equals(root) ? Outcome.done(root) : Outcome.refused(Means.INCLUSION, "the proof leads to another root"));
    }
}

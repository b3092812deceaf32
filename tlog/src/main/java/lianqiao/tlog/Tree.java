package lianqiao.tlog;

import java.io.IOException;
import java.util.Arrays;

/**
 * A Merkle tree that only grows (RFC 6962, section 2.1), kept as its right edge: the roots of the complete subtrees,
 * one for each bit of the size. That is all one needs to append and to know the root, for any number of entries.
 * Not thread-safe; belongs to whoever appends.
 */
public final class Tree {
    private final Hash[] complete = new Hash[Long.SIZE];   // [h] is meant only where bit h of the size is set
    private long size;

    /** The tree without entries. */
    public Tree() {}

    /**
     * The tree of a size whose edge was stored by {@link #edge}. A number of bytes that does not fit the size is a
     * mistake of the caller; whether the hashes are right only a comparison of {@link #root} can tell.
     */
    public static Tree of(long size, byte[] edge) {
        if (size < 0 || edge.length != Long.bitCount(size) * Hash.LENGTH) throw new IllegalArgumentException("an edge of " + edge.length + " bytes for size " + size);
        var tree = new Tree();
        tree.size = size;
        int at = 0;
        for (int h = Long.SIZE - 1; h >= 0; h--) {
            if ((size >>> h & 1) == 0) continue;
            tree.complete[h] = Hash.at(edge, at);
            at += Hash.LENGTH;
        }
        return tree;
    }

    /** The tree of the first entries, read from where complete subtrees are known. */
    public static Tree of(long size, Subtrees subtrees) throws IOException {
        var tree = new Tree();
        tree.size = size;
        for (int h = 0; h < Long.SIZE - 1; h++) {
            if ((size >>> h & 1) == 1) tree.complete[h] = subtrees.root(h, (size >>> h) - 1);
        }
        return tree;
    }

    /** Entries so far. */
    public long size() {
        return size;
    }

    /** Appends one leaf, by its hash; on average one further hash is computed. */
    public void append(Hash leaf) {
        append(0, leaf);
    }

    /** Appends 2^height entries by the root over them; the size must be a multiple of that. */
    void append(int height, Hash root) {
        var node = root;
        int h = height;
        for (; (size >>> h & 1) == 1; h++) node = Hash.ofNode(complete[h], node);
        complete[h] = node;
        size += 1L << height;
    }

    /** The root over all entries so far. */
    public Hash root() {
        Hash root = null;
        for (int h = 0; h < Long.SIZE; h++) {
            if ((size >>> h & 1) == 1) root = root == null ? complete[h] : Hash.ofNode(complete[h], root);
        }
        return root == null ? Hash.OF_NOTHING : root;
    }

    /** The roots of the complete subtrees from left to right, 32 bytes each: everything {@link #of(long, byte[])} needs. */
    public byte[] edge() {
        var bytes = new byte[Long.bitCount(size) * Hash.LENGTH];
        int at = 0;
        for (int h = Long.SIZE - 1; h >= 0; h--) {
            if ((size >>> h & 1) == 0) continue;
            complete[h].copyTo(bytes, at);
            at += Hash.LENGTH;
        }
        return bytes;
    }

    /** A tree of its own with the same entries. */
    public Tree copy() {
        var tree = new Tree();
        System.arraycopy(complete, 0, tree.complete, 0, complete.length);
        tree.size = size;
        return tree;
    }

    @Override public boolean equals(Object other) {
        return other instanceof Tree tree && size == tree.size && Arrays.equals(edge(), tree.edge());
    }

    @Override public int hashCode() {
        return root().hashCode();
    }

    @Override public String toString() {
        return size + " " + root();
    }
}

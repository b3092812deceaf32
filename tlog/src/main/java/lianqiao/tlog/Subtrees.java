package lianqiao.tlog;

import java.io.IOException;

/**
 * Where the roots of complete subtrees come from: tiles on disk, tiles behind HTTP, a list in memory. Proofs and roots of
 * any range are made of them (RFC 6962, section 2.1).
 */
@FunctionalInterface
public interface Subtrees {
    /**
     * The root over the 2^height entries that begin at entry number·2^height.
     *
     * @throws IOException when it cannot be read
     */
    Hash root(int height, long number) throws IOException;

    /** MTH(D[from:to]): {@code from} is a multiple of the largest power of two that is not above the length of the range. */
    default Hash range(long from, long to) throws IOException {
        long length = to - from;
        if (length == 0) return Hash.OF_NOTHING;
        int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(length);
        if (Long.bitCount(length) == 1) return root(height, from >>> height);
        long middle = from + (1L << height);
        return Hash.ofNode(range(from, middle), range(middle, to));
    }

    /** The largest power of two smaller than n, at which RFC 6962 splits n > 1 entries. */
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}

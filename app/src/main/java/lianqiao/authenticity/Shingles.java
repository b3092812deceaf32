package lianqiao.authenticity;

import java.util.Arrays;

/** The runs of signs of one length in a text, as hashes. */
final class Shingles {
    private Shingles() {}

    /** One hash for each place, in order; none for a text shorter than a shingle. */
    static long[] inOrder(Clean text, int length) {
        var hashes = new long[Math.max(0, text.length() - length + 1)];
        for (int i = 0; i < hashes.length; i++) {
            long hash = length;
            for (int j = i; j < i + length; j++) hash = Mix.next(hash, text.at(j));
            hashes[i] = Mix.last(hash);
        }
        return hashes;
    }

    /** Sorted, each once. */
    static long[] set(long[] inOrder) {
        var sorted = inOrder.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) if (i == 0 || sorted[i] != sorted[i - 1]) sorted[size++] = sorted[i];
        return Arrays.copyOf(sorted, size);
    }

    static int shared(long[] one, long[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) shared++;
            if (one[i] < other[j]) i++;
            else if (one[i] > other[j]) j++;
            else {
                i++;
                j++;
            }
        }
        return shared;
    }
}

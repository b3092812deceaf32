package lianqiao.insight;

import lianqiao.base.Signs;

/**
 * Cuts a text into what two texts about the same thing share: of scripts without spaces each two neighbouring signs, of others each
 * word without its plural. Nothing reaches over punctuation. A piece is known by the number of its bucket alone.
 */
final class Pieces {
    static final int BUCKETS = 1 << 20;
    private static final int LEAST_WORD = 3;

    /** Told each piece with its first sign and the one after its last. */
    interface Sink {
        void piece(int bucket, int first, int end);
    }

    private Pieces() {}

    static void of(Signs signs, Sink sink) {
        for (int i = 0; i < signs.length(); ) {
            if (!signs.isSign(i)) {
                i++;
            } else if (Signs.isDense(signs.at(i))) {
                if (i + 1 < signs.length() && signs.isSign(i + 1) && Signs.isDense(signs.at(i + 1))) sink.piece(bucket(signs.at(i) * 0x9E3779B1 + signs.at(i + 1)), i, i + 2);
                i++;
            } else {
                i = word(signs, i, sink);
            }
        }
    }

    private static int word(Signs signs, int from, Sink sink) {
        int end = from;
        while (end < signs.length() && signs.isSign(end) && !Signs.isDense(signs.at(end))) end++;
        int length = stem(signs, from, end) - from;
        int hash = 7;
        for (int i = from; i < from + length; i++) hash = hash * 31 + signs.at(i);
        if (length >= LEAST_WORD) sink.piece(bucket(hash | 1), from, end);
        return end;
    }

    /** Lamps and lamp, families and familie: what is taken for one need not be a word. */
    private static int stem(Signs signs, int from, int end) {
        boolean plural = end - from > LEAST_WORD && signs.at(end - 1) == 's' && signs.at(end - 2) != 's';
        return plural ? end - 1 : end;
    }

    private static int bucket(int hash) {
        int mixed = (hash ^ hash >>> 15) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) >>> 12;
    }
}

package lianqiao.routing;

import lianqiao.base.Signs;

/**
 * Cuts a text into the pieces a router weighs. Of scripts without spaces: each sign, and each two signs next to each
 * other, so that nobody has to say where a word ends. Of scripts with spaces: each word, the beginning of a long word,
 * and each two words next to each other. Nothing reaches over punctuation; a space between two signs of a dense script
 * means nothing. Every piece is known by the number of its bucket alone.
 */
final class Grams {
    /** A new way of cutting is a new version; a model keeps the version it was trained with. */
    static final int VERSION = 1;
    static final int BUCKETS = 1 << 18;
    private static final int STEM = 5;

    /** Told each piece with its first sign and the one after its last. */
    interface Sink {
        void gram(int bucket, int first, int end);
    }

    private final Signs signs;
    private final Sink sink;
    /** The piece before, still able to make a pair: what it hashes to, 0 for none, and where it begins. */
    private int before;
    private int beganAt;

    private Grams(Signs signs, Sink sink) {
        this.signs = signs;
        this.sink = sink;
    }

    static void of(Signs signs, Sink sink) {
        new Grams(signs, sink).walk();
    }

    private void walk() {
        for (int i = 0; i < signs.length(); ) {
            char sign = signs.at(i);
            if (sign <= Signs.SPACE) {
                if (sign == Signs.BREAK) before = 0;
                i++;
            } else {
                i = Signs.isDense(sign) ? dense(i) : word(i);
            }
        }
    }

    private int dense(int at) {
        return single(signs.at(at), at, at + 1);
    }

    private int word(int at) {
        int end = at;
        int hash = 7;
        for (; end < signs.length() && signs.isSign(end) && !Signs.isDense(signs.at(end)); end++) {
            hash = hash * 31 + signs.at(end);
            if (end - at == STEM && end + 1 < signs.length() && signs.isSign(end + 1)) sink.gram(bucket(hash, 3), at, end + 1);
        }
        return single(hash | 0x10000, at, end);
    }

    private int single(int hash, int at, int end) {
        sink.gram(bucket(hash, 1), at, end);
        if (before != 0) sink.gram(bucket(before * 0x9E3779B1 + hash, 2), beganAt, end);
        before = hash;
        beganAt = at;
        return end;
    }

    private static int bucket(int hash, int kind) {
        int mixed = (hash + kind * 0x7F4A7C15) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 15) * 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) >>> 14;
    }
}

package lianqiao.routing;

import lianqiao.base.Signs;

/**
 * How often each piece occurs in one text, the beginning counted three times: there people say what it is about.
 *
 * @param signs how many letters and digits the text has
 */
record Bag(int[] buckets, int[] counts, int size, int signs) {
    private static final int BEGINNING = 30;
    private static final int WEIGHT_OF_BEGINNING = 3;
    /** More of a text than this adds nothing but time. */
    private static final int MOST_SIGNS = 20_000;

    static Bag of(String text) {
        return of(Signs.of(text.length() <= MOST_SIGNS ? text : text.substring(0, MOST_SIGNS)));
    }

    static Bag of(Signs signs) {
        var table = new Table(Integer.highestOneBit(Math.max(signs.length(), 16) * 4) * 2);
        Grams.of(signs, table);
        int letters = 0;
        for (int i = 0; i < signs.length(); i++) if (signs.isSign(i)) letters++;
        return table.bag(letters);
    }

    /** Open addressing, at most half full (no text has more pieces than twice its signs), small enough to stay beside the processor. */
    private static final class Table implements Grams.Sink {
        private final int mask;
        private final int[] keys;
        private final int[] counts;
        private int size;

        Table(int room) {
            mask = room - 1;
            keys = new int[room];
            counts = new int[room];
        }

        @Override public void gram(int bucket, int first, int end) {
            int at = bucket * 0x9E3779B1 >>> 8 & mask;
            while (keys[at] != 0 && keys[at] != bucket + 1) at = at + 1 & mask;
            if (keys[at] == 0) size++;
            keys[at] = bucket + 1;
            counts[at] += first < BEGINNING ? WEIGHT_OF_BEGINNING : 1;
        }

        Bag bag(int signs) {
            int to = 0;
            var buckets = new int[size];
            var kept = new int[size];
            for (int at = 0; at < keys.length; at++) {
                if (keys[at] == 0) continue;
                buckets[to] = keys[at] - 1;
                kept[to++] = counts[at];
            }
            return new Bag(buckets, kept, size, signs);
        }
    }
}

package lianqiao.insight;

import java.util.Arrays;
import lianqiao.base.Contribution;
import lianqiao.base.Signs;

/** How often each piece occurs in a message, by bucket: its title three times and the beginning of its text. */
record Bag(int[] buckets, int[] counts) {
    private static final int WEIGHT_OF_TITLE = 3;
    private static final int BEGINNING = 300;

    static Bag of(Contribution said) {
        return of(said, PlaceNames.NONE);
    }

    /** Without the pieces that touch the name of a place. */
    static Bag of(Contribution said, PlaceNames names) {
        var all = new Row();
        all.add(said.title(), WEIGHT_OF_TITLE, names);
        all.add(beginning(said.text()), 1, names);
        return all.bag();
    }

    static String beginning(String text) {
        return text.length() <= BEGINNING ? text : text.substring(0, BEGINNING);
    }

    /** Every piece as often as it is met, sorted and added up at the end. */
    private static final class Row {
        private long[] met = new long[256];
        private int size;

        void add(String text, int weight, PlaceNames names) {
            var signs = Signs.of(text);
            var taken = names.touched(signs);
            Pieces.of(signs, (bucket, first, end) -> {
                int at = taken.nextSetBit(first);
                if (at < 0 || at >= end) put((long) bucket << 8 | weight);
            });
        }

        private void put(long piece) {
            if (size == met.length) met = Arrays.copyOf(met, size * 2);
            met[size++] = piece;
        }

        Bag bag() {
            Arrays.sort(met, 0, size);
            var buckets = new int[size];
            var counts = new int[size];
            int to = -1;
            for (int i = 0; i < size; i++) {
                int bucket = (int) (met[i] >>> 8);
                if (to < 0 || buckets[to] != bucket) buckets[++to] = bucket;
                counts[to] += (int) (met[i] & 0xFF);
            }
            return new Bag(Arrays.copyOf(buckets, to + 1), Arrays.copyOf(counts, to + 1));
        }
    }
}

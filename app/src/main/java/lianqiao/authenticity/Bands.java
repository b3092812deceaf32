package lianqiao.authenticity;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds texts that share a key of their sketches: one hash table for each of the 48 bands, a chain of texts in each
 * place, newest first. Texts are numbered from 0 as they come. Grows by doubling; not thread-safe.
 */
final class Bands {
    /** Of one key only so many are looked at, the newest: what everybody shares says nothing. */
    private static final int MOST_OF_A_KEY = 200;
    private static final int CHUNK = 12;

    /** For each band: where the chain of a place begins (number + 1), and for each text its key and the next of its chain. */
    private final int[][] heads = new int[Sketch.BANDS][];
    private final int[][] links = new int[Sketch.BANDS][];
    private byte[][] bits = new byte[1][];
    private int[] seen;
    private int stamp;
    private int size;

    Bands(int room) {
        int places = Integer.highestOneBit(Math.max(room, 16) - 1) * 2;
        for (int band = 0; band < Sketch.BANDS; band++) {
            heads[band] = new int[places];
            links[band] = new int[places * 2];
        }
        seen = new int[places];
    }

    int size() {
        return size;
    }

    /** Takes in the next text; answers its number. */
    int add(Sketch sketch) {
        if (size == heads[0].length) grow();
        for (int band = 0; band < Sketch.BANDS; band++) link(band, size, sketch.key(band));
        if (size >> CHUNK >= bits.length) bits = Arrays.copyOf(bits, bits.length * 2);
        if (bits[size >> CHUNK] == null) bits[size >> CHUNK] = new byte[Sketch.BINS << CHUNK];
        System.arraycopy(sketch.bits(), 0, bits[size >> CHUNK], offset(size), Sketch.BINS);
        return size++;
    }

    /** Each text that shares a key, once. */
    void sharing(Sketch sketch, IntConsumer found) {
        stamp++;
        for (int band = 0; band < Sketch.BANDS; band++) {
            int key = sketch.key(band);
            var chain = links[band];
            int left = MOST_OF_A_KEY;
            for (int at = heads[band][place(band, key)]; at != 0 && left > 0; at = chain[at * 2 - 1]) {
                if (chain[at * 2 - 2] != key) continue;
                left--;
                if (seen[at - 1] == stamp) continue;
                seen[at - 1] = stamp;
                found.accept(at - 1);
            }
        }
    }

    double likeness(Sketch sketch, int number) {
        return Sketch.likeness(sketch.bits(), 0, bits[number >> CHUNK], offset(number));
    }

    double likeness(int one, int other) {
        return Sketch.likeness(bits[one >> CHUNK], offset(one), bits[other >> CHUNK], offset(other));
    }

    private static int offset(int number) {
        return (number & (1 << CHUNK) - 1) * Sketch.BINS;
    }

    private int place(int band, int key) {
        return key & heads[band].length - 1;
    }

    private void link(int band, int number, int key) {
        int place = place(band, key);
        links[band][number * 2] = key;
        links[band][number * 2 + 1] = heads[band][place];
        heads[band][place] = number + 1;
    }

    private void grow() {
        int places = heads[0].length * 2;
        for (int band = 0; band < Sketch.BANDS; band++) {
            heads[band] = new int[places];
            links[band] = Arrays.copyOf(links[band], places * 2);
            for (int number = 0; number < size; number++) link(band, number, links[band][number * 2]);
        }
        seen = Arrays.copyOf(seen, places);
    }
}

package lianqiao.authenticity;

/**
 * What is kept of a text to find the ones like it: the smallest hash in each of 192 bins, eight bits of it for an
 * estimate of likeness, and 48 keys of four whole values each. Two texts share a key with probability J⁴.
 */
final class Sketch {
    static final int BINS = 192;
    static final int BANDS = 48;
    private static final int ROWS = BINS / BANDS;
    private static final double CHANCE = 1.0 / 256;
    private static final int[][] ELSEWHERE = elsewhere();

    private final byte[] bits = new byte[BINS];
    private final int[] keys = new int[BANDS];

    /** @param shingles at least one */
    Sketch(long[] shingles) {
        var least = new long[BINS];
        java.util.Arrays.fill(least, Long.MAX_VALUE);
        for (long shingle : shingles) {
            int bin = (int) ((shingle >>> 32) * BINS >>> 32);
            least[bin] = Math.min(least[bin], shingle & 0xFFFF_FFFFL);
        }
        var values = new int[BINS];
        for (int bin = 0; bin < BINS; bin++) values[bin] = (int) least[filled(bin, least)];
        for (int bin = 0; bin < BINS; bin++) bits[bin] = (byte) values[bin];
        for (int band = 0; band < BANDS; band++) keys[band] = key(band, values);
    }

    byte[] bits() {
        return bits;
    }

    int key(int band) {
        return keys[band];
    }

    /** The likeness of two texts, within about 0.07. */
    static double likeness(byte[] one, int from, byte[] other, int otherFrom) {
        int equal = 0;
        for (int i = 0; i < BINS; i++) equal += one[from + i] == other[otherFrom + i] ? 1 : 0;
        return Math.max(0, ((double) equal / BINS - CHANCE) / (1 - CHANCE));
    }

    private static int key(int band, int[] values) {
        long hash = band;
        for (int row = 0; row < ROWS; row++) hash = Mix.next(Mix.last(hash), values[band * ROWS + row]);
        return (int) Mix.last(hash);
    }

    /** The bin itself, or for an empty one the first filled bin of its own fixed sequence, which is the same for every text. */
    private static int filled(int bin, long[] least) {
        if (least[bin] != Long.MAX_VALUE) return bin;
        for (int other : ELSEWHERE[bin]) if (least[other] != Long.MAX_VALUE) return other;
        throw new IllegalArgumentException("a sketch needs a shingle");
    }

    private static int[][] elsewhere() {
        var sequences = new int[BINS][];
        for (int bin = 0; bin < BINS; bin++) {
            var random = new java.util.SplittableRandom(bin + 1);
            var sequence = java.util.stream.IntStream.range(0, BINS).toArray();
            for (int i = BINS - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = sequence[i];
                sequence[i] = sequence[other];
                sequence[other] = kept;
            }
            sequences[bin] = sequence;
        }
        return sequences;
    }
}

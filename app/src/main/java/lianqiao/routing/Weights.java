package lianqiao.routing;

import java.util.Arrays;

/**
 * What every piece of text says for and against every label. One row for each piece that is known: how rare it is, then
 * its weight for each label. Not thread-safe; {@link Router} keeps readers and the one writer apart.
 */
final class Weights {
    private static final float[] DAMPED = damped();

    private final int labels;
    private final int[] rowOf = new int[Grams.BUCKETS];
    private final float rarest;
    private float[] rows;
    private int size;

    /** @param rarest how rare a piece counts that no text had so far */
    Weights(int labels, float rarest, int room) {
        this.labels = labels;
        this.rarest = rarest;
        rows = new float[Math.max(room, 16) * (labels + 1)];
        Arrays.fill(rowOf, -1);
    }

    int labels() {
        return labels;
    }

    int size() {
        return size;
    }

    float rarest() {
        return rarest;
    }

    /** The row of a piece, or -1. */
    int row(int bucket) {
        return rowOf[bucket];
    }

    float rarity(int row) {
        return rows[row * (labels + 1)];
    }

    float weight(int row, int label) {
        return rows[row * (labels + 1) + 1 + label];
    }

    void set(int row, int label, float weight) {
        rows[row * (labels + 1) + 1 + label] = weight;
    }

    /** A row for a piece that has none yet. */
    int add(int bucket, float rarity) {
        if ((size + 1) * (labels + 1) > rows.length) rows = Arrays.copyOf(rows, rows.length * 2);
        rows[size * (labels + 1)] = rarity;
        rowOf[bucket] = size;
        return size++;
    }

    /** The same, with a last label of which nothing is known yet. */
    Weights withOneMoreLabel() {
        var more = new Weights(labels + 1, rarest, size);
        System.arraycopy(rowOf, 0, more.rowOf, 0, rowOf.length);
        more.size = size;
        for (int row = 0; row < size; row++) System.arraycopy(rows, row * (labels + 1), more.rows, row * (labels + 2), labels + 1);
        return more;
    }

    /** How much a piece weighs in a text, before the text is brought to length one. */
    static float damped(int count) {
        return DAMPED[Math.min(count, DAMPED.length - 1)];
    }

    /** The scores of all labels for a text brought to length one. */
    float[] scores(Bag bag) {
        var scores = new float[labels];
        float squares = 0;
        for (int i = 0; i < bag.size(); i++) {
            int row = rowOf[bag.buckets()[i]];
            if (row < 0) continue;
            int at = row * (labels + 1);
            float x = damped(bag.counts()[i]) * rows[at];
            squares += x * x;
            for (int label = 0; label < labels; label++) scores[label] += x * rows[at + 1 + label];
        }
        float unit = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int label = 0; label < labels; label++) scores[label] *= unit;
        return scores;
    }

    private static float[] damped() {
        var table = new float[256];
        for (int count = 1; count < table.length; count++) table[count] = (float) (1 + Math.log(count));
        return table;
    }
}

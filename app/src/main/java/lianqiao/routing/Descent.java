package lianqiao.routing;

import java.util.SplittableRandom;

/**
 * A linear support vector machine for one label against all others, by dual coordinate descent: minimises
 * ½‖w‖² + C·Σ max(0, 1 − y·w·x)². The same texts in the same order with the same seed give the same weights.
 */
final class Descent {
    private static final double C = 1;
    private static final double DIAGONAL = 1 / (2 * C);
    private static final int MOST_ROUNDS = 60;
    private static final double GOOD_ENOUGH = 0.05;

    private final Vectors vectors;
    private final boolean[] yes;
    private final float[] weights;
    private final double[] alpha;

    private Descent(Vectors vectors, boolean[] yes) {
        this.vectors = vectors;
        this.yes = yes;
        weights = new float[vectors.buckets().length];
        alpha = new double[vectors.texts()];
    }

    /** The weight of every piece for this label. */
    static float[] weights(Vectors vectors, boolean[] yes, long seed) {
        var descent = new Descent(vectors, yes);
        var random = new SplittableRandom(seed);
        var order = java.util.stream.IntStream.range(0, vectors.texts()).toArray();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            shuffle(order, random);
            if (descent.round(order) < GOOD_ENOUGH) break;
        }
        return descent.weights;
    }

    /** Visits every text once; answers the largest step still open. */
    private double round(int[] order) {
        double largest = 0;
        for (int text : order) {
            int y = yes[text] ? 1 : -1;
            double gradient = y * dot(text) - 1 + alpha[text] * DIAGONAL;
            if (alpha[text] == 0 && gradient >= 0) continue;
            largest = Math.max(largest, Math.abs(gradient));
            double next = Math.max(alpha[text] - gradient / (1 + DIAGONAL), 0);
            move(text, (float) ((next - alpha[text]) * y));
            alpha[text] = next;
        }
        return largest;
    }

    private float dot(int text) {
        float sum = 0;
        var pieces = vectors.pieces();
        var values = vectors.values();
        for (int i = vectors.start()[text], end = vectors.start()[text + 1]; i < end; i++) sum += weights[pieces[i]] * values[i];
        return sum;
    }

    private void move(int text, float by) {
        var pieces = vectors.pieces();
        var values = vectors.values();
        for (int i = vectors.start()[text], end = vectors.start()[text + 1]; i < end; i++) weights[pieces[i]] += by * values[i];
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}

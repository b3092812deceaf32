package lianqiao.routing;

/**
 * One step towards a corrected label and away from the label that scored best instead, just so far that the corrected
 * one would lead by one, or as far as the weight of the lesson allows (passive-aggressive).
 */
final class Correcting {
    private Correcting() {}

    static void learn(Weights weights, Bag bag, int right, double most) {
        var rows = rows(weights, bag);
        var scores = weights.scores(bag);
        int wrong = wrong(scores, right);
        if (wrong < 0) return;
        double lacking = Math.max(0, 1 - (scores[right] - scores[wrong]));
        double step = Math.min(most, lacking / 2);
        double unit = 1 / length(weights, bag, rows);
        for (int i = 0; i < rows.length; i++) {
            float by = (float) (step * unit * value(weights, bag, rows, i));
            weights.set(rows[i], right, weights.weight(rows[i], right) + by);
            weights.set(rows[i], wrong, weights.weight(rows[i], wrong) - by);
        }
    }

    /** Pieces never seen before become known, as rare ones: a new word is what a correction often is about. */
    private static int[] rows(Weights weights, Bag bag) {
        var rows = new int[bag.size()];
        for (int i = 0; i < rows.length; i++) {
            int row = weights.row(bag.buckets()[i]);
            rows[i] = row >= 0 ? row : weights.add(bag.buckets()[i], weights.rarest());
        }
        return rows;
    }

    private static int wrong(float[] scores, int right) {
        int wrong = -1;
        for (int i = 0; i < scores.length; i++) if (i != right && (wrong < 0 || scores[i] > scores[wrong])) wrong = i;
        return wrong;
    }

    private static double length(Weights weights, Bag bag, int[] rows) {
        double squares = 0;
        for (int i = 0; i < rows.length; i++) squares += Math.pow(value(weights, bag, rows, i), 2);
        return squares > 0 ? Math.sqrt(squares) : 1;
    }

    private static double value(Weights weights, Bag bag, int[] rows, int i) {
        return Weights.damped(bag.counts()[i]) * weights.rarity(rows[i]);
    }
}

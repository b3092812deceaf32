package lianqiao.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How sure a score is: found on texts that were not trained on, because on the others a model is always sure.
 *
 * @param temperature scores are divided by it before they become probabilities
 * @param margin the lead of the first label over the second that four of five texts have
 */
record Calibration(double temperature, double margin) {
    /** Until a town has confirmed enough texts of its own: the temperature seen elsewhere, and nothing is preselected. */
    static final Calibration UNTRIED = new Calibration(0.25, Double.MAX_VALUE);

    private static final double SURE_SHARE = 0.8;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double COLDEST = Math.log(0.02);
    private static final double HOTTEST = Math.log(5);

    /** @param scores of each text, all labels; @param truths the number of each text's label */
    static Calibration of(List<float[]> scores, int[] truths) {
        var margins = new ArrayList<Double>();
        scores.forEach(one -> margins.add(lead(one)));
        margins.sort(Collections.reverseOrder());
        double margin = margins.isEmpty() ? Double.MAX_VALUE : margins.get((int) Math.min(margins.size() - 1, Math.round(margins.size() * SURE_SHARE)));
        return new Calibration(Math.exp(coolest(scores, truths)), margin);
    }

    /** Probabilities that add up to one. */
    double[] probabilities(float[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float score : scores) highest = Math.max(highest, score);
        var shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) sum += shares[i] = Math.exp((scores[i] - highest) / temperature);
        for (int i = 0; i < scores.length; i++) shares[i] /= sum;
        return shares;
    }

    static double lead(float[] scores) {
        float first = Float.NEGATIVE_INFINITY;
        float second = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            second = Math.max(second, Math.min(first, score));
            first = Math.max(first, score);
        }
        return scores.length < 2 ? 0 : first - second;
    }

    /** The logarithm of the temperature at which the truths surprise least, by golden section: surprise has one valley. */
    private static double coolest(List<float[]> scores, int[] truths) {
        double low = COLDEST;
        double high = HOTTEST;
        for (int step = 0; step < 40; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (surprise(scores, truths, left) < surprise(scores, truths, right)) high = right;
            else low = left;
        }
        return (low + high) / 2;
    }

    private static double surprise(List<float[]> scores, int[] truths, double temperature) {
        var tried = new Calibration(Math.exp(temperature), 0);
        double sum = 0;
        for (int i = 0; i < truths.length; i++) sum -= Math.log(Math.max(tried.probabilities(scores.get(i))[truths[i]], 1e-12));
        return sum;
    }
}

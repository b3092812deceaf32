package lianqiao.insight;

import lianqiao.base.Public;

/**
 * How much an issue weighs now, by four terms that are always shown together:
 * log₂(1+V) + ½·log₂(1+S) + log₂(1+B) + ¼·log₂(1+D). What is open weighs whole; what was answered weighs half after thirty days, what
 * residents confirmed as solved half after seven.
 *
 * @param voices V: Σ √(weight of the persons) over the texts; copies raise it by a square root
 * @param supporters S: weighted signs of agreement; none of them is a voice
 * @param busiest B: weighted persons in the busiest thirty days
 * @param places D: different places it is about, 0 or more
 */
public record Heat(double voices, double supporters, double busiest, int places) implements Public {
    /** Nothing is hot. */
    static final Heat NONE = new Heat(0, 0, 0, 0);

    public double ofVoices() {
        return log2(voices);
    }

    public double ofSupporters() {
        return log2(supporters) / 2;
    }

    public double ofBusiest() {
        return log2(busiest);
    }

    public double ofPlaces() {
        return log2(places) / 4;
    }

    /** H: the sum of the four terms. */
    public double sum() {
        return ofVoices() + ofSupporters() + ofBusiest() + ofPlaces();
    }

    private static double log2(double value) {
        return Math.log1p(value) / Math.log(2);
    }
}

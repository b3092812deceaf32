package lianqiao.insight;

/**
 * In how many texts each piece occurs: what few texts have says more. How rare a piece is goes by the settled texts, those that came before the
 * last month, as soon as there are enough: so a flood of this week cannot change what words weigh, and with it how like other texts are. One thread
 * at a time.
 */
final class Vocabulary {
    private static final int ENOUGH = 500;

    private final int[] texts = new int[Pieces.BUCKETS];
    private final int[] settled = new int[Pieces.BUCKETS];
    private int size;
    private int settledSize;

    /** @param isSettled whether the text came before the last month */
    void add(Bag bag, boolean isSettled) {
        size++;
        for (int bucket : bag.buckets()) texts[bucket]++;
        if (!isSettled) return;
        settledSize++;
        for (int bucket : bag.buckets()) settled[bucket]++;
    }

    int size() {
        return size;
    }

    int texts(int bucket) {
        return texts[bucket];
    }

    /** ln((N+1)/n), never below nothing. */
    double rarity(int bucket) {
        int all = settledSize >= ENOUGH ? settledSize : size;
        int holding = settledSize >= ENOUGH ? settled[bucket] : texts[bucket];
        return Math.log((all + 1.0) / Math.max(1, Math.min(holding, all)));
    }

    /**
     * A message as a direction. Pieces that no other text has yet are like nothing, and would only make every text unlike every other; so
     * they count for its length only where they are more than half of it, as in a few words that nobody has said before.
     */
    Vector vector(Bag bag) {
        var values = new float[bag.buckets().length];
        double shared = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            int bucket = bag.buckets()[i];
            double value = (1 + Math.log(bag.counts()[i])) * rarity(bucket);
            values[i] = (float) value;
            all += value * value;
            if (texts[bucket] > 1) shared += value * value;
        }
        return Vector.of(bag.buckets(), values, values.length, Math.sqrt(Math.max(shared, all / 2)));
    }
}

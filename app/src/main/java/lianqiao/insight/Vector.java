package lianqiao.insight;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A message as a direction of length one: buckets in order, and how much each weighs. Empty when nothing is known of it. */
record Vector(int[] buckets, float[] values) {
    static Vector of(int[] buckets, float[] values, int size, double length) {
        var kept = Arrays.copyOf(buckets, size);
        var unit = Arrays.copyOf(values, size);
        for (int i = 0; i < size && length > 0; i++) unit[i] /= (float) length;
        return new Vector(kept, unit);
    }

    int size() {
        return buckets.length;
    }

    /** Only its heaviest pieces, at most so many, in order; still as long as they are. */
    Vector heaviest(int most) {
        if (size() <= most) return this;
        var sorted = values.clone();
        Arrays.sort(sorted);
        float least = sorted[sorted.length - most];
        var kept = IntStream.range(0, size()).filter(i -> values[i] >= least).limit(most).toArray();
        var few = new float[kept.length];
        double squares = 0;
        for (int i = 0; i < kept.length; i++) squares += (few[i] = values[kept[i]]) * few[i];
        return of(IntStream.of(kept).map(i -> buckets[i]).toArray(), few, kept.length, Math.sqrt(squares));
    }

    /** The cosine of two. */
    double like(Vector other) {
        double sum = 0;
        for (int i = 0, j = 0; i < size() && j < other.size(); ) {
            if (buckets[i] == other.buckets[j]) sum += values[i++] * other.values[j++];
            else if (buckets[i] < other.buckets[j]) i++;
            else j++;
        }
        return sum;
    }
}

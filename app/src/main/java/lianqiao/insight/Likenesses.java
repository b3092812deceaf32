package lianqiao.insight;

import java.util.Arrays;
import java.util.List;

/** All pairs of messages that share something: for each the ones before it, and how like they are. Found through the pieces they share. */
final class Likenesses {
    private static final double LEAST = 0.03;
    /** A piece that more than this share of all messages has costs much and says nothing. */
    private static final int TOO_COMMON = 8;
    private static final int NEVER_TOO_COMMON = 50;

    /** Told each pair once, the later message first. */
    interface Sink {
        void pair(int one, int before, float like);
    }

    private final List<Vector> vectors;
    /** The number of each piece that is gone through, −1 for the others. */
    private final int[] numbers;
    private final int[][] holders;
    private final float[][] weights;
    private final int[] sizes;

    private Likenesses(List<Vector> vectors) {
        this.vectors = vectors;
        numbers = new int[Pieces.BUCKETS];
        int known = 0;
        for (var vector : vectors) for (int bucket : vector.buckets()) if (numbers[bucket]++ == 0) known++;
        holders = new int[known][];
        weights = new float[known][];
        sizes = new int[known];
        int most = Math.max(NEVER_TOO_COMMON, vectors.size() / TOO_COMMON);
        known = 0;
        for (int bucket = 0; bucket < numbers.length; bucket++) {
            int size = numbers[bucket];
            numbers[bucket] = size > 1 && size <= most ? known : -1;
            if (numbers[bucket] < 0) continue;
            holders[known] = new int[size];
            weights[known++] = new float[size];
        }
    }

    static void of(List<Vector> vectors, Sink sink) {
        new Likenesses(vectors).tell(sink);
    }

    private void tell(Sink sink) {
        var like = new float[vectors.size()];
        var touched = new int[vectors.size()];
        for (int one = 0; one < vectors.size(); one++) {
            int count = gather(one, like, touched);
            Arrays.sort(touched, 0, count);
            for (int i = 0; i < count; i++) {
                if (like[touched[i]] >= LEAST) sink.pair(one, touched[i], like[touched[i]]);
                like[touched[i]] = 0;
            }
        }
    }

    /** Adds up what a message shares with those before it, and puts it beside them. */
    private int gather(int one, float[] like, int[] touched) {
        var vector = vectors.get(one);
        int count = 0;
        for (int i = 0; i < vector.size(); i++) {
            int number = numbers[vector.buckets()[i]];
            if (number < 0) continue;
            for (int k = 0; k < sizes[number]; k++) {
                int other = holders[number][k];
                if (like[other] == 0) touched[count++] = other;
                like[other] += vector.values()[i] * weights[number][k];
            }
            holders[number][sizes[number]] = one;
            weights[number][sizes[number]++] = vector.values()[i];
        }
        return count;
    }
}

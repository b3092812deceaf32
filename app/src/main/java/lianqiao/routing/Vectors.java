package lianqiao.routing;

import java.util.List;

/** The texts of one training as sparse rows of length one: row {@code i} lies from {@code start[i]} to before {@code start[i + 1]}. */
record Vectors(int[] start, int[] pieces, float[] values, int[] buckets, float[] rarities, float rarest) {
    /** A piece that only one text has teaches nothing about others. */
    private static final int LEAST_TEXTS = 2;

    int texts() {
        return start.length - 1;
    }

    static Vectors of(List<Bag> bags) {
        var known = new Known(bags);
        var start = new int[bags.size() + 1];
        int total = bags.stream().mapToInt(Bag::size).sum();
        var vectors = new Vectors(start, new int[total], new float[total], known.buckets, known.rarities, rarity(bags.size(), 0));
        for (int i = 0; i < bags.size(); i++) start[i + 1] = vectors.add(bags.get(i), start[i], known.pieceOf);
        return vectors;
    }

    /** A row for every piece, nothing known yet. */
    Weights weights(int labels) {
        var weights = new Weights(labels, rarest, buckets.length);
        for (int piece = 0; piece < buckets.length; piece++) weights.add(buckets[piece], rarities[piece]);
        return weights;
    }

    private int add(Bag bag, int from, int[] pieceOf) {
        int to = from;
        double squares = 0;
        for (int i = 0; i < bag.size(); i++) {
            int piece = pieceOf[bag.buckets()[i]];
            if (piece < 0) continue;
            pieces[to] = piece;
            values[to] = Weights.damped(bag.counts()[i]) * rarities[piece];
            squares += values[to] * values[to++];
        }
        float unit = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = from; i < to; i++) values[i] *= unit;
        return to;
    }

    private static float rarity(int texts, int holding) {
        return (float) (Math.log((texts + 1.0) / (holding + 1.0)) + 1);
    }

    /** The pieces that at least two texts have, numbered. */
    private static final class Known {
        final int[] pieceOf = new int[Grams.BUCKETS];
        final int[] buckets;
        final float[] rarities;

        Known(List<Bag> bags) {
            var holding = new int[Grams.BUCKETS];
            for (var bag : bags) for (int i = 0; i < bag.size(); i++) holding[bag.buckets()[i]]++;
            buckets = java.util.stream.IntStream.range(0, Grams.BUCKETS).filter(b -> holding[b] >= LEAST_TEXTS).toArray();
            rarities = new float[buckets.length];
            java.util.Arrays.fill(pieceOf, -1);
            for (int piece = 0; piece < buckets.length; piece++) {
                pieceOf[buckets[piece]] = piece;
                rarities[piece] = rarity(bags.size(), holding[buckets[piece]]);
            }
        }
    }
}

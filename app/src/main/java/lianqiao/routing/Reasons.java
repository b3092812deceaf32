package lianqiao.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import lianqiao.base.Signs;

/** Joins the pieces of a text that speak loudest for a label to phrases a person can read. */
final class Reasons {
    private static final int PIECES = 12;
    private static final int PHRASES = 5;

    /** A piece in its place and what it adds to the score. */
    private record Voice(int first, int end, double weight) {}

    private Reasons() {}

    static List<Because> of(String text, Weights weights, int label) {
        var signs = Signs.of(text);
        var voices = new ArrayList<Voice>();
        Grams.of(signs, (bucket, first, end) -> {
            int row = weights.row(bucket);
            double weight = row < 0 ? 0 : weights.rarity(row) * weights.weight(row, label);
            if (weight > 0) voices.add(new Voice(first, end, weight));
        });
        voices.sort(Comparator.comparingDouble(Voice::weight).reversed());
        return phrases(text, signs, voices.subList(0, Math.min(PIECES, voices.size())));
    }

    /** Touching and overlapping pieces become one phrase; a phrase said twice is shown once. */
    private static List<Because> phrases(String text, Signs signs, List<Voice> loudest) {
        var joined = new ArrayList<Voice>();
        loudest.stream().sorted(Comparator.comparingInt(Voice::first)).forEach(voice -> {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || voice.first() > last.end()) joined.add(voice);
            else joined.set(joined.size() - 1, new Voice(last.first(), Math.max(last.end(), voice.end()), last.weight() + voice.weight()));
        });
        var said = new HashSet<String>();
        return joined.stream().sorted(Comparator.comparingDouble(Voice::weight).reversed()).map(voice -> because(text, signs, voice))
                .filter(because -> said.add(because.phrase())).limit(PHRASES).toList();
    }

    private static Because because(String text, Signs signs, Voice voice) {
        int from = signs.from(voice.first());
        int to = signs.to(voice.end() - 1);
        return new Because(text.substring(from, to), from, to, voice.weight());
    }
}

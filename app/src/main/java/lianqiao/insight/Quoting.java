package lianqiao.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lianqiao.base.Contribution;

/**
 * Chooses sentences that stand for many texts: close to their middle and unlike each other (λ = 0.7), one of each text group at
 * most, so that a flood cannot fill the choice, and one voice that differs if there is one. Only quotes; pure.
 */
final class Quoting {
    private static final double LAMBDA = 0.7;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 120;
    private static final int MOST_SENTENCES = 600;
    private static final int A_TEXT = 12;
    /** A voice that differs is among the fifth least like the middle, and still about the same. */
    private static final double DIFFERS = 0.2;
    private static final double STILL_ABOUT = 0.10;

    private final List<Quote> sentences = new ArrayList<>();
    private final List<Long> groups = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();

    private Quoting() {}

    /** A text and the group it is folded into. */
    record Source(Contribution said, long group) {}

    static List<Quote> of(List<Source> sources, int most) {
        var quoting = new Quoting();
        sources.forEach(quoting::cut);
        return quoting.sentences.isEmpty() ? List.of() : quoting.choose(most);
    }

    /** The first sentences of each text: what comes later explains. */
    private void cut(Source source) {
        var text = source.said().words();
        int cut = 0;
        for (var part : Sentences.of(text)) {
            if (part.to() - part.from() < SHORTEST || part.to() - part.from() > LONGEST || part.to() <= source.said().title().length()) continue;
            if (cut++ == A_TEXT || sentences.size() == MOST_SENTENCES) return;
            sentences.add(new Quote(source.said().key(), source.said().reference(), source.said().language(), part.from(), part.to(), part.in(text), false));
            groups.add(source.group());
        }
    }

    private List<Quote> choose(int most) {
        var closeness = new Closeness(sentences.stream().map(Quote::words).toList());
        var toMiddle = closeness.toMiddle(IntStream.range(0, sentences.size()).boxed().toList());
        var chosen = new ArrayList<Integer>();
        while (chosen.size() < most) {
            int best = next(closeness, toMiddle, chosen);
            if (best < 0) break;
            chosen.add(best);
            taken.add(groups.get(best));
        }
        var quotes = new ArrayList<>(chosen.stream().map(sentences::get).toList());
        int other = differing(toMiddle);
        if (other >= 0) quotes.add(differs(sentences.get(other)));
        return quotes;
    }

    private int next(Closeness closeness, double[] toMiddle, List<Integer> chosen) {
        int best = -1;
        double score = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sentences.size(); i++) {
            if (taken.contains(groups.get(i))) continue;
            double like = 0;
            for (int other : chosen) like = Math.max(like, closeness.between(i, other));
            double value = LAMBDA * toMiddle[i] - (1 - LAMBDA) * like;
            if (value > score + 1e-12) {
                score = value;
                best = i;
            }
        }
        return best;
    }

    private int differing(double[] toMiddle) {
        var sorted = Arrays.stream(toMiddle).sorted().toArray();
        double below = sorted[(int) (sorted.length * DIFFERS)];
        return IntStream.range(0, toMiddle.length).filter(i -> !taken.contains(groups.get(i)) && toMiddle[i] <= below && toMiddle[i] >= STILL_ABOUT)
                .boxed().min((a, b) -> Double.compare(toMiddle[a], toMiddle[b])).orElse(-1);
    }

    private static Quote differs(Quote one) {
        return new Quote(one.key(), one.reference(), one.language(), one.from(), one.to(), one.words(), true);
    }
}

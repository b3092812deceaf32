package lianqiao.insight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lianqiao.base.Contribution;

/**
 * Whether a group of messages is about one thing, or only about one place. The name of an estate is a strong word, so groups form around it in
 * which everybody complains about something else; therefore all names of places are left out before it is asked how like its messages are.
 *
 * @param cohesion mean of the cosines of all pairs, without places
 * @param shared words that most messages have and few others
 */
record Gates(double cohesion, int shared) {
    /** @param letters one message for each different text */
    static Gates of(List<Contribution> letters, PlaceNames names, Vocabulary words, HotRules rules) {
        var bags = letters.stream().map(one -> Bag.of(one, names)).toList();
        return new Gates(cohesion(bags, words), shared(bags, words, rules));
    }

    boolean open(HotRules rules) {
        return cohesion >= rules.cohesion() && shared >= rules.shared();
    }

    /** (‖Σ‖² − Σ‖·‖²) / n(n−1): the mean over all pairs, without going through them. */
    private static double cohesion(List<Bag> bags, Vocabulary words) {
        var sum = new HashMap<Integer, Double>();
        double own = 0;
        for (var bag : bags) {
            var vector = words.vector(bag);
            own += vector.like(vector);
            for (int i = 0; i < vector.size(); i++) sum.merge(vector.buckets()[i], (double) vector.values()[i], Double::sum);
        }
        double squares = sum.values().stream().mapToDouble(value -> value * value).sum();
        return bags.size() < 2 ? 1 : (squares - own) / ((double) bags.size() * (bags.size() - 1));
    }

    private static int shared(List<Bag> bags, Vocabulary words, HotRules rules) {
        Map<Integer, Integer> holding = new HashMap<>();
        bags.forEach(bag -> new HashSet<>(java.util.Arrays.stream(bag.buckets()).boxed().toList()).forEach(bucket -> holding.merge(bucket, 1, Integer::sum)));
        int others = Math.max(1, words.size() - bags.size());
        return (int) holding.entrySet().stream().filter(one -> one.getValue() >= rules.sharedBy() * bags.size()
                && words.texts(one.getKey()) - one.getValue() <= rules.known() * others).count();
    }
}

package lianqiao.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lianqiao.insight.Suggestions.Answer;
import lianqiao.insight.Suggestions.Suggested;

/** Puts sentences together that propose the same: each joins the first group whose first sentence it is like, the oldest first. */
final class Grouping {
    private static final int OTHERS = 5;

    private Grouping() {}

    /** A sentence and whose voice it is. */
    record Spoken(Quote quote, long voice, Instant at) {}

    static List<Suggested> of(List<Spoken> spoken, Function<Collection<Long>, Map<String, Answer>> answers) {
        var sorted = spoken.stream().sorted(Comparator.comparing(Spoken::at).thenComparing(one -> one.quote().key()).thenComparing(one -> one.quote().from())).toList();
        var closeness = new Closeness(sorted.stream().map(one -> one.quote().words()).toList());
        var groups = new ArrayList<List<Integer>>();
        for (int i = 0; i < sorted.size(); i++) {
            int sentence = i;
            groups.stream().filter(group -> closeness.between(group.getFirst(), sentence) >= Suggestions.alike()).findFirst()
                    .ifPresentOrElse(group -> group.add(sentence), () -> groups.add(new ArrayList<>(List.of(sentence))));
        }
        var known = answers.apply(sorted.stream().map(one -> one.quote().key()).distinct().toList());
        return groups.stream().map(group -> one(group, sorted, closeness, known))
                .sorted(Comparator.comparing(Suggested::persons).reversed().thenComparing(Suggested::last, Comparator.reverseOrder()).thenComparing(one -> one.quote().key())).toList();
    }

    private static Suggested one(List<Integer> group, List<Spoken> spoken, Closeness closeness, Map<String, Answer> known) {
        var toMiddle = closeness.toMiddle(group);
        var byMiddle = group.stream().sorted(Comparator.comparing((Integer i) -> -toMiddle[i]).thenComparing(i -> i)).toList();
        var voices = new HashSet<Long>();
        var others = new ArrayList<Quote>();
        for (int i : byMiddle) if (voices.add(spoken.get(i).voice()) && i != byMiddle.getFirst() && others.size() < OTHERS) others.add(spoken.get(i).quote());
        var last = group.stream().map(i -> spoken.get(i).at()).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        var answer = group.stream().map(i -> spoken.get(i).quote()).map(quote -> known.get(place(quote.key(), quote.from()))).filter(Objects::nonNull).findFirst().orElse(null);
        return new Suggested(spoken.get(byMiddle.getFirst()).quote(), others, voices.size(), last, answer);
    }

    /** By which a sentence is found again. */
    static String place(long key, int from) {
        return key + ":" + from;
    }
}

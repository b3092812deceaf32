package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.base.Contribution;

/**
 * Which texts of one window were put together from the same phrases: two of them belong together when much of both is
 * shared with others and what they share with one another covers 30 % of the shorter. Knows nobody; for one count, by one thread.
 */
final class Recombined {
    private static final double OF_THE_SHORTER = 0.30;
    private static final int NEWEST_OF_A_PHRASE = 20;
    private static final int MOST_LOOKED_AT = 50;

    private final List<Text> texts = new ArrayList<>();
    private final Map<Long, List<Integer>> newest = new HashMap<>();
    private final Components together = new Components();

    /** A text of which much is shared. */
    private record Text(Contribution said, Clean clean, long[] inOrder, long[] shared, Coverage coverage) {}

    /** Two texts of one fold. @param common how much of the shorter they have in common */
    record Link(Contribution one, Contribution other, double share, double common) {}

    private final List<Link> links = new ArrayList<>();

    /**
     * A text of which {@link Coverage} says that much is recycled, the oldest first.
     *
     * @param fold the name of the fold it is in already
     * @param shared whether a phrase is shared with enough others and not everybody's
     */
    void add(Contribution said, Coverage coverage, long fold, long[] inOrder, java.util.function.LongPredicate shared) {
        var phrases = Shingles.set(Arrays.stream(inOrder).filter(shared).toArray());
        var text = new Text(said, Clean.of(said.words()), inOrder, phrases, coverage);
        together.join(said.key(), fold);
        for (int other : candidates(phrases)) meet(text, texts.get(other));
        int number = texts.size();
        texts.add(text);
        for (long phrase : phrases) remember(newest.computeIfAbsent(phrase, _ -> new ArrayList<>()), number);
    }

    /** The links between folds that hold enough people to be called one text, of which at least one member is recombined beyond doubt. */
    List<Link> links(FoldRules rules) {
        var people = new HashMap<Long, Set<Long>>();
        var sure = new HashSet<Long>();
        for (var text : texts) {
            long root = together.root(text.said().key());
            people.computeIfAbsent(root, _ -> new HashSet<>()).add(text.said().voice());
            if (text.coverage().mark() == Coverage.Mark.RECYCLED) sure.add(root);
        }
        return links.stream().filter(link -> {
            long root = together.root(link.one().key());
            return sure.contains(root) && people.get(root).size() > rules.others(Clean.of(link.one().words()).isDense());
        }).toList();
    }

    private void meet(Text text, Text other) {
        if (together.root(text.said().key()) == together.root(other.said().key())) return;
        double common = common(text, other);
        if (common < OF_THE_SHORTER) return;
        together.join(text.said().key(), other.said().key());
        links.add(new Link(text.said(), other.said(), text.coverage().share(), common));
    }

    private static double common(Text one, Text other) {
        var shorter = one.clean().length() <= other.clean().length() ? one : other;
        var longer = shorter == one ? other : one;
        var covered = new boolean[shorter.clean().length()];
        int length = covered.length - shorter.inOrder().length + 1;
        for (int i = 0; i < shorter.inOrder().length; i++)
            if (Arrays.binarySearch(shorter.shared(), shorter.inOrder()[i]) >= 0 && Arrays.binarySearch(longer.shared(), shorter.inOrder()[i]) >= 0)
                Arrays.fill(covered, i, i + length, true);
        int signs = 0;
        for (boolean sign : covered) if (sign) signs++;
        return covered.length == 0 ? 0 : (double) signs / covered.length;
    }

    /** Those that share most phrases, among the newest of each phrase. */
    private int[] candidates(long[] phrases) {
        var shared = new HashMap<Integer, Integer>();
        for (long phrase : phrases) for (int other : newest.getOrDefault(phrase, List.of())) shared.merge(other, 1, Integer::sum);
        var best = new Best(MOST_LOOKED_AT);
        shared.forEach(best::add);
        return best.best();
    }

    private static void remember(List<Integer> numbers, int number) {
        if (numbers.size() == NEWEST_OF_A_PHRASE) numbers.removeFirst();
        numbers.add(number);
    }
}

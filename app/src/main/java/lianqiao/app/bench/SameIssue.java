package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.app.bench.RealTexts.Message;

/** Pairs of messages of different people about the same thing: those whose pairs of signs, weighed by how rare they are, point the same way. */
final class SameIssue {
    /** From this cosine on texts are taken to be about the same: low, so that many pairs in different words are among them. */
    private static final double SAME = 0.12;
    private static final int BEGINNING = 300;

    /** Two messages by their places in the list. */
    record Pair(int one, int other, double cosine) {}

    private SameIssue() {}

    static List<Pair> pairs(List<Message> messages) {
        var vectors = vectors(messages);
        var holding = new HashMap<Integer, List<Integer>>();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < vectors.size(); i++) {
            var products = new HashMap<Integer, Double>();
            for (var part : vectors.get(i).entrySet()) {
                var before = holding.computeIfAbsent(part.getKey(), _ -> new ArrayList<>());
                for (int j : before) products.merge(j, part.getValue() * vectors.get(j).get(part.getKey()), Double::sum);
                before.add(i);
            }
            int one = i;
            products.forEach((other, cosine) -> {
                if (cosine >= SAME && !messages.get(other).writer().equals(messages.get(one).writer())) pairs.add(new Pair(other, one, cosine));
            });
        }
        return pairs;
    }

    private static List<Map<Integer, Double>> vectors(List<Message> messages) {
        var counts = messages.stream().map(message -> counts(message.text())).toList();
        var texts = new HashMap<Integer, Integer>();
        counts.forEach(one -> one.keySet().forEach(pair -> texts.merge(pair, 1, Integer::sum)));
        return counts.stream().map(one -> weighed(one, texts, counts.size())).toList();
    }

    private static Map<Integer, Double> weighed(Map<Integer, Integer> counts, Map<Integer, Integer> texts, int all) {
        var weighed = new HashMap<Integer, Double>();
        counts.forEach((pair, count) -> {
            if (texts.get(pair) > 1) weighed.put(pair, (1 + Math.log(count)) * Math.log((all + 1.0) / texts.get(pair)));
        });
        double length = Math.sqrt(weighed.values().stream().mapToDouble(weight -> weight * weight).sum());
        weighed.replaceAll((_, weight) -> weight / length);
        return weighed;
    }

    /** The title three times, as people say there what it is about. */
    private static Map<Integer, Integer> counts(String text) {
        var counts = new HashMap<Integer, Integer>();
        int title = text.indexOf('\n');
        for (int i = 1; i < Math.min(text.length(), title + BEGINNING); i++)
            if (Character.isLetterOrDigit(text.charAt(i)) && Character.isLetterOrDigit(text.charAt(i - 1)))
                counts.merge(text.charAt(i - 1) << 16 | text.charAt(i), i < title ? 3 : 1, Integer::sum);
        return counts;
    }

    /** The longest run of signs that stands in both; nobody writes twenty signs of somebody else's by chance. */
    static int longestRun(String one, String other) {
        var runs = new int[other.length() + 1];
        int longest = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = other.length(); j > 0; j--) {
                runs[j] = one.charAt(i) == other.charAt(j - 1) ? runs[j - 1] + 1 : 0;
                longest = Math.max(longest, runs[j]);
            }
        }
        return longest;
    }

    static Set<Integer> inAny(List<Pair> pairs) {
        var all = new HashSet<Integer>();
        pairs.forEach(pair -> all.addAll(List.of(pair.one(), pair.other())));
        return all;
    }
}

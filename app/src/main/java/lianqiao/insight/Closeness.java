package lianqiao.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.Signs;

/** How close a number of short texts are to each other: the cosine of their pairs of signs, rare pairs weighing more. */
final class Closeness {
    private final List<Map<Integer, Double>> vectors = new ArrayList<>();

    Closeness(List<String> texts) {
        var counts = texts.stream().map(Closeness::pairs).toList();
        var textsWith = new HashMap<Integer, Integer>();
        counts.forEach(one -> one.keySet().forEach(pair -> textsWith.merge(pair, 1, Integer::sum)));
        for (var one : counts) {
            var vector = new HashMap<Integer, Double>();
            one.forEach((pair, times) -> vector.put(pair, (1 + Math.log(times)) * (Math.log((1.0 + texts.size()) / textsWith.get(pair)) + 1)));
            vectors.add(unit(vector));
        }
    }

    int size() {
        return vectors.size();
    }

    /** From 0, nothing in common, to 1. */
    double between(int one, int other) {
        return product(vectors.get(one), vectors.get(other));
    }

    /** How close each is to the middle of these. */
    double[] toMiddle(List<Integer> of) {
        var sum = new HashMap<Integer, Double>();
        for (int i : of) vectors.get(i).forEach((pair, weight) -> sum.merge(pair, weight, Double::sum));
        var middle = unit(sum);
        return vectors.stream().mapToDouble(vector -> product(vector, middle)).toArray();
    }

    private static Map<Integer, Integer> pairs(String text) {
        var signs = Signs.of(text);
        var pairs = new HashMap<Integer, Integer>();
        for (int i = 0; i + 1 < signs.length(); i++) if (signs.isSign(i) && signs.isSign(i + 1)) pairs.merge(signs.at(i) << 16 | signs.at(i + 1), 1, Integer::sum);
        return pairs;
    }

    private static Map<Integer, Double> unit(Map<Integer, Double> vector) {
        double length = Math.sqrt(vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        var unit = new HashMap<Integer, Double>();
        if (length > 0) vector.forEach((pair, weight) -> unit.put(pair, weight / length));
        return unit;
    }

    private static double product(Map<Integer, Double> one, Map<Integer, Double> other) {
        var small = one.size() <= other.size() ? one : other;
        var large = small == one ? other : one;
        double sum = 0;
        for (var entry : small.entrySet()) sum += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
        return sum;
    }
}

package lianqiao.checklist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lianqiao.base.Signs;

/** How rare each piece is among texts that were seen, so that "hello" and "thank you" do not count as likeness. Immutable once built. */
final class Rarity {
    private final Map<Integer, Integer> holding = new HashMap<>();
    private final int texts;

    Rarity(List<String> seen) {
        texts = seen.size();
        for (var text : seen) {
            var once = new HashSet<Integer>();
            for (var piece : Pieces.of(Signs.of(text))) if (once.add(piece.hash())) holding.merge(piece.hash(), 1, Integer::sum);
        }
    }

    double of(int piece) {
        return Math.log((texts + 1.0) / (holding.getOrDefault(piece, 0) + 1.0));
    }

    /** The weights of the pieces of a text or of a part of it. */
    Map<Integer, Double> weights(List<Pieces.Piece> pieces) {
        var counts = new HashMap<Integer, Integer>();
        for (var piece : pieces) counts.merge(piece.hash(), 1, Integer::sum);
        var weights = new HashMap<Integer, Double>();
        counts.forEach((piece, count) -> weights.put(piece, (1 + Math.log(count)) * of(piece)));
        return weights;
    }

    /** The cosine of two rows of weights; 0 when one of them has none. */
    static double likeness(Map<Integer, Double> one, Map<Integer, Double> other) {
        double product = 0;
        for (var entry : one.entrySet()) product += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        double lengths = length(one) * length(other);
        return lengths == 0 ? 0 : product / lengths;
    }

    private static double length(Map<Integer, Double> weights) {
        double squares = 0;
        for (double weight : weights.values()) squares += weight * weight;
        return Math.sqrt(squares);
    }
}

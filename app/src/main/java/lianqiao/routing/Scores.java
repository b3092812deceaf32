package lianqiao.routing;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import lianqiao.base.Public;

/**
 * How well suggestions met what people confirmed.
 *
 * @param macroF1 the mean over labels of 2PR/(P+R), so that a rare label counts as much as a frequent one
 * @param topThree share of texts whose label was among the three shown
 * @param surest accuracy of the surest 80 % of texts
 * @param preselected share of texts for which a label was preselected
 * @param preselectedRight share of those that were right
 */
public record Scores(int texts, double macroF1, double accuracy, double topThree, double surest, double preselected,
                     double preselectedRight, List<OfLabel> labels) implements Public {
    private static final double ALLOWED_LOSS = 0.005;
    private static final double SURE_SHARE = 0.8;

    /** One label: how many texts have it, how many suggestions of it were right, how many of its texts were found. */
    public record OfLabel(String label, int texts, double precision, double recall) implements Public {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public Scores {
        labels = List.copyOf(labels);
    }

    /** A newly trained model may take the place of the old one only if both were tried on the same texts and this holds. */
    public boolean holdsUpTo(Scores old) {
        return macroF1 >= old.macroF1 - ALLOWED_LOSS;
    }

    public static Scores of(List<Tried> tried) {
        var names = new TreeSet<String>();
        tried.forEach(one -> names.add(one.truth()));
        var labels = names.stream().map(name -> ofLabel(name, tried)).toList();
        var surest = tried.stream().sorted(Comparator.comparingDouble(Tried::confidence).reversed()).limit(Math.round(tried.size() * SURE_SHARE)).toList();
        var chosen = tried.stream().filter(one -> one.suggestion().advice() == Advice.PRESELECT).toList();
        return new Scores(tried.size(), labels.stream().mapToDouble(OfLabel::f1).average().orElse(0), right(tried),
                share(tried.stream().filter(Tried::isInTop).count(), tried.size()), right(surest), share(chosen.size(), tried.size()), right(chosen), labels);
    }

    private static OfLabel ofLabel(String name, List<Tried> tried) {
        long texts = tried.stream().filter(one -> one.truth().equals(name)).count();
        long said = tried.stream().filter(one -> one.first().equals(name)).count();
        long met = tried.stream().filter(one -> one.truth().equals(name) && one.isRight()).count();
        return new OfLabel(name, (int) texts, share(met, said), share(met, texts));
    }

    private static double right(List<Tried> tried) {
        return share(tried.stream().filter(Tried::isRight).count(), tried.size());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}

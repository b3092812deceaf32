package lianqiao.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Suggests to which label a text belongs, says which words decided, and learns from corrections at once: the next text
 * is already judged with it. A trained model and the lessons since, in order, always give the same router. Thread-safe.
 */
public final class Router {
    static final int TOP = 3;
    private static final double SURE = 0.90;
    private static final int LEAST_SIGNS = 8;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ModelRecord record;
    private final Calibration calibration;
    private List<String> labels;
    private Weights weights;

    Router(ModelRecord record, Calibration calibration, List<String> labels, Weights weights) {
        this.record = record;
        this.calibration = calibration;
        this.labels = List.copyOf(labels);
        this.weights = weights;
    }

    public ModelRecord record() {
        return record;
    }

    public Suggestion suggest(String text) {
        var bag = Bag.of(text);
        lock.readLock().lock();
        try {
            return suggestion(weights.scores(bag), doubt(bag));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The phrases of a text that speak for a label, loudest first; none for a label nobody knows. */
    public List<Because> because(String text, String label) {
        lock.readLock().lock();
        try {
            int number = labels.indexOf(label);
            return number < 0 ? List.of() : Reasons.of(text, weights, number);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Suggests for texts whose labels are known. */
    public Scores tryOn(List<Example> examples) {
        return Scores.of(examples.parallelStream().map(one -> new Tried(one.label(), suggest(one.text()))).toList());
    }

    /** Takes effect on the next text. A label nobody knew becomes known by its first lesson. */
    public void learn(Lesson lesson) {
        var bag = Bag.of(lesson.text());
        lock.writeLock().lock();
        try {
            if (!labels.contains(lesson.label())) addLabel(lesson.label());
            Correcting.learn(weights, bag, labels.indexOf(lesson.label()), lesson.weight());
        } finally {
            lock.writeLock().unlock();
        }
    }

    Calibration calibration() {
        return calibration;
    }

    List<String> labels() {
        return labels;
    }

    Weights weights() {
        return weights;
    }

    private void addLabel(String label) {
        var more = new ArrayList<>(labels);
        more.add(label);
        weights = weights.withOneMoreLabel();
        labels = List.copyOf(more);
    }

    /** Why nothing may be preselected, whatever the scores say; UNSURE when there is no such reason. */
    private Advice doubt(Bag bag) {
        if (bag.signs() < LEAST_SIGNS) return Advice.TOO_SHORT;
        int unknown = 0;
        for (int i = 0; i < bag.size(); i++) if (weights.row(bag.buckets()[i]) < 0) unknown++;
        return unknown * 2 > bag.size() ? Advice.STRANGE : Advice.UNSURE;
    }

    private Suggestion suggestion(float[] scores, Advice doubt) {
        var shares = calibration.probabilities(scores);
        var top = new ArrayList<Choice>(TOP);
        var taken = new boolean[shares.length];
        for (int place = 0; place < Math.min(TOP, shares.length); place++) {
            int best = best(shares, taken);
            taken[best] = true;
            top.add(new Choice(labels.get(best), shares[best]));
        }
        double margin = Calibration.lead(scores);
        boolean sure = doubt == Advice.UNSURE && !top.isEmpty() && top.getFirst().probability() >= SURE && margin >= calibration.margin();
        return new Suggestion(top, margin, sure ? Advice.PRESELECT : doubt, record.version());
    }

    private static int best(double[] shares, boolean[] taken) {
        int best = -1;
        for (int i = 0; i < shares.length; i++) if (!taken[i] && (best < 0 || shares[i] > shares[best])) best = i;
        return best;
    }
}

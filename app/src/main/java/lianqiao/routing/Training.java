package lianqiao.routing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lianqiao.base.Outcome;

/**
 * Trains a router from texts whose labels are confirmed. A fifth of the groups is kept apart first: a training without
 * them says how good the model is and how sure it may be; then everything is trained on together. The same examples in
 * the same order give the same model.
 */
public final class Training {
    public static final int LEAST_TEXTS = 50;
    private static final int FIFTHS = 5;

    private final List<String> labels;
    private final List<Example> examples;
    private final List<Bag> bags;

    private Training(List<Example> examples) {
        this.examples = examples;
        labels = examples.stream().map(Example::label).distinct().sorted().toList();
        bags = examples.parallelStream().map(one -> Bag.of(one.text())).toList();
    }

    /** @param source in words: whose messages, of when, labelled by whom */
    public static Outcome<Router> of(List<Example> examples, String source, Instant now) {
        var once = once(examples);
        if (once.size() < LEAST_TEXTS || once.stream().map(Example::label).distinct().count() < 2)
            return Outcome.refused("routing.training.few", "" + once.size(), "" + LEAST_TEXTS);
        return Outcome.done(new Training(once).router(source, now));
    }

    /** The examples that a training keeps apart, for trying an older model on the same texts. */
    static List<Example> held(List<Example> examples) {
        return once(examples).stream().filter(Training::isHeld).toList();
    }

    /** A router for a new town: it knows how rare the pieces of these texts are, and learns what they mean from corrections alone. */
    public static Router untaught(List<String> labels, Collection<String> texts, Instant now) {
        var vectors = Vectors.of(texts.parallelStream().map(Bag::of).toList());
        var record = new ModelRecord(now.atZone(ZoneOffset.UTC).toLocalDate() + ".0", now, "", 0, vectors.buckets().length, "", Optional.empty());
        return new Router(record, Calibration.UNTRIED, labels, vectors.weights(labels.size()));
    }

    /** Of near copies with the same label only the first is trained on. */
    private static List<Example> once(List<Example> examples) {
        var seen = new HashSet<List<Object>>();
        return examples.stream().filter(one -> seen.add(List.of(one.group(), one.label()))).toList();
    }

    private Router router(String source, Instant now) {
        var held = IntStream.range(0, examples.size()).filter(this::isHeld).toArray();
        var rest = IntStream.range(0, examples.size()).filter(i -> !isHeld(i)).toArray();
        var calibration = Calibration.UNTRIED;
        Optional<Scores> scores = Optional.empty();
        if (held.length > 0 && rest.length > 0) {
            var apart = weights(rest);
            calibration = calibration(apart, held);
            var trial = new Router(record(source, now, 0, Optional.empty()), calibration, labels, apart);
            scores = Optional.of(trial.tryOn(IntStream.of(held).mapToObj(examples::get).toList()));
        }
        var weights = weights(IntStream.range(0, examples.size()).toArray());
        return new Router(record(source, now, weights.size(), scores), calibration, labels, weights);
    }

    private boolean isHeld(int i) {
        return isHeld(examples.get(i));
    }

    private static boolean isHeld(Example one) {
        return Math.floorMod((one.group() + 1) * 0x9E3779B1 >>> 7, FIFTHS) == 0;
    }

    private Calibration calibration(Weights weights, int[] held) {
        var scores = new ArrayList<float[]>();
        for (int i : held) scores.add(weights.scores(bags.get(i)));
        return Calibration.of(scores, IntStream.of(held).map(i -> labels.indexOf(examples.get(i).label())).toArray());
    }

    private Weights weights(int[] texts) {
        var vectors = Vectors.of(IntStream.of(texts).mapToObj(bags::get).toList());
        var weights = vectors.weights(labels.size());
        var columns = IntStream.range(0, labels.size()).parallel().mapToObj(label -> Descent.weights(vectors, having(label, texts), label)).toList();
        for (int label = 0; label < columns.size(); label++)
            for (int piece = 0; piece < vectors.buckets().length; piece++) weights.set(piece, label, ModelFile.asKept(columns.get(label)[piece]));
        return weights;
    }

    private boolean[] having(int label, int[] texts) {
        var yes = new boolean[texts.length];
        for (int i = 0; i < texts.length; i++) yes[i] = examples.get(texts[i]).label().equals(labels.get(label));
        return yes;
    }

    private ModelRecord record(String source, Instant now, int pieces, Optional<Scores> held) {
        var fingerprint = Fingerprint.of(examples);
        var version = now.atZone(ZoneOffset.UTC).toLocalDate() + "." + fingerprint.substring(0, 8);
        return new ModelRecord(version, now, source, examples.size(), pieces, fingerprint, held);
    }
}

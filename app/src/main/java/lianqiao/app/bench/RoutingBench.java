package lianqiao.app.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianqiao.app.bench.RealTexts.Message;
import lianqiao.routing.Advice;
import lianqiao.routing.Correction;
import lianqiao.routing.Example;
import lianqiao.routing.Lessons;
import lianqiao.routing.Router;
import lianqiao.routing.Scores;
import lianqiao.routing.Training;
import lianqiao.routing.Tried;

/** How well and how fast texts are matched to labels: in five folds without leaks, on raw texts, from corrections alone, in messages a second. */
final class RoutingBench implements Bench {
    private static final int FOLDS = 5;
    private static final int TRAINED = 10_000;
    private static final int THREADS = 2;
    private static final List<Integer> CORRECTIONS = List.of(500, 1_000, 2_000);

    @Override public String name() {
        return "routing";
    }

    @Override public List<String> options() {
        return List.of("texts", "seconds");
    }

    @Override public Verdict run(Stand stand) {
        stand.say("%s", stand.machine());
        var texts = new RealTexts(stand);
        var rows = texts.rows("civic-messages/labelled-tokenised.csv");
        var labelled = Labelled.of(rows.stream().map(row -> row.get("tokens")).toList(), rows.stream().map(row -> row.get("label")).toList());
        var raw = texts.rows("civic-messages/labelled-raw.csv").stream().map(row -> new Example(row.get("title") + "\n" + row.get("body"), row.get("label_gold"), row.get("msg_id").hashCode())).toList();
        var plain = new ArrayList<>(texts.messages("messages-with-likes.csv"));
        plain.addAll(texts.messages("messages-with-replies.csv"));
        var verdict = new Verdict("routing");
        folds(stand, labelled, verdict);
        var router = once(stand, labelled, raw, verdict);
        corrections(stand, labelled, verdict);
        training(stand, labelled, router, plain, verdict);
        scoring(stand, router, plain, verdict);
        nextMessage(stand, router, raw, verdict);
        return verdict;
    }

    private static void folds(Stand stand, Labelled labelled, Verdict verdict) {
        var tried = new ArrayList<Tried>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var router = Training.of(labelled.fold(fold, false), "", stand.clock().instant()).orThrow();
            labelled.fold(fold, true).forEach(one -> tried.add(new Tried(one.label(), router.suggest(one.text()))));
        }
        var scores = Scores.of(tried);
        stand.say("%n%,d texts, %,d of them in groups of near copies, which stay together; five folds%n%n%s", scores.texts(), labelled.inGroups(), labels(scores));
        stand.say("%s", shares(tried));
        stand.say("preselected by the rule of the product: %.1f %%, %.1f %% of them right", 100 * scores.preselected(), 100 * scores.preselectedRight());
        verdict.atLeast("macro_f1_percent", 100 * scores.macroF1(), 92).atLeast("top_three_percent", 100 * scores.topThree(), 99.5)
                .atLeast("surest_80_right_percent", 100 * scores.surest(), 97).with("preselected_percent", 100 * scores.preselected())
                .with("preselected_right_percent", 100 * scores.preselectedRight());
    }

    private static Table labels(Scores scores) {
        var table = new Table("label", "texts", "precision %", "recall %");
        scores.labels().forEach(one -> table.row(one.label(), one.texts(), 100 * one.precision(), 100 * one.recall()));
        return table;
    }

    private static Table shares(List<Tried> tried) {
        var sorted = tried.stream().sorted((one, other) -> Double.compare(sure(other), sure(one))).toList();
        var table = new Table("surest %", "right %");
        for (int share : List.of(50, 70, 80, 90, 100)) {
            var part = sorted.subList(0, sorted.size() * share / 100);
            table.row(share, 100.0 * part.stream().filter(one -> one.truth().equals(one.suggestion().top().getFirst().label())).count() / part.size());
        }
        return table;
    }

    private static double sure(Tried one) {
        return one.suggestion().top().getFirst().probability();
    }

    /** Trained on the prepared texts, tried once on raw ones. Whatever comes out is stated; nothing is ever chosen by it. */
    private static Router once(Stand stand, Labelled labelled, List<Example> raw, Verdict verdict) {
        var others = labelled.without(raw.stream().map(Example::text).toList());
        var router = Training.of(others.examples(), "", stand.clock().instant()).orThrow();
        var scores = router.tryOn(raw);
        stand.say("%ntrained on %,d texts (%,d left out because they are the raw ones prepared), tried once on %,d raw ones%n%n%s", others.examples().size(),
                labelled.examples().size() - others.examples().size(), raw.size(), labels(scores));
        verdict.with("raw_macro_f1_percent", 100 * scores.macroF1()).with("raw_accuracy_percent", 100 * scores.accuracy())
                .with("raw_top_three_percent", 100 * scores.topThree()).with("raw_preselected_percent", 100 * scores.preselected())
                .with("raw_preselected_right_percent", 100 * scores.preselectedRight());
        return router;
    }

    /** A new town: no model, only corrections one by one; tried on a fold it has not seen. */
    private static void corrections(Stand stand, Labelled labelled, Verdict verdict) {
        var teaching = new ArrayList<>(labelled.fold(0, false));
        java.util.Collections.shuffle(teaching, new java.util.Random(20261123));
        var router = Training.untaught(List.of(), teaching.stream().map(Example::text).toList(), stand.clock().instant());
        var lessons = new Lessons();
        var table = new Table("corrections", "macro-F1 %");
        for (int i = 0; i < CORRECTIONS.getLast(); i++) {
            teach(router, lessons, teaching.get(i), "teacher " + i / Lessons.MOST_A_DAY, stand);
            if (!CORRECTIONS.contains(i + 1)) continue;
            double f1 = 100 * router.tryOn(labelled.fold(0, true)).macroF1();
            table.row(i + 1, f1);
            verdict.with("after_" + (i + 1) + "_corrections_percent", f1);
        }
        stand.say("%nfrom corrections alone%n%n%s", table);
    }

    private static void teach(Router router, Lessons lessons, Example one, String teacher, Stand stand) {
        var day = stand.clock().instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        var taken = lessons.take(new Correction(one.text(), one.label(), one.group(), teacher, day));
        if (taken.isDone()) router.learn(taken.orThrow());
    }

    /** Ten thousand different texts; those without a label get the suggested one, since only the time counts here. */
    private static void training(Stand stand, Labelled labelled, Router router, List<Message> plain, Verdict verdict) {
        var examples = new ArrayList<>(labelled.examples());
        for (int i = 0; examples.size() < TRAINED; i++)
            examples.add(new Example(plain.get(i).text(), router.suggest(plain.get(i).text()).top().getFirst().label(), -i - 1));
        var seconds = IntStream.range(0, 3).mapToDouble(_ -> {
            long start = System.nanoTime();
            Training.of(examples, "", stand.clock().instant()).orThrow();
            return (System.nanoTime() - start) / 1e9;
        }).toArray();
        stand.say("training on %,d texts with calibration, three times: %.2f s, %.2f s, %.2f s", examples.size(), seconds[0], seconds[1], seconds[2]);
        verdict.with("trained_on", examples.size()).atMost("training_s", java.util.Arrays.stream(seconds).max().orElse(99), 3);
    }

    /**
     * Raw texts, cut and weighed anew each time, suggestions with probabilities and advice. Other work on the machine takes
     * its share of the time on the wall, so both are told: what the clock shows, and what two cores do in a second of their own.
     */
    private static void scoring(Stand stand, Router router, List<Message> plain, Verdict verdict) {
        long seconds = stand.number("seconds", 5, 1, 600);
        round(router, plain, seconds * 1_000_000_000L);
        var pace = round(router, plain, seconds * 1_000_000_000L);
        long start = cpu();
        plain.forEach(one -> router.because(one.text(), router.suggest(one.text()).top().getFirst().label()));
        double withReasons = plain.size() / ((cpu() - start) / 1e9);
        stand.say("%n%,.0f messages/s by the clock scored from the raw text on %d threads, %,.0f in a second of two cores; %,.0f in a second of one with reasons; "
                + "mean %,d characters; %s", pace.byTheClock(), THREADS, pace.ofTwoCores(), withReasons, (long) plain.stream().mapToInt(one -> one.text().length()).average().orElse(0), stand.machine());
        verdict.with("scored_per_s_by_the_clock", pace.byTheClock()).atLeast("scored_per_s_of_two_cores", pace.ofTwoCores(), 50_000).with("with_reasons_per_s_of_one_core", withReasons);
    }

    private record Pace(double byTheClock, double ofTwoCores) {}

    private static Pace round(Router router, List<Message> plain, long nanos) {
        long start = System.nanoTime();
        Callable<long[]> work = () -> {
            long began = cpu();
            long done = 0;
            for (; System.nanoTime() - start < nanos; done++) router.suggest(plain.get((int) (done * 7 % plain.size())).text());
            return new long[] {done, cpu() - began};
        };
        try (var workers = Executors.newFixedThreadPool(THREADS)) {
            long done = 0;
            long busy = 0;
            for (var one : workers.invokeAll(java.util.Collections.nCopies(THREADS, work))) {
                done += one.get()[0];
                busy += one.get()[1];
            }
            return new Pace(done / ((System.nanoTime() - start) / 1e9), THREADS * done / (busy / 1e9));
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The processor time this thread has used. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Every raw text that is suggested wrongly is corrected once and asked again at once. */
    private static void nextMessage(Stand stand, Router router, List<Example> raw, Verdict verdict) {
        int wrong = 0;
        int mended = 0;
        for (var one : raw) {
            if (isRight(router, one)) continue;
            wrong++;
            teach(router, new Lessons(), one, "teacher", stand);
            if (isRight(router, one)) mended++;
        }
        var suggestion = router.suggest("好");
        stand.say("%d of %d wrong suggestions were right the next moment, after one correction each; two signs alone: %s", mended, wrong, suggestion.advice());
        verdict.with("corrected", wrong).atLeast("mended_at_once", mended, wrong).with("too_short_is_said", suggestion.advice() == Advice.TOO_SHORT);
    }

    private static boolean isRight(Router router, Example one) {
        return router.suggest(one.text()).top().getFirst().label().equals(one.label());
    }
}

package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianqiao.app.bench.RealTexts.Message;
import lianqiao.authenticity.Bond;
import lianqiao.authenticity.CopyGroups;
import lianqiao.authenticity.Coverage;
import lianqiao.authenticity.FoldRules;
import lianqiao.authenticity.Likeness;
import lianqiao.authenticity.Phrases;
import lianqiao.authenticity.StockPhrases;

/** Whether copies are found and nobody's own words are folded, on real messages and invented floods; and how fast a million are grouped. */
final class CopiesBench implements Bench {
    private static final FoldRules RULES = FoldRules.CURRENT;
    private static final long SEED = 20261123;
    private static final List<Double> EDITED = List.of(0.02, 0.05, 0.10);
    private static final List<Integer> SIZES = List.of(20, 40, 100, 200);
    private static final int COPIED_RUN = 20;
    /** From here on a text is long enough to be judged by overlap; counted in signs, a little more than the units of the rules. */
    private static final int LONG_ENOUGH = 70;

    @Override public String name() {
        return "copies";
    }

    @Override public List<String> options() {
        return List.of("texts", "messages");
    }

    @Override public Verdict run(Stand stand) {
        stand.say("%s", stand.machine());
        int million = (int) stand.number("messages", 1_000_000, 1_000, 5_000_000);
        var texts = new RealTexts(stand);
        var messages = texts.messages("messages-with-likes.csv");
        var edits = new Edits(messages.stream().map(Message::text).collect(Collectors.joining()).replace("\n", ""));
        var verdict = new Verdict("copies");
        recall(stand, messages, edits, verdict);
        sameIssue(stand, messages, verdict);
        paraphrases(stand, texts, verdict);
        floods(stand, texts, messages, edits, verdict);
        new CrowdOfTexts(edits, million).measure(stand, verdict);
        return verdict.with("full", million >= 1_000_000);
    }

    /** Each message and an edited copy of it by somebody else; found if both end up in one group. */
    private static void recall(Stand stand, List<Message> messages, Edits edits, Verdict verdict) {
        var table = new Table("edited %", "copies found %", "of those long enough to judge %");
        for (double share : EDITED) {
            var found = found(messages, edits, _ -> share);
            table.row(100 * share, 100 * found[0], 100 * found[1]);
            if (share == EDITED.getLast()) verdict.atLeast("found_at_10_percent_edits_long_enough", 100 * found[1], 95).with("found_at_10_percent_edits_all", 100 * found[0]);
        }
        var upTo = found(messages, edits, random -> random.nextDouble() * EDITED.getLast());
        table.row("0 to 10", 100 * upTo[0], 100 * upTo[1]);
        stand.say("%n%,d messages, each with an edited copy%n%n%s", messages.size(), table);
        verdict.atLeast("found_up_to_10_percent_edits_all", 100 * upTo[0], 95);
    }

    private static double[] found(List<Message> messages, Edits edits, Function<Random, Double> share) {
        var random = new Random(SEED);
        var all = new ArrayList<>(messages.stream().map(Message::text).toList());
        messages.forEach(message -> all.add(edits.edited(message.text(), share.apply(random), random)));
        var groups = grouped(all);
        int size = messages.size();
        var found = IntStream.range(0, size).filter(i -> groups.together(i, i + size)).toArray();
        var judged = IntStream.range(0, size).filter(i -> isLong(all.get(i))).count();
        return new double[] {(double) found.length / size, (double) IntStream.of(found).filter(i -> isLong(all.get(i))).count() / judged};
    }

    private static boolean isLong(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count() >= LONG_ENOUGH;
    }

    private static CopyGroups grouped(List<String> texts) {
        var groups = new CopyGroups(RULES, texts.size(), key -> texts.get((int) key));
        for (int i = 0; i < texts.size(); i++) groups.add(i, i, texts.get(i));
        return groups;
    }

    /** Of all pairs about the same thing, which are folded though neither holds a long run of the other? */
    private static void sameIssue(Stand stand, List<Message> messages, Verdict verdict) {
        var pairs = SameIssue.pairs(messages);
        var folded = pairs.stream().filter(pair -> text(messages, pair.one(), pair.other()).bond().folds()).toList();
        int wrong = 0;
        for (var pair : folded) {
            int run = SameIssue.longestRun(messages.get(pair.one()).text(), messages.get(pair.other()).text());
            if (run < COPIED_RUN) wrong++;
        }
        stand.say("%,d pairs of different people about the same thing, among %,d messages: %d folded, %d of them without a common run of %d signs",
                pairs.size(), SameIssue.inAny(pairs).size(), folded.size(), wrong, COPIED_RUN);
        verdict.with("pairs_same_issue", pairs.size()).with("pairs_folded", folded.size()).atMost("folded_wrongly_per_1000", 1000.0 * wrong / Math.max(1, pairs.size()), 1);
    }

    private static Likeness text(List<Message> messages, int one, int other) {
        return Likeness.of(messages.get(one).text(), messages.get(other).text(), RULES);
    }

    /** Sentences of almost the same words; those that mean something else must not be folded, unless they are equal letter for letter. */
    private static void paraphrases(Stand stand, RealTexts texts, Verdict verdict) {
        var table = new Table("pairs", "different meaning", "equal", "folded", "same meaning", "folded");
        var bonds = new int[2][3];
        for (var row : texts.rows("paraphrase-pairs/PAWS-X_dev_2k.tsv")) {
            var bond = Likeness.of(row.get("sentence1"), row.get("sentence2"), RULES).bond();
            int same = row.get("label").equals("1") ? 1 : 0;
            bonds[same][0]++;
            if (bond == Bond.SAME_TEXT) bonds[same][1]++;
            else if (bond != Bond.NONE) bonds[same][2]++;
        }
        table.row("PAWS-X", bonds[0][0], bonds[0][1], bonds[0][2], bonds[1][0], bonds[1][1] + bonds[1][2]);
        stand.say("%n%s", table);
        verdict.atMost("different_meaning_folded", bonds[0][2], 0).with("different_meaning_equal_letters", bonds[0][1]);
    }

    private static void floods(Stand stand, RealTexts texts, List<Message> messages, Edits edits, Verdict verdict) {
        var makers = new java.util.LinkedHashMap<>(Floods.invented(edits).byName());
        makers.put("form letters (en)", Floods.recorded(texts.whole("form-letters/campaigns.json")));
        var table = new Table("flood", "messages", "recombined %", "near copies %", "found %", "ordinary marked %");
        for (var maker : makers.entrySet()) {
            for (int size : SIZES) {
                var trial = new FloodTrial(RULES, messages, IntStream.range(0, size).mapToObj(i -> maker.getValue().apply(new Random(SEED + i))).toList());
                table.row(maker.getKey(), size, 100 * trial.recombined(), 100 * trial.nearCopies(), 100 * trial.found(), 100 * trial.ordinaryMarked());
                if (size >= leastFound(maker.getKey())) verdict.atLeast("found_" + maker.getKey().replaceAll("\\W+", "_") + "_" + size, 100 * trial.found(), 95);
                verdict.atMost("ordinary_marked_" + maker.getKey().replaceAll("\\W+", "_") + "_" + size, 100 * trial.ordinaryMarked(), 0.2);
            }
        }
        stand.say("%n%s", table);
    }

    /** From how many messages on a flood must be found; the shortest, of some twenty signs, shows where the method ends. */
    private static int leastFound(String flood) {
        return flood.equals("bus") ? 100 : 40;
    }

    /** One flood among ordinary messages, every sender a person of his own. */
    private record FloodTrial(FoldRules rules, List<Message> ordinary, List<String> flood, Phrases window, CopyGroups groups) {
        FloodTrial(FoldRules rules, List<Message> ordinary, List<String> flood) {
            this(rules, ordinary, flood, new Phrases(rules), grouped(flood));
            ordinary.forEach(message -> window.add(message.writer().hashCode(), message.text()));
            for (int i = 0; i < flood.size(); i++) window.add(-i - 1L << 33, flood.get(i));
        }

        private boolean isRecombined(int i) {
            return Coverage.of(flood.get(i), -i - 1L << 33, window, new StockPhrases(rules)).mark() == Coverage.Mark.RECYCLED;
        }

        private boolean isCopied(int i) {
            return groups.echo(i).orElseThrow().members().size() > 1;
        }

        private double share(java.util.function.IntPredicate which) {
            return (double) IntStream.range(0, flood.size()).filter(which).count() / flood.size();
        }

        double recombined() {
            return share(this::isRecombined);
        }

        double nearCopies() {
            return share(this::isCopied);
        }

        double found() {
            return share(i -> isRecombined(i) || isCopied(i));
        }

        double ordinaryMarked() {
            var stock = new StockPhrases(rules);
            return (double) ordinary.stream().filter(message -> Coverage.of(message.text(), message.writer().hashCode(), window, stock).mark() == Coverage.Mark.RECYCLED).count() / ordinary.size();
        }
    }
}

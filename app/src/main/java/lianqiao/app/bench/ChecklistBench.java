package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lianqiao.checklist.Check;
import lianqiao.checklist.Former;
import lianqiao.checklist.Item;

/** How well the officer's checklist tells an answer to this question from an answer to another one, on real answered messages. */
final class ChecklistBench implements Bench {
    private static final long SEED = 20261123;

    @Override public String name() {
        return "checklist";
    }

    @Override public List<String> options() {
        return List.of("texts");
    }

    @Override public Verdict run(Stand stand) {
        stand.say("%s", stand.machine());
        var rows = new RealTexts(stand).rows("civic-messages/messages-with-replies.csv");
        var all = new ArrayList<Former>();
        rows.forEach(row -> all.add(new Former(row.get("msg_id"), row.get("title") + "\n" + row.get("body"), row.get("reply"))));
        long start = System.nanoTime();
        var check = Check.knowing(all);
        double learned = (System.nanoTime() - start) / 1e9;
        var verdict = new Verdict("checklist");
        likeness(stand, all, check, verdict);
        items(stand, all, check, verdict);
        verdict.with("learned_s", learned);
        return verdict;
    }

    /** Each answer beside its own question and beside that of another message, drawn once. */
    private static void likeness(Stand stand, List<Former> all, Check check, Verdict verdict) {
        var other = IntStream.range(0, all.size()).boxed().collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        java.util.Collections.shuffle(other, new Random(SEED));
        var own = all.parallelStream().mapToDouble(one -> check.relevance(one.question(), one.answer(), 1)).toArray();
        var random = IntStream.range(0, all.size()).parallel().mapToDouble(i -> check.relevance(all.get(i).question(), all.get(other.get(i)).answer(), 1)).toArray();
        var whole = IntStream.range(0, all.size()).filter(i -> all.get(i).answer().length() >= 60).toArray();
        double auc = auc(own, random);
        double longAuc = auc(IntStream.of(whole).mapToDouble(i -> own[i]).toArray(), IntStream.of(whole).mapToDouble(i -> random[i]).toArray());
        double below = 100.0 * Arrays.stream(own).filter(one -> one < Check.TAKEN_UP).count() / own.length;
        double above = 100.0 * Arrays.stream(random).filter(one -> one >= Check.TAKEN_UP).count() / random.length;
        stand.say("%,d answered messages; likeness of an answer with its own question, median %.3f, with another question %.4f; AUC %.3f, %.3f for the %,d answers of 60 signs or more",
                all.size(), median(own), median(random), auc, longAuc, whole.length);
        stand.say("below %.2f: %.1f %% of own answers (said: does not take up the question); at or above it: %.2f %% of answers to other questions", Check.TAKEN_UP, below, above);
        verdict.with("messages", all.size()).with("auc_percent", 100 * auc).with("auc_from_60_signs_percent", 100 * longAuc)
                .with("own_below_percent", below).with("other_above_percent", above);
    }

    private static void items(Stand stand, List<Former> all, Check check, Verdict verdict) {
        long recycled = all.parallelStream().filter(one -> check.recycled(one.answer()) >= 0.8).count();
        long start = System.nanoTime();
        var checked = all.parallelStream().map(one -> check.of(one.caseNumber(), one.question(), one.answer())).toList();
        double each = (System.nanoTime() - start) / 1e6 / all.size();
        var table = new Table("item", "answers that have it %");
        for (var item : List.of(Item.WHO, Item.WHAT, Item.WHEN, Item.RULE, Item.OBJECTION, Item.TONE, Item.DETAILS, Item.TAKEN_UP))
            table.row(item, 100.0 * checked.stream().filter(one -> one.has(item)).count() / all.size());
        long asks = checked.stream().mapToLong(one -> one.asks().size()).sum();
        long answered = checked.stream().mapToLong(one -> one.answered()).sum();
        var others = IntStream.range(0, all.size()).parallel().mapToObj(i -> check.of(all.get(i).caseNumber(), all.get(i).question(), all.get((i + 97) % all.size()).answer())).toList();
        double chance = 100.0 * others.stream().mapToLong(one -> one.answered()).sum() / Math.max(1, asks);
        long same = checked.stream().filter(one -> !one.same().isEmpty()).count();
        stand.say("%n%s", table);
        stand.say("%,d answers stand for four fifths or more in three others; %,d are equal to an answer to something else; %,d things asked in %,d messages, %.1f %% with a part of the answer about them, %.1f %% with a part of an answer to something else; %.2f ms each",
                recycled, same, asks, checked.stream().filter(one -> !one.asks().isEmpty()).count(), 100.0 * answered / Math.max(1, asks), chance, each);
        verdict.with("recycled", recycled).with("equal_to_another", same).with("asks", asks).with("asks_taken_up_percent", 100.0 * answered / Math.max(1, asks)).with("asks_by_chance_percent", chance).with("each_ms", each);
    }

    /** The share of pairs in which the first kind is higher. */
    private static double auc(double[] high, double[] low) {
        var sorted = low.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double one : high) {
            int below = lower(sorted, one);
            sum += below + 0.5 * (lower(sorted, Math.nextUp(one)) - below);
        }
        return sum / ((double) high.length * low.length);
    }

    private static int lower(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

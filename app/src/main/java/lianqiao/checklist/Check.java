package lianqiao.checklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianqiao.base.Signs;
import lianqiao.privacy.Details;
import lianqiao.privacy.Speaker;

/**
 * Compares an answer with its question and with what the office answered before. Pure: the same texts give the same list. It
 * was learned from answers of everybody; whose answer it is plays no part. Immutable, thread-safe.
 */
public final class Check {
    /** Below this the answer does not take up the question: 0.4 % of answers to other questions reach it. */
    public static final double TAKEN_UP = 0.05;
    private static final double ASK_TAKEN_UP = 0.1;
    private static final double RECYCLED = 0.8;
    private static final int LEAST_SIGNS = 8;
    /** Parts of a long answer that are compared with the question: so many pieces, half of it on each step. */
    private static final int WINDOW = 80;
    /** Under so many earlier texts nothing is known about what is rare. */
    private static final int LEAST_KNOWN = 20;

    private final Rarity rarity;
    private final Stock stock;
    private final boolean known;

    private Check(List<Former> former) {
        rarity = new Rarity(former.stream().flatMap(one -> Stream.of(one.question(), one.answer())).toList());
        stock = new Stock(former);
        known = former.size() >= LEAST_KNOWN;
    }

    /** Knows these earlier questions and answers. */
    public static Check knowing(List<Former> former) {
        return new Check(former);
    }

    /** @param caseNumber of the question; its own earlier answers are no copies */
    public Checked of(String caseNumber, String question, String answer) {
        var look = EnumSet.noneOf(Item.class);
        double recycled = Stock.share(stock.covered(answer, 0));
        double relevance = relevance(question, answer);
        var asks = Asked.in(question).stream().map(ask -> new Ask(ask, answers(ask, answer))).toList();
        var same = stock.same(answer).filter(former -> !former.caseNumber().equals(caseNumber) && likeness(former.question(), question) < 0.5).map(Former::caseNumber);
        if (known && relevance < TAKEN_UP && Stock.clean(question).length() >= LEAST_SIGNS) look.add(Item.TAKEN_UP);
        if (known && asks.stream().anyMatch(ask -> !ask.answered())) look.add(Item.ASKS);
        if (recycled >= RECYCLED || same.isPresent()) look.add(Item.OWN_WORDS);
        Stream.of(Item.WHO, Item.WHAT, Item.WHEN, Item.RULE, Item.OBJECTION).filter(item -> !Marks.has(item, answer)).forEach(look::add);
        var tone = Marks.hurting(answer);
        if (!tone.isEmpty()) look.add(Item.TONE);
        var details = details(answer);
        if (!details.isEmpty()) look.add(Item.DETAILS);
        return new Checked(look, relevance, recycled, same.orElse(""), asks, tone, details);
    }

    private static List<String> details(String answer) {
        return Details.in(answer, Speaker.OFFICE).stream().map(detail -> "privacy.kind." + detail.kind()).distinct().toList();
    }

    /** Likeness of question and answer, stock phrases left out; the best part of a long answer counts when it is more than the whole. */
    public double relevance(String question, String answer) {
        return relevance(question, answer, 0);
    }

    /** @param own 1 when the answer is itself among those known */
    public double relevance(String question, String answer, int own) {
        var asked = rarity.weights(Pieces.of(Signs.of(question)));
        var said = uncovered(answer, own);
        return Math.max(Rarity.likeness(asked, rarity.weights(said)), 0.8 * best(asked, said));
    }

    private double likeness(String one, String other) {
        return Rarity.likeness(rarity.weights(Pieces.of(Signs.of(one))), rarity.weights(Pieces.of(Signs.of(other))));
    }

    /** Whoever asks when is answered by a date; everything else by a sentence that is like it. */
    private boolean answers(String ask, String answer) {
        if (Asked.isAboutTime(ask) && Marks.has(Item.WHEN, answer)) return true;
        var asked = rarity.weights(Pieces.of(Signs.of(ask)));
        return Asked.sentences(answer).stream().anyMatch(sentence -> Rarity.likeness(asked, rarity.weights(Pieces.of(Signs.of(sentence)))) >= ASK_TAKEN_UP);
    }

    private double best(Map<Integer, Double> asked, List<Pieces.Piece> said) {
        if (said.size() <= WINDOW) return Rarity.likeness(asked, rarity.weights(said));
        double best = 0;
        for (int from = 0; from < said.size(); from += WINDOW / 2)
            best = Math.max(best, Rarity.likeness(asked, rarity.weights(said.subList(from, Math.min(said.size(), from + WINDOW)))));
        return best;
    }

    /** The pieces of an answer that no stock phrase covers. */
    private List<Pieces.Piece> uncovered(String answer, int own) {
        var covered = stock.covered(answer, own);
        var signs = Signs.of(answer);
        var place = new int[signs.length()];
        for (int i = 0, at = 0; i < signs.length(); i++) place[i] = signs.isSign(i) ? at++ : at;
        var said = new ArrayList<Pieces.Piece>();
        for (var piece : Pieces.of(signs)) if (!covered[place[piece.first()]] || !covered[place[piece.end() - 1]]) said.add(piece);
        return Collections.unmodifiableList(said);
    }

    /** The share of an answer that stands in several others, itself not counted. */
    public double recycled(String answer) {
        return Stock.share(stock.covered(answer, 1));
    }
}

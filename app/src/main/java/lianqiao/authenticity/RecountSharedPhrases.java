package lianqiao.authenticity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lianqiao.authenticity.TopicStore.Counted;
import lianqiao.authenticity.TopicStore.Found;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.store.Database;

/**
 * Counts, for each topic in which something came and for each once a day, which phrases of a text others used too in the
 * last ninety days, folds texts that were put together from the same ones, and counts the people. What everybody wrote in
 * the ninety days before that is nobody's sign.
 */
public final class RecountSharedPhrases {
    private static final Duration ANEW = Duration.ofHours(24);
    private static final int MOST_TOPICS = 50;
    /** Of a window so many texts are looked at, the newest; of more, eight signs meet by chance. */
    private static final int MOST_TEXTS = 20_000;
    private static final int PORTION = 1_000;

    private final Database database;
    private final Contributions contributions;
    private final Supplier<List<String>> known;
    private final TopicStore topics;
    private final FoldStore folds;
    private final ReviewStore reviews;

    /** @param known texts that the institution itself published, such as forms and templates: quoting them is no copying */
    public RecountSharedPhrases(Database database, Contributions contributions, Supplier<List<String>> known) {
        this.database = database;
        this.contributions = contributions;
        this.known = known;
        topics = new TopicStore(database);
        folds = new FoldStore(database);
        reviews = new ReviewStore(database);
    }

    public void run(Instant now) {
        for (var due : topics.due(now.minus(FoldCopies.WINDOW), now.minus(ANEW), MOST_TOPICS)) recount(due, now);
    }

    private void recount(TopicStore.Due due, Instant now) {
        var since = now.minus(FoldCopies.WINDOW);
        var window = topics.window(due.topic(), since, now.plus(ANEW), MOST_TEXTS);
        var stock = stock(topics.window(due.topic(), since.minus(FoldCopies.WINDOW), since, MOST_TEXTS));
        var texts = read(window);
        var phrases = new Phrases(FoldRules.CURRENT);
        texts.values().forEach(one -> phrases.add(one.voice(), one.words()));
        var found = new ArrayList<Found>();
        var recombined = new Recombined();
        var takenOut = folds.takenOut(texts.keySet());
        for (var one : window) {
            var said = texts.get(one.key());
            if (said == null) continue;
            var coverage = Coverage.of(said.words(), said.voice(), phrases, stock);
            boolean much = coverage.mark() == Coverage.Mark.RECYCLED || coverage.mark() == Coverage.Mark.NOTED;
            if (much || one.share() > 0) found.add(new Found(one.key(), much ? coverage : new Coverage(coverage.version(), 0, coverage.mark(), List.of()), said.words().hashCode()));
            if (much && !takenOut.contains(one.key())) add(recombined, one, said, coverage, phrases, stock);
        }
        var labels = reviews.labels();
        var tally = Tally.of(window.stream().map(one -> new Said(one.voice(), one.fold(), one.verified(), labels.apart(one.key(), one.fold()))).toList());
        keep(due, found, recombined.links(FoldRules.CURRENT).stream().map(RecountSharedPhrases::fold).toList(), tally, now);
    }

    private static void add(Recombined recombined, Counted one, Contribution said, Coverage coverage, Phrases phrases, StockPhrases stock) {
        var clean = Clean.of(said.words());
        int voice = phrases.number(said.voice());
        int least = FoldRules.CURRENT.others(clean.isDense());
        recombined.add(said, coverage, one.fold(), phrases.inOrder(clean), phrase -> phrases.others(phrase, voice) >= least && !stock.holds(phrase));
    }

    private static Fold fold(Recombined.Link link) {
        var measured = Likeness.of(link.one().words(), link.other().words(), FoldRules.CURRENT);
        var likeness = new Likeness(Bond.RECYCLED, link.share(), link.common(), measured.sameNumbers(), measured.sameNegations());
        return new Fold(FoldRules.CURRENT.version(), link.one().key(), link.other().key(), likeness, link.other().key(), link.common());
    }

    private void keep(TopicStore.Due due, List<Found> found, List<Fold> recycled, Tally tally, Instant now) {
        // People are counted by the folds there were: what was folded now is counted the next time, which comes once more for that.
        boolean again = !recycled.isEmpty() && due.counted() != due.last() - 1;
        database.inTransaction(() -> {
            topics.keep(found);
            folds.add(recycled, now);
            topics.count(due.topic(), again ? due.last() - 1 : due.last(), tally, now);
        });
    }

    private StockPhrases stock(List<Counted> before) {
        var stock = new StockPhrases(FoldRules.CURRENT);
        known.get().forEach(stock::known);
        var texts = read(before).values();
        var phrases = new Phrases(FoldRules.CURRENT);
        texts.forEach(one -> phrases.add(one.voice(), one.words()));
        stock.learn(phrases, texts.stream().map(Contribution::words).toList());
        return stock;
    }

    private Map<Long, Contribution> read(List<Counted> window) {
        var texts = new HashMap<Long, Contribution>();
        for (int from = 0; from < window.size(); from += PORTION) {
            var keys = window.subList(from, Math.min(window.size(), from + PORTION)).stream().map(Counted::key).toList();
            contributions.of(keys).forEach(one -> texts.put(one.key(), one));
        }
        return texts;
    }
}

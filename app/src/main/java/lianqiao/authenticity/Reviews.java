package lianqiao.authenticity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.authenticity.Decision.Kind;
import lianqiao.base.Outcome;
import lianqiao.base.Public;
import lianqiao.store.Database;

/**
 * Doubts about folds and what officers decide: everything is appended and stands in public on the page of the fold. Nothing
 * here changes a date, a duty or who may read what. Thread-safe.
 */
public final class Reviews {
    /** The longest reason, in characters. */
    public static final int MOST_WORDS = 2_000;
    private static final int MOST_SHOWN = 100;

    private final Database database;
    private final ReviewStore reviews;
    private final SaidStore said;
    private final FoldStore folds;

    public Reviews(Database database) {
        this.database = database;
        reviews = new ReviewStore(database);
        said = new SaidStore(database);
        folds = new FoldStore(database);
    }

    /** A request that waits. @param key the text that is said not to belong, 0 for the fold as a whole; @param words for the desk only */
    public record Request(long id, long fold, long key, boolean byAuthor, String words, Instant at) implements Public {}

    /** That people of a fold be counted apart. @param upTo the last text it is about; @param evidence in public words; @param officer who proposed it, for the desk */
    public record Proposal(long id, long fold, long upTo, String evidence, String officer, Instant at) implements Public {}

    /** Somebody asks for a review. @param key the text that is said not to belong, 0 for the fold as a whole */
    public void ask(long fold, long key, boolean byAuthor, String words, Instant now) {
        reviews.ask(fold, key, byAuthor, words, now);
    }

    /** The public list of a fold or of a text that stands alone again, the oldest first, at most 200. */
    public List<Decision> about(long fold) {
        return reviews.about(fold);
    }

    /** Requests that nobody has decided, the oldest first. */
    public List<Request> open() {
        return reviews.open(MOST_SHOWN);
    }

    /** As {@link #open()}, of one fold. */
    public List<Request> open(long fold) {
        return reviews.open(fold);
    }

    /** Labels that one officer proposed and no second one has looked at. */
    public List<Proposal> proposals() {
        return reviews.proposals(MOST_SHOWN);
    }

    /** The proposal behind the label that stands on this fold today. */
    public Optional<Long> standing(long fold) {
        return reviews.standing(fold);
    }

    /** The fold stays as it is. @param review which request this answers */
    public Outcome<Boolean> keep(long fold, long review, String reason, String officer, Instant now) {
        return decide(new ReviewStore.Row(Kind.KEEP, fold, 0, review, 0, 0, reason, officer), now, () -> { });
    }

    /** One text is taken out of its fold and stays apart for good. @param review which request this answers, 0 for none */
    public Outcome<Boolean> takeOut(long fold, long key, long review, String reason, String officer, Instant now) {
        var head = folds.head(fold);
        if (head.isEmpty() || said.placed(List.of(key)).stream().noneMatch(one -> one.fold() == fold)) return Outcome.refused("authenticity.review.gone");
        return decide(new ReviewStore.Row(Kind.TAKE_OUT, fold, key, review, 0, 0, reason, officer), now, () -> {
            folds.keepApart(List.of(key), another(head.get(), key), now);
            long name = said.nameWithout(fold, key);
            said.move(Map.of(key, key));
            folds.count(List.of(fold, name), Map.of());
        });
    }

    /** All texts of a fold stand alone again, and none of them is folded with another of them ever again. */
    public Outcome<Boolean> dissolve(long fold, long review, String reason, String officer, Instant now) {
        var head = folds.head(fold);
        if (head.isEmpty()) return Outcome.refused("authenticity.review.gone");
        return decide(new ReviewStore.Row(Kind.DISSOLVE, fold, 0, review, 0, 0, reason, officer), now, () -> {
            var keys = new ArrayList<>(said.all(fold));
            long middle = head.get().medoid();
            folds.keepApart(List.of(middle), another(head.get(), middle), now);
            var others = keys.stream().filter(key -> key != middle).toList();
            folds.keepApart(others, middle, now);
            said.scatter(fold);
            folds.count(List.of(fold), Map.of());
        });
    }

    private long another(Folded head, long key) {
        return head.medoid() != key ? head.medoid() : said.all(head.id()).stream().filter(other -> other != key).findFirst().orElse(head.id());
    }

    /** One officer names evidence of where the texts of a fold came from. Nothing follows until a second one confirms it. */
    public Outcome<Boolean> proposeApart(long fold, String evidence, String officer, Instant now) {
        if (folds.head(fold).isEmpty()) return Outcome.refused("authenticity.review.gone");
        if (reviews.standing(fold).isPresent() || reviews.proposals(MOST_SHOWN).stream().anyMatch(p -> p.fold() == fold)) return Outcome.refused("authenticity.review.already");
        long upTo = said.all(fold).getLast();
        return decide(new ReviewStore.Row(Kind.PROPOSE_APART, fold, 0, 0, 0, upTo, evidence, officer), now, () -> { });
    }

    /** A second officer decides about a label that another one proposed. */
    public Outcome<Boolean> decideApart(long proposal, boolean confirmed, String reason, String officer, Instant now) {
        var about = reviews.proposal(proposal);
        if (about.isEmpty()) return Outcome.refused("authenticity.review.gone");
        if (about.get().officer().equals(officer)) return Outcome.refused("authenticity.review.same-person");
        var kind = confirmed ? Kind.CONFIRM_APART : Kind.DECLINE_APART;
        return decide(new ReviewStore.Row(kind, about.get().fold(), 0, 0, proposal, about.get().upTo(), reason, officer), now, () -> { });
    }

    /** A label no longer stands: everybody counts as before. */
    public Outcome<Boolean> liftApart(long proposal, String reason, String officer, Instant now) {
        var about = reviews.proposal(proposal);
        if (about.isEmpty()) return Outcome.refused("authenticity.review.gone");
        return decide(new ReviewStore.Row(Kind.LIFT_APART, about.get().fold(), 0, 0, proposal, about.get().upTo(), reason, officer), now, () -> { });
    }

    private void recount(long fold) {
        folds.count(said.placed(List.of(fold)).stream().map(SaidStore.Placed::fold).toList(), Map.of());
    }

    private Outcome<Boolean> decide(ReviewStore.Row row, Instant now, Runnable work) {
        return database.inTransaction(() -> {
            if (reviews.isDecided(row.review(), row.about(), row.kind() == Kind.LIFT_APART)) return Outcome.<Boolean>refused("authenticity.review.already");
            work.run();
            reviews.decide(row, now);
            // What is counted apart is counted when the label stands.
            if (row.about() > 0) recount(row.fold());
            return Outcome.done(true);
        });
    }
}

package lianqiao.authenticity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.base.Public;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Which contributions are one text, how many people that is, and why: for pages and for rooms that count. Says what was
 * kept, on any node; a contribution appears a few seconds after it came. Thread-safe.
 */
public final class Folds {
    /** Members on one page. */
    public static final int A_PAGE = 20;

    private final Contributions contributions;
    private final SaidStore said;
    private final FoldStore folds;
    private final TopicStore topics;
    private final ReviewStore reviews;

    public Folds(Database database, Contributions contributions) {
        this.contributions = contributions;
        said = new SaidStore(database);
        folds = new FoldStore(database);
        topics = new TopicStore(database);
        reviews = new ReviewStore(database);
    }

    /** The name of the text of a contribution: the smallest key among those it is folded with, its own when it stands alone or was not looked at yet. */
    public long group(long key) {
        return said.placed(List.of(key)).stream().findFirst().map(SaidStore.Placed::fold).orElse(key);
    }

    /** As {@link #group}, for many at once; those not looked at yet are left out. */
    public Map<Long, Long> groups(Collection<Long> keys) {
        return said.placed(keys).stream().collect(Collectors.toMap(SaidStore.Placed::key, SaidStore.Placed::fold));
    }

    /** Counts these contributions as one topic. Those not looked at yet are not counted. */
    public Tally tally(Collection<Long> keys) {
        return Tally.of(said.said(keys, reviews.labels()));
    }

    /** Counts all contributions of one text. */
    public Tally tallyOf(long group) {
        return Tally.of(said.saidIn(group, reviews.labels()));
    }

    /** A text that came more than once; nothing when it stands alone. */
    public Optional<Folded> fold(long group) {
        return folds.head(group);
    }

    /** The fold of what people call by this reference, such as a case number; nothing when it stands alone. */
    public Optional<Folded> foldOf(String reference) {
        return said.of(reference).flatMap(placed -> folds.head(placed.fold()));
    }

    /** The key of what people call by this reference; nothing when it was not looked at yet. */
    public OptionalLong key(String reference) {
        return said.of(reference).map(placed -> OptionalLong.of(placed.key())).orElse(OptionalLong.empty());
    }

    /** What people call these contributions by, such as case numbers; what may not be read today is left out. */
    public Map<Long, String> references(Collection<Long> keys) {
        return contributions.of(keys).stream().collect(Collectors.toMap(Contribution::key, Contribution::reference));
    }

    /** Texts that came more than once, the strongest first, behind this one; from the beginning when it is null. At most so many. */
    public List<Folded> strongest(@Nullable Folded behind, int most) {
        return behind == null ? folds.heads(Double.POSITIVE_INFINITY, 0, most) : folds.heads(behind.strength(), behind.id(), most);
    }

    /**
     * One contribution of a fold.
     *
     * @param reason why it was folded; nothing for the one that the others were folded with
     * @param parts what of its text also stands in the text that is shown for all
     * @param shared what of its phrases other people used too, with their number; nothing when that is little
     */
    public record Member(Contribution said, Optional<Fold> reason, List<Span> parts, Optional<Coverage> shared) implements Public {
        public Member {
            parts = List.copyOf(parts);
        }
    }

    /** How many texts of a fold were bound in one way, and how like they are at the least: {@code least} as {@link Fold} says, 0 to 1. */
    public record Binding(Bond bond, int texts, double least) implements Public {}

    /** How the texts of a fold were bound to it; the one that came first is in none. */
    public List<Binding> bindings(Folded fold) {
        return folds.bindings(fold.id());
    }

    /** Some contributions of a fold. @param next the key behind which the next ones come, 0 when these are the last */
    public record Members(List<Member> members, long next) implements Public {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** The contributions of a fold after a key, oldest first, at most {@link #A_PAGE}. What was concealed meanwhile is left out. */
    public Members members(Folded fold, long after) {
        var keys = said.members(fold.id(), after, A_PAGE + 1);
        boolean more = keys.size() > A_PAGE;
        var page = more ? keys.subList(0, A_PAGE) : keys;
        return new Members(read(fold, page), more ? page.getLast() : 0);
    }

    private List<Member> read(Folded fold, List<Long> keys) {
        if (keys.isEmpty()) return List.of();
        var reasons = folds.reasons(keys).stream().collect(Collectors.toMap(kept -> kept.fold().key(), FoldStore.Kept::fold));
        var shown = shown(fold).map(Contribution::words).orElse("");
        var found = topics.found(keys);
        return contributions.of(keys).stream().map(one -> new Member(one, Optional.ofNullable(reasons.get(one.key())),
                one.key() == fold.medoid() ? List.of() : SharedParts.of(one.words(), shown, FoldRules.CURRENT), coverage(one, found))).toList();
    }

    /** The contribution whose wording is shown for all; nothing when it was concealed. */
    public Optional<Contribution> shown(Folded fold) {
        return contributions.of(List.of(fold.medoid())).stream().findFirst();
    }

    /** What of a text other people used too, with their number; nothing when that is little or its wording has changed since it was counted. */
    public Optional<Coverage> coverage(Contribution one) {
        return coverage(one, topics.found(List.of(one.key())));
    }

    /** All people of a topic, such as a service, in the last ninety days, as of the last count. */
    public Optional<Tally> topic(String topic) {
        return topics.tally(topic);
    }

    private static Optional<Coverage> coverage(Contribution one, List<TopicStore.Found> found) {
        return found.stream().filter(f -> f.key() == one.key() && f.ofText() == one.words().hashCode()).map(TopicStore.Found::coverage).findFirst();
    }

    /** As {@link #shown(Folded)}, for a page of folds at once, by fold. */
    public Map<Long, Contribution> shown(List<Folded> some) {
        var read = contributions.of(some.stream().map(Folded::medoid).toList()).stream().collect(Collectors.toMap(Contribution::key, Function.identity()));
        return some.stream().filter(fold -> read.containsKey(fold.medoid())).collect(Collectors.toMap(Folded::id, fold -> read.get(fold.medoid())));
    }
}

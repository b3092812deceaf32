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

    public Folds(Database database, Contributions contributions) {
        this.contributions = contributions;
        said = new SaidStore(database);
        folds = new FoldStore(database);
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
        return Tally.of(said.said(keys));
    }

    /** Counts all contributions of one text. */
    public Tally tallyOf(long group) {
        return Tally.of(said.saidIn(group));
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

    /** Texts that came more than once, the strongest first, behind this one; from the beginning when it is null. At most so many. */
    public List<Folded> strongest(@Nullable Folded behind, int most) {
        return behind == null ? folds.heads(Double.POSITIVE_INFINITY, 0, most) : folds.heads(behind.strength(), behind.id(), most);
    }

    /**
     * One contribution of a fold.
     *
     * @param reason why it was folded; nothing for the one that the others were folded with
     * @param parts what of its text also stands in the text that is shown for all
     */
    public record Member(Contribution said, Optional<Fold> reason, List<Span> parts) implements Public {
        public Member {
            parts = List.copyOf(parts);
        }
    }

    /** The contributions of a fold after a key, oldest first, at most {@link #A_PAGE}. What was concealed meanwhile is left out. */
    public List<Member> members(Folded fold, long after) {
        var keys = said.members(fold.id(), after, A_PAGE);
        if (keys.isEmpty()) return List.of();
        var reasons = folds.reasons(keys).stream().collect(Collectors.toMap(kept -> kept.fold().key(), FoldStore.Kept::fold));
        var shown = shown(fold).map(Contribution::words).orElse("");
        return contributions.of(keys).stream().map(one -> new Member(one, Optional.ofNullable(reasons.get(one.key())),
                one.key() == fold.medoid() ? List.of() : SharedParts.of(one.words(), shown, FoldRules.CURRENT))).toList();
    }

    /** The contribution whose wording is shown for all; nothing when it was concealed. */
    public Optional<Contribution> shown(Folded fold) {
        return contributions.of(List.of(fold.medoid())).stream().findFirst();
    }

    /** As {@link #shown(Folded)}, for a page of folds at once, by fold. */
    public Map<Long, Contribution> shown(List<Folded> some) {
        var read = contributions.of(some.stream().map(Folded::medoid).toList()).stream().collect(Collectors.toMap(Contribution::key, Function.identity()));
        return some.stream().filter(fold -> read.containsKey(fold.medoid())).collect(Collectors.toMap(Folded::id, fold -> read.get(fold.medoid())));
    }
}

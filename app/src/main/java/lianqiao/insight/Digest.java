package lianqiao.insight;

import java.util.Collection;
import java.util.List;
import lianqiao.authenticity.Folds;
import lianqiao.base.CaseNumber;
import lianqiao.base.Contributions;

/**
 * What was said about one thing, in the words of those who said it: sentences that stand for many, one of each text, and one that
 * differs. Praise and blame, for and against are read alike. Thread-safe.
 */
public final class Digest {
    private final Contributions contributions;
    private final Book book;
    private final Folds folds;

    public Digest(Contributions contributions, Book book, Folds folds) {
        this.contributions = contributions;
        this.book = book;
        this.folds = folds;
    }

    /** At most so many sentences, and behind them one that differs if there is one; of the newest hundred texts. */
    public List<Quote> of(HotIssue issue, int most) {
        return of(issue.members(), most);
    }

    private List<Quote> of(Collection<String> references, int most) {
        var numbers = references.stream().flatMap(reference -> CaseNumber.read(reference).stream()).toList();
        var keys = book.keys(numbers).values();
        var groups = folds.groups(keys);
        return Quoting.of(contributions.of(keys).stream().map(said -> new Quoting.Source(said, groups.getOrDefault(said.key(), said.key()))).toList(), most);
    }
}

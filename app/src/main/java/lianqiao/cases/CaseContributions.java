package lianqiao.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lianqiao.base.CaseNumber;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.store.Database;

/** Public cases as rooms read them that compare and count. Their window is the service. Thread-safe. */
public final class CaseContributions implements Contributions {
    /** At most so many are asked for by their keys at once. */
    public static final int MOST_ASKED = 1_000;

    private final ContributionStore store;

    public CaseContributions(Database database) {
        this.store = new ContributionStore(database);
    }

    @Override public List<Contribution> after(long key, int most) {
        return store.after(key, most);
    }

    @Override public List<Contribution> of(Collection<Long> keys) {
        if (keys.size() > MOST_ASKED) throw new IllegalArgumentException("at most " + MOST_ASKED + " at once");
        return keys.isEmpty() ? List.of() : store.of(keys);
    }

    /** The key of a case, once it was taken in; also when it may not be read today. */
    public Optional<Long> key(CaseNumber number) {
        return store.key(number);
    }
}

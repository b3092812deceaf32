package lianqiao.cases;

import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.store.Database;

/** All public cases in portions, oldest first, for machines that want to know of every one. Thread-safe. */
public final class PublicCases {
    private final CaseListStore lists;

    public PublicCases(Database database) {
        this.lists = new CaseListStore(database);
    }

    /** A public case and when it changed last. */
    public record Changed(CaseNumber number, Instant at) implements Public {}

    /**
     * Where portions of so many cases begin; at most 40,000 portions. It goes through the index of all public cases, half a
     * second at a million: ask seldom.
     *
     * @param cases in each portion, 1 or more; the last may have fewer
     */
    public List<CaseQuery.After> portions(int cases) {
        return lists.publicPortions(cases);
    }

    /** The portion that begins with this case, itself included. */
    public List<Changed> from(CaseQuery.After first, int most) {
        return lists.publicFrom(first, most);
    }
}

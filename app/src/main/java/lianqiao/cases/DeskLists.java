package lianqiao.cases;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Lists that only officers ask for. Confidential cases stand in them; reports about the reader or the reader's own offices never do. Thread-safe. */
public final class DeskLists {
    private final CaseListStore lists;

    public DeskLists(Database database) {
        this.lists = new CaseListStore(database);
    }

    /** Open cases that were raised to a higher level, by an officer, a resident or the clock; what is due first. */
    public List<CaseLine> raised(Sight sight, CaseQuery.@Nullable After after, int most) {
        return lists.raised(sight, after, most);
    }

    /** Cases in work that hold an unfinished task for one of these offices; what is due first, at most {@code most}. */
    public List<CaseLine> withTasksFor(Set<OfficeCode> offices, Sight sight, int most) {
        return offices.isEmpty() ? List.of() : lists.withTasksFor(offices, sight, most);
    }

    /** Which of these cases the reader may come across. One statement. */
    public Set<CaseNumber> seen(Collection<CaseNumber> numbers, Sight sight) {
        return Set.copyOf(lists.seen(numbers, sight));
    }
}

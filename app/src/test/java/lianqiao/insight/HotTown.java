package lianqiao.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.authenticity.Folds;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.town.TestDatabase;

/** The square with a database behind it, and the jobs that go through it. */
final class HotTown implements AutoCloseable, Contributions, Fates {
    final Square square = new Square();
    final Map<String, Fate> fates = new HashMap<>();
    final List<Long> concealed = new ArrayList<>();
    final TestDatabase database = TestDatabase.fresh();
    final HotIssues issues = new HotIssues(database.database());
    private CollectHotIssues gathering = gatherer();
    private final RefineHotIssues refining = new RefineHotIssues(database.database(), this, new Folds(database.database(), this), this, List::of, Square.ZONE);

    private CollectHotIssues gatherer() {
        return new CollectHotIssues(database.database(), this, new Folds(database.database(), this), this, List::of, Square.ZONE);
    }

    void gather(Instant now) {
        gathering.run(now);
    }

    void refine(Instant now) {
        refining.run(now);
    }

    /** Another node takes the job over. */
    void anotherNode() {
        gathering = gatherer();
    }

    @Override public List<Contribution> after(long key, int most) {
        return square.said.stream().map(Saying::said).filter(one -> one.key() > key && !concealed.contains(one.key())).limit(most).toList();
    }

    @Override public List<Contribution> of(Collection<Long> keys) {
        return square.said.stream().map(Saying::said).filter(one -> keys.contains(one.key()) && !concealed.contains(one.key())).toList();
    }

    @Override public Map<String, Fate> of(Collection<String> references, Instant now) {
        var found = new HashMap<>(fates);
        found.keySet().retainAll(references);
        return found;
    }

    @Override public void close() {
        database.close();
    }
}

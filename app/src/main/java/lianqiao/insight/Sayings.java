package lianqiao.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import lianqiao.authenticity.Folds;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;

/** Reads contributions together with the text each is folded into and with where its case stands. What was concealed meanwhile is not among them. */
final class Sayings {
    private static final int AT_ONCE = 1_000;

    private final Contributions contributions;
    private final Folds folds;
    private final Fates fates;

    Sayings(Contributions contributions, Folds folds, Fates fates) {
        this.contributions = contributions;
        this.folds = folds;
        this.fates = fates;
    }

    List<Contribution> after(long key, int most) {
        return contributions.after(key, most);
    }

    /** In the order of their keys, a thousand asked for at a time. */
    List<Contribution> of(Collection<Long> keys) {
        var sorted = keys.stream().sorted().toList();
        var all = new ArrayList<Contribution>(sorted.size());
        for (int from = 0; from < sorted.size(); from += AT_ONCE) all.addAll(contributions.of(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE))));
        return all;
    }

    List<Saying> said(Collection<Long> keys, Instant now) {
        return said(of(keys), now);
    }

    /** Those not looked at for copies yet stand alone. */
    List<Saying> said(List<Contribution> all, Instant now) {
        var letters = new HashMap<Long, Long>();
        var where = new HashMap<String, Fate>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            letters.putAll(folds.groups(some.stream().map(Contribution::key).toList()));
            where.putAll(fates.of(some.stream().map(Contribution::reference).toList(), now));
        }
        return all.stream().map(one -> new Saying(one, letters.getOrDefault(one.key(), one.key()), where.getOrDefault(one.reference(), Fate.OPEN))).toList();
    }
}

package lianqiao.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lianqiao.authenticity.Folds;
import lianqiao.base.Contributions;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Puts what people said since last time into issues, and counts anew those that changed. What is in memory is built from the store whenever it is
 * missing, a day old, or people have joined or separated something; stopped half-way it goes on where it was.
 */
public final class CollectHotIssues {
    private static final int PORTION = 500;
    private static final int MOST_PORTIONS = 40;
    private static final int MOST_COUNTED = 200;
    private static final Duration LASTS = Duration.ofHours(24);

    private final Database database;
    private final Sayings sayings;
    private final MemberStore members;
    private final IssueStore issues;
    private final HotRules rules = HotRules.CURRENT;
    private final Supplier<List<String>> ownNames;
    private final ZoneId zone;
    private @Nullable Gathering gathering;
    private @Nullable Instant refinedAt;

    /** @param ownNames names of the town's own districts and streets; @param zone whose days are counted */
    public CollectHotIssues(Database database, Contributions contributions, Folds folds, Fates fates, Supplier<List<String>> ownNames, ZoneId zone) {
        this.database = database;
        this.ownNames = ownNames;
        this.zone = zone;
        sayings = new Sayings(contributions, folds, fates);
        members = new MemberStore(database);
        issues = new IssueStore(database);
    }

    /** Takes in at most 20,000 and counts at most 200 issues. */
    public synchronized void run(Instant now) {
        try {
            var mine = upToDate(now);
            for (int portion = 0; portion < MOST_PORTIONS; portion++) {
                var next = sayings.after(mine.lastKey(), PORTION);
                if (next.isEmpty()) break;
                database.inTransaction(() -> {
                    members.take(next);
                    var taken = mine.take(next);
                    members.belong(taken.moved());
                    issues.touch(taken.issues());
                    var state = members.reached();
                    members.reached(new MemberStore.Reached(mine.lastKey(), mine.lastIssue(), state.refinedAt(), state.refinedWith()));
                });
            }
            count(mine, now);
        } catch (RuntimeException e) {
            // What is in memory may be ahead of what was written; next time it is built anew from that.
            gathering = null;
            throw e;
        }
    }

    private void count(Gathering mine, Instant now) {
        var counter = new Recount(sayings, members, issues, new Counting(mine.words(), mine.names(), rules, zone), zone);
        issues.stale(MOST_COUNTED).forEach(id -> counter.count(id, now));
    }

    private Gathering upToDate(Instant now) {
        var mine = gathering;
        var state = members.reached();
        long links = members.lastLink();
        boolean fresh = mine != null && mine.builtAt().isAfter(now.minus(LASTS)) && mine.lastKey() == state.lastKey() && mine.links() == links
                && java.util.Objects.equals(refinedAt, state.refinedAt());
        if (!fresh) {
            mine = build(state, links, now);
            gathering = mine;
            refinedAt = state.refinedAt();
        }
        return java.util.Objects.requireNonNull(mine);
    }

    private Gathering build(MemberStore.Reached state, long links, Instant now) {
        Map<Long, Long> belongs = new HashMap<>();
        var keys = members.since(now.minus(Duration.ofDays(rules.activeDays())), rules.mostByNight());
        keys.forEach(one -> {
            if (one.issue() != null) belongs.put(one.key(), one.issue());
        });
        return new Gathering(sayings.of(keys.stream().map(MemberStore.Belonging::key).toList()), belongs, Divisions.with(ownNames.get()), state, links, now, rules);
    }
}

package lianqiao.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lianqiao.authenticity.Folds;
import lianqiao.base.Contributions;
import lianqiao.insight.MemberStore.Belonging;
import lianqiao.insight.MemberStore.Reached;
import lianqiao.store.Database;

/**
 * Forms all issues anew, in the hours when few are awake, or sooner when a fifth more was said since: by day a message joins what is there when it
 * comes, by night all are compared with all. An issue keeps its number as long as most of its messages stay together.
 */
public final class RefineHotIssues {
    private static final Duration PAUSE = Duration.ofHours(20);
    private static final int FIRST_HOUR = 1;
    private static final int LAST_HOUR = 5;
    /** By so much more, and it does not wait for the night. */
    static final double GROWN = 1.2;
    private static final int MOST_LINKS = 10_000;

    private final Database database;
    private final Sayings sayings;
    private final MemberStore members;
    private final IssueStore issues;
    private final HotRules rules = HotRules.CURRENT;
    private final Supplier<List<String>> ownNames;
    private final ZoneId zone;

    /** @param ownNames names of the town's own districts and streets; @param zone whose nights they are */
    public RefineHotIssues(Database database, Contributions contributions, Folds folds, Fates fates, Supplier<List<String>> ownNames, ZoneId zone) {
        this.database = database;
        this.ownNames = ownNames;
        this.zone = zone;
        sayings = new Sayings(contributions, folds, fates);
        members = new MemberStore(database);
        issues = new IssueStore(database);
    }

    /** Looks whether it is time, and does nothing if it is not. */
    public void run(Instant now) {
        var state = members.reached();
        long count = members.count();
        if (count > 0 && isTime(state, count, now)) refine(count, now);
    }

    private boolean isTime(Reached state, long count, Instant now) {
        if (state.refinedAt() == null || count > GROWN * state.refinedWith()) return true;
        int hour = now.atZone(zone).getHour();
        return hour >= FIRST_HOUR && hour < LAST_HOUR && now.isAfter(state.refinedAt().plus(PAUSE));
    }

    private void refine(long count, Instant now) {
        var before = new HashMap<Long, Long>();
        var known = members.since(now.minus(Duration.ofDays(rules.nightDays())), rules.mostByNight());
        known.forEach(one -> before.put(one.key(), one.issue() == null ? 0 : one.issue()));
        var night = new Night(sayings.said(known.stream().map(Belonging::key).toList(), now), Divisions.with(ownNames.get()), rules);
        var groups = night.groups(members.links(MOST_LINKS));
        write(new Numbers(groups.stream().map(all -> all.stream().map(Saying::key).toList()).toList(), before), groups, before, count, now);
        var counting = new Counting(night.words(), night.names(), rules, zone);
        var counter = new Recount(sayings, members, issues, counting, zone);
        issues.living().forEach(id -> counter.count(id, now));
    }

    /** All at once: nobody sees half of a night. */
    private void write(Numbers numbers, List<List<Saying>> groups, Map<Long, Long> before, long count, Instant now) {
        database.inTransaction(() -> {
            var state = members.reached();
            var ids = numbers.ids(state.lastIssue());
            var moved = new ArrayList<Belonging>();
            var alone = new HashSet<>(before.keySet());
            for (int i = 0; i < groups.size(); i++) {
                for (var one : groups.get(i)) {
                    alone.remove(one.key());
                    if (before.get(one.key()) != (long) ids.get(i)) moved.add(new Belonging(one.key(), ids.get(i)));
                }
            }
            alone.stream().filter(key -> before.get(key) != 0).forEach(key -> moved.add(new Belonging(key, null)));
            members.belong(moved);
            issues.touch(ids);
            issues.ended(numbers.ended(ids));
            members.reached(new Reached(state.lastKey(), numbers.last(), now, count));
        });
    }
}

package lianqiao.insight;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.Contribution;

/** Forms issues out of messages at hand, without keeping anything: what the jobs do by night and by day, for trying out and measuring. */
public final class Forming {
    private final HotRules rules;
    private final ZoneId zone;

    /** @param zone whose days are counted */
    public Forming(HotRules rules, ZoneId zone) {
        this.rules = rules;
        this.zone = zone;
    }

    /**
     * What came out of a night.
     *
     * @param issues those with enough persons, place groups among them, the hottest first; an issue is named by its first contribution
     * @param issueOf of each message the first contribution of its issue, its own key when it stands alone
     */
    public record Formed(List<HotIssue> issues, Map<Long, Long> issueOf) {
        /** Without what only shares a place. */
        public List<HotIssue> listed() {
            return issues.stream().filter(one -> one.shape() != HotIssue.Shape.PLACE_GROUP).toList();
        }
    }

    /** @param letters the text each message is folded into; those left out stand alone. All count as open. */
    public Formed byNight(List<Contribution> said, Map<Long, Long> letters, Instant now) {
        var sayings = said.stream().map(one -> new Saying(one, letters.getOrDefault(one.key(), one.key()), Fate.OPEN)).toList();
        var night = new Night(sayings, Divisions.with(List.of()), rules);
        var counting = new Counting(night.words(), night.names(), rules, zone);
        var issueOf = new HashMap<Long, Long>();
        said.forEach(one -> issueOf.put(one.key(), one.key()));
        var issues = new ArrayList<HotIssue>();
        for (var group : night.groups(List.of())) {
            long first = group.getFirst().key();
            group.forEach(one -> issueOf.put(one.key(), first));
            if (group.stream().map(one -> one.said().voice()).distinct().count() >= rules.leastPersons()) issues.add(counting.issue(first, group, null, now));
        }
        issues.sort(Comparator.comparingDouble((HotIssue one) -> -one.heat().sum()).thenComparing(one -> -one.tally().persons()).thenComparing(HotIssue::id));
        return new Formed(issues, issueOf);
    }

    /** The number of the issue each message joins as it comes, in the order of the list; it begins knowing no word. */
    public Map<Long, Integer> byDay(List<Contribution> said) {
        var words = new Vocabulary();
        var pass = new SinglePass(rules.byDay(), rules.mostByNight());
        var issueOf = new HashMap<Long, Integer>();
        for (var one : said) {
            var bag = Bag.of(one);
            words.add(bag, false);
            issueOf.put(one.key(), pass.add(words.vector(bag)));
        }
        return issueOf;
    }
}

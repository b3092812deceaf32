package lianqiao.insight;

import java.time.Instant;
import java.time.ZoneId;

/** Counts an issue from its members and keeps what came out. */
final class Recount {
    /** Of more members only the newest are counted. */
    static final int MOST_MEMBERS = 10_000;

    private final Sayings sayings;
    private final MemberStore members;
    private final IssueStore issues;
    private final Counting counting;
    private final ZoneId zone;

    Recount(Sayings sayings, MemberStore members, IssueStore issues, Counting counting, ZoneId zone) {
        this.sayings = sayings;
        this.members = members;
        this.issues = issues;
        this.counting = counting;
        this.zone = zone;
    }

    void count(long id, Instant now) {
        var said = sayings.said(members.keys(id, MOST_MEMBERS), now);
        if (said.isEmpty()) {
            var gone = new java.util.TreeMap<Long, Long>();
            gone.put(id, null);
            issues.ended(gone);
            return;
        }
        var before = issues.find(id).flatMap(HotIssue::rising).orElse(null);
        var issue = counting.issue(id, said, before, now);
        issues.write(issue);
        issues.months(id, Counting.months(said, zone));
        if (issue.tally().persons() >= HotRules.CURRENT.leastPersons()) issues.day(issue, now.atZone(zone).toLocalDate());
    }
}

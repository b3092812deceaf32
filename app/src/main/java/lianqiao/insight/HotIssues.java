package lianqiao.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lianqiao.base.Outcome;
import lianqiao.base.Public;
import lianqiao.store.Database;

/** The issues as they were last counted, and what officers say about them. Thread-safe. */
public final class HotIssues {
    /** For so long a rise is news. */
    public static final Duration NEWS = Duration.ofDays(7);
    private static final int MOST_RISING = 50;
    private static final int MOST_LINKS = 50;
    private static final int MOST_DAYS = 90;
    private static final int MOST_STEPS = 8;
    /** So many cases of each issue are tied when two are joined. */
    private static final int TIES = 3;
    /** From so many cases of an issue a separated one is kept apart. */
    private static final int APART = 20;

    private final Database database;
    private final IssueStore issues;
    private final MemberStore members;
    private final HotRules rules = HotRules.CURRENT;

    public HotIssues(Database database) {
        this.database = database;
        issues = new IssueStore(database);
        members = new MemberStore(database);
    }

    /** A message of an issue. */
    public record Member(long contribution, String reference, Instant at) implements Public {}

    /** How hot it was on a day on which it was counted. */
    public record Day(LocalDate day, int persons, double heat) implements Public {}

    /** Whether all issues were formed anew since most of what was said came in. */
    public boolean isSettled() {
        var state = members.reached();
        long count = members.count();
        return count == 0 || state.refinedAt() != null && count <= RefineHotIssues.GROWN * state.refinedWith();
    }

    /** The hottest first, place groups left out, at most so many; the same heat: more persons, then the older. */
    public List<HotIssue> hottest(Instant now, int most) {
        return hottest(now, 0, most);
    }

    /** As {@link #hottest(Instant, int)}, leaving out the first {@code from}. */
    public List<HotIssue> hottest(Instant now, int from, int most) {
        return withMembers(issues.hottest(rules.leastPersons(), from, most));
    }

    /** Issues with a rise noticed in the last seven days, the newest rise first, place groups left out; at most fifty. */
    public List<HotIssue> rising(Instant now) {
        return withMembers(issues.rising(now.minus(NEWS), rules.leastPersons(), MOST_RISING));
    }

    /** What is held together only by the name of a place, the most persons first: for the street office. */
    public List<HotIssue> placeGroups(Instant now, int most) {
        return withMembers(issues.places(rules.leastPersons(), 0, most));
    }

    /** An issue by its number; one that was joined with another answers as that other. */
    public Optional<HotIssue> find(long id) {
        long at = id;
        for (int step = 0; step < MOST_STEPS; step++) {
            var found = issues.find(at);
            if (found.isPresent()) return found.map(one -> withMembers(List.of(one)).getFirst());
            var next = issues.became(at);
            if (next.isEmpty()) return Optional.empty();
            at = next.get();
        }
        return Optional.empty();
    }

    /** The issue a contribution belongs to, if it is one of several. */
    public Optional<HotIssue> of(long contribution) {
        return members.of(contribution).flatMap(one -> Optional.ofNullable(one.issue())).flatMap(this::find);
    }

    /** As {@link #of(long)}, by what people call it: a case number. */
    public Optional<HotIssue> of(String reference) {
        return members.of(reference).flatMap(one -> Optional.ofNullable(one.issue())).flatMap(this::find);
    }

    /** As {@link #of(String)}, if enough people speak of it and it is more than the name of a place; without its members. */
    public Optional<HotIssue> sharedBy(String reference) {
        return members.of(reference).flatMap(one -> Optional.ofNullable(one.issue())).flatMap(issues::find).filter(this::isLarge).filter(issue -> issue.shape() != HotIssue.Shape.PLACE_GROUP);
    }

    /** Whether enough people speak of it to have a page. */
    public boolean isLarge(HotIssue issue) {
        return issue.tally().persons() >= rules.leastPersons();
    }

    /** Messages of an issue, the newest first: those older than the contribution {@code before}, {@code Long.MAX_VALUE} for the first page. */
    public List<Member> members(long id, long before, int most) {
        return members.members(id, before, most);
    }

    /** Persons of an issue in each month, by its first day. A cell below five is shown as such, never as a number. */
    public TreeMap<LocalDate, Integer> months(long id) {
        return issues.months(id);
    }

    /** The heat of the last days on which it was counted, the newest first; at most ninety. */
    public List<Day> days(long id) {
        return issues.days(id, MOST_DAYS);
    }

    /** What officers said about an issue, the newest first; at most fifty. */
    public List<Link> links(long id) {
        var acts = new TreeMap<Instant, Link>(java.util.Comparator.reverseOrder());
        members.links(List.of(id), MOST_LINKS).forEach(link -> acts.putIfAbsent(link.at(), link));
        return List.copyOf(acts.values());
    }

    /** What returns every year and is to come: act before it is asked. The next first. */
    public List<Season> seasons(Instant now, java.time.ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var found = new ArrayList<Season>();
        var returning = new TreeMap<Long, Seasons.Returns>();
        issues.monthsOfOld(now.minus(Duration.ofDays(300)), rules.leastPersons()).forEach((id, months) -> Seasons.of(months, today).ifPresent(returns -> returning.put(id, returns)));
        issues.find(returning.keySet()).forEach(issue -> {
            var returns = returning.get(issue.id());
            found.add(new Season(issue, returns.month(), returns.years(), returns.actFrom()));
        });
        found.sort(java.util.Comparator.comparing(Season::month).thenComparing(one -> one.issue().id()));
        return found;
    }

    /** The numbers by which issues are formed and counted. */
    public HotRules rules() {
        return rules;
    }

    /** Two issues are one from now on; both keep every case. The reason is public, the officer is not. */
    public Outcome<HotIssue> join(long one, long other, String reason, String officer, Instant now) {
        if (reason.isBlank()) return Outcome.refused("insight.link.no-reason");
        var into = find(one);
        var from = find(other);
        if (into.isEmpty() || from.isEmpty() || into.get().id() == from.get().id()) return Outcome.refused("insight.link.same");
        long kept = into.get().id();
        long given = from.get().id();
        return database.inTransaction(() -> {
            tie(kept, given, reason.strip(), officer, now);
            members.move(given, kept);
            var ended = new TreeMap<Long, Long>();
            ended.put(given, kept);
            issues.ended(ended);
            issues.touch(List.of(kept));
            return Outcome.done(into.get());
        });
    }

    /** A case does not belong to an issue, and will not be put there again. It is counted alone until others are like it. */
    public Outcome<HotIssue> separate(long id, String reference, String reason, String officer, Instant now) {
        if (reason.isBlank()) return Outcome.refused("insight.link.no-reason");
        var issue = find(id);
        var member = members.of(reference.strip()).filter(one -> one.issue() != null && issue.isPresent() && one.issue() == issue.get().id());
        if (issue.isEmpty() || member.isEmpty()) return Outcome.refused("insight.link.no-member");
        long key = member.get().key();
        return database.inTransaction(() -> {
            oldest(issue.get().id(), APART + 1).stream().filter(other -> other != key)
                    .forEach(other -> members.say(issue.get().id(), new Link(0, key, other, false, reason.strip(), now), officer));
            members.belong(List.of(new MemberStore.Belonging(key, null)));
            issues.touch(List.of(issue.get().id()));
            return Outcome.done(issue.get());
        });
    }

    /** Several pairs say it, so that it still holds when one of the cases is separated or concealed. */
    private void tie(long kept, long given, String reason, String officer, Instant now) {
        var one = oldest(kept, TIES);
        var other = oldest(given, TIES);
        for (long key : one) other.forEach(also -> members.say(kept, new Link(0, key, also, true, reason, now), officer));
    }

    private List<Long> oldest(long id, int most) {
        return members.keys(id, Recount.MOST_MEMBERS).stream().sorted().limit(most).toList();
    }

    private List<HotIssue> withMembers(List<HotIssue> found) {
        var references = members.references(found.stream().map(HotIssue::id).toList(), HotIssue.MOST_MEMBERS);
        return found.stream().map(one -> one.with(references.getOrDefault(one.id(), List.of()))).toList();
    }
}

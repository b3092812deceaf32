package lianqiao.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.cases.CaseLine;
import org.jspecify.annotations.Nullable;

/**
 * What presses, in order. Pure: the same cases give the same order, in whatever order they are given, and nothing in it depends
 * on what somebody wants, only on what is the case.
 *
 * @param persons texts that speak of self-harm: for a person at once, the oldest first, not ranked
 * @param now danger to life now, each place by itself, the oldest first
 * @param tens everything else, by tier and points
 */
public record Ranking(List<CaseLine> persons, List<Matter> now, List<Ten> tens) implements Public {
    private static final int SHOWN_BEHIND = 20;
    private static final Comparator<Matter> ORDER = Comparator.comparing((Matter matter) -> matter.urgency().tier())
            .thenComparing(matter -> -matter.points().sum()).thenComparing(Matter::since).thenComparing(matter -> matter.line().number().text());
    /** Nothing waits. */
    static final Ranking NONE = new Ranking(List.of(), List.of(), List.of());

    public Ranking {
        persons = List.copyOf(persons);
        now = List.copyOf(now);
        tens = List.copyOf(tens);
    }

    /**
     * A case that may press.
     *
     * @param text the text it is folded into
     * @param strength V of that text, 1 when it stands alone
     */
    record Candidate(CaseLine line, Urgency urgency, long text, double strength, int supporters, @Nullable HotIssue issue) {
        Matter alone(Instant now) {
            double voices = issue == null ? strength : Math.max(strength, issue.tally().strength());
            int agree = issue == null ? supporters : issue.likes();
            return new Matter(line, List.of(), 0, urgency, Points.of(line, urgency, issue, voices, agree, now), voices, issue);
        }

        /** Danger is seen place by place; all else is one line for one issue, or for one text. */
        String together() {
            if (urgency.tier() == Tier.NOW) return "text " + text + " in " + line.area();
            return issue == null ? "text " + text : "issue " + issue.id();
        }
    }

    static Ranking of(Collection<Candidate> candidates, Instant now) {
        var persons = candidates.stream().filter(one -> one.urgency().selfHarm()).map(Candidate::line)
                .sorted(Comparator.comparing(CaseLine::receivedAt).thenComparing(line -> line.number().text())).toList();
        var together = new LinkedHashMap<String, List<Matter>>();
        candidates.stream().filter(one -> !one.urgency().selfHarm())
                .forEach(one -> together.computeIfAbsent(one.together(), _ -> new ArrayList<>()).add(one.alone(now)));
        var matters = together.values().stream().map(Ranking::one).sorted(ORDER).toList();
        return new Ranking(persons, matters.stream().filter(one -> one.urgency().tier() == Tier.NOW).sorted(Comparator.comparing(Matter::since)).toList(),
                Ten.of(matters.stream().filter(one -> one.urgency().tier() != Tier.NOW).toList()));
    }

    private static Matter one(List<Matter> same) {
        var sorted = same.stream().sorted(ORDER).toList();
        var first = sorted.getFirst();
        var others = sorted.stream().skip(1).map(matter -> matter.line().number()).toList();
        List<CaseNumber> shown = others.subList(0, Math.min(SHOWN_BEHIND, others.size()));
        return new Matter(first.line(), shown, others.size(), first.urgency(), first.points(), first.strength(), first.issue());
    }

    /** All lines that have seats, by tier and points alone. */
    public List<Matter> ranked() {
        return tens.stream().flatMap(ten -> ten.matters().stream()).sorted(ORDER).toList();
    }

    /** The same as far as these cases may be seen; cut into tens anew, so that every reader's ten has its quiet voices. */
    public Ranking within(Collection<CaseNumber> seen) {
        return new Ranking(persons.stream().filter(line -> seen.contains(line.number())).toList(),
                now.stream().filter(matter -> seen.contains(matter.line().number())).toList(),
                Ten.of(ranked().stream().filter(matter -> seen.contains(matter.line().number())).toList()));
    }

    /** Every case it shows. */
    public List<CaseNumber> numbers() {
        var numbers = new ArrayList<CaseNumber>();
        persons.forEach(line -> numbers.add(line.number()));
        now.forEach(matter -> numbers.add(matter.line().number()));
        ranked().forEach(matter -> numbers.add(matter.line().number()));
        return numbers;
    }
}

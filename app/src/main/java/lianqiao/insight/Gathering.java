package lianqiao.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.base.Contribution;
import lianqiao.insight.MemberStore.Belonging;

/**
 * The issues of the last ninety days in memory, and the newcomers put into them. Built from what is kept; whatever is lost with it can be
 * built again. One thread at a time.
 */
final class Gathering {
    private final SinglePass pass;
    private final Vocabulary words = new Vocabulary();
    private final PlaceNames names;
    private final Map<Integer, Long> idOf = new HashMap<>();
    private final Map<Integer, Long> alone = new HashMap<>();
    private final Instant builtAt;
    private final long links;
    private long lastKey;
    private long lastIssue;

    /**
     * @param known contributions of the last ninety days, by key; @param issues the issue of each that has one
     * @param state how far the issues have come; @param links the last thing people said when this was read
     */
    Gathering(List<Contribution> known, Map<Long, Long> issues, PlaceNames divisions, MemberStore.Reached state, long links, Instant now, HotRules rules) {
        pass = new SinglePass(rules.byDay(), rules.mostByNight());
        names = divisions.withLearned(PlaceLearning.from(known));
        builtAt = now;
        this.links = links;
        lastKey = state.lastKey();
        lastIssue = state.lastIssue();
        known.forEach(one -> words.add(Bag.of(one), isSettled(one)));
        var numbers = new HashMap<Long, Integer>();
        for (var one : known) {
            Long issue = issues.get(one.key());
            int number = issue == null ? pass.begin() : numbers.computeIfAbsent(issue, _ -> pass.begin());
            pass.add(vector(one), number);
            if (issue == null) alone.put(number, one.key());
            else idOf.put(number, issue);
        }
    }

    Instant builtAt() {
        return builtAt;
    }

    long links() {
        return links;
    }

    long lastKey() {
        return lastKey;
    }

    long lastIssue() {
        return lastIssue;
    }

    Vocabulary words() {
        return words;
    }

    PlaceNames names() {
        return names;
    }

    /** What changed: who belongs where now, and which issues have to be counted. */
    record Taken(List<Belonging> moved, Set<Long> issues) {}

    Taken take(List<Contribution> newcomers) {
        var taken = new Taken(new ArrayList<>(), new HashSet<>());
        for (var one : newcomers) {
            words.add(Bag.of(one), isSettled(one));
            put(one.key(), pass.add(vector(one)), taken);
            lastKey = one.key();
        }
        return taken;
    }

    private void put(long key, int number, Taken taken) {
        Long first = alone.remove(number);
        if (first == null && !idOf.containsKey(number)) {
            alone.put(number, key);
            return;
        }
        long issue = idOf.computeIfAbsent(number, _ -> ++lastIssue);
        if (first != null) taken.moved().add(new Belonging(first, issue));
        taken.moved().add(new Belonging(key, issue));
        taken.issues().add(issue);
    }

    private boolean isSettled(Contribution one) {
        return one.at().isBefore(builtAt.minus(HotRules.SETTLED));
    }

    private Vector vector(Contribution one) {
        return words.vector(Bag.of(one));
    }
}

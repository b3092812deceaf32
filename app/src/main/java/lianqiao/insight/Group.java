package lianqiao.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import lianqiao.base.Contribution;

/**
 * Messages that were found to belong together, and what they are about.
 *
 * @param members by key
 */
record Group(List<Saying> members, Gates gates, HotIssue.Shape shape, List<String> phrases, Places places) {
    private static final int MOST_JUDGED = 300;
    private static final int PHRASES_IN_NAME = 3;

    static Group of(Collection<Saying> sayings, Vocabulary words, PlaceNames names, HotRules rules) {
        var members = sayings.stream().sorted(Comparator.comparing(Saying::key)).toList();
        var letters = new TreeMap<Long, Contribution>();
        members.forEach(one -> letters.putIfAbsent(one.letter(), one.said()));
        var some = newest(List.copyOf(letters.values()));
        var all = newest(members.stream().map(Saying::said).toList());
        var strongest = Naming.of(all, words, names);
        var known = names.and(strongest.stream().filter(Naming.Phrase::isPlace).map(Naming.Phrase::text).toList());
        var gates = Gates.of(some, known, words, rules);
        var places = Places.of(all, known);
        var phrases = strongest.stream().filter(one -> !one.isPlace()).map(Naming.Phrase::written).toList();
        boolean open = gates.open(rules) || isOneLetter(members, rules);
        return new Group(members, gates, shape(open, places, rules), phrases, places);
    }

    private static List<Contribution> newest(List<Contribution> all) {
        return all.size() <= MOST_JUDGED ? all : all.subList(all.size() - MOST_JUDGED, all.size());
    }

    /** More than half of the people sent one and the same text: that is about one thing, whatever a few others add. */
    private static boolean isOneLetter(List<Saying> members, HotRules rules) {
        var voices = new HashMap<Long, Set<Long>>();
        members.forEach(one -> voices.computeIfAbsent(one.letter(), _ -> new HashSet<>()).add(one.said().voice()));
        long all = members.stream().map(one -> one.said().voice()).distinct().count();
        int most = voices.values().stream().mapToInt(Set::size).max().orElse(0);
        return most >= rules.leastPersons() && most * 2 > all;
    }

    private static HotIssue.Shape shape(boolean open, Places places, HotRules rules) {
        if (!open) return HotIssue.Shape.PLACE_GROUP;
        return places.different() >= rules.severalPlaces() && places.atMain() < 0.5 ? HotIssue.Shape.SEVERAL_PLACES : HotIssue.Shape.ISSUE;
    }

    /** The place if it is more than a district, and up to three phrases. */
    String name() {
        var parts = new ArrayList<String>();
        if (!places.main().isEmpty()) parts.add(places.main());
        phrases.stream().limit(PHRASES_IN_NAME).forEach(parts::add);
        return String.join(" · ", parts);
    }
}

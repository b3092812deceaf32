package lianqiao.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lianqiao.base.Contribution;

/**
 * Forms the issues anew from all messages of the last years. Every text is compared once, however many sent it: a flood of copies
 * pulls nothing together and nothing apart. The order of the messages does not matter.
 */
final class Night {
    private final HotRules rules;
    private final Vocabulary words = new Vocabulary();
    private final Map<Long, List<Saying>> letters = new TreeMap<>();
    private final Map<Long, Long> letterOf = new HashMap<>();
    private final PlaceNames names;

    /** @param divisions the names that everybody knows; more are learned from these messages */
    Night(Collection<Saying> sayings, PlaceNames divisions, HotRules rules) {
        this.rules = rules;
        sayings.stream().sorted(Comparator.comparing(Saying::key)).forEach(one -> {
            letters.computeIfAbsent(one.letter(), _ -> new ArrayList<>()).add(one);
            letterOf.put(one.key(), one.letter());
        });
        var texts = letters.values().stream().map(all -> all.getFirst().said()).toList();
        names = divisions.withLearned(PlaceLearning.from(texts));
        var settledBefore = texts.stream().map(Contribution::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH).minus(HotRules.SETTLED);
        texts.forEach(one -> words.add(Bag.of(one), one.at().isBefore(settledBefore)));
    }

    Vocabulary words() {
        return words;
    }

    PlaceNames names() {
        return names;
    }

    /**
     * The messages of each group that has two and more, by key.
     *
     * @param links what people said belongs together or does not
     */
    List<List<Saying>> groups(Collection<Link> links) {
        var groups = new ArrayList<List<Saying>>();
        for (var block : blocks(links).values()) {
            var vectors = block.stream().map(letter -> words.vector(Bag.of(said(letter)))).toList();
            var numbers = new HashMap<Long, Integer>();
            for (int i = 0; i < block.size(); i++) numbers.put(block.get(i), i);
            var found = AverageLink.of(vectors, rules.byNight(), pairs(links, numbers, true), pairs(links, numbers, false));
            for (var numbersOf : found) {
                var members = numbersOf.stream().map(block::get).flatMap(letter -> letters.get(letter).stream()).sorted(Comparator.comparing(Saying::key)).toList();
                if (members.size() > 1) groups.add(members);
            }
        }
        return groups;
    }

    private Contribution said(long letter) {
        return letters.get(letter).getFirst().said();
    }

    /** All letters together as long as they are few, then those of one service and area; what people joined lies in one block. */
    private Map<String, List<Long>> blocks(Collection<Link> links) {
        var blocks = new LinkedHashMap<String, List<Long>>();
        var moved = new HashMap<Long, String>();
        if (letters.size() > rules.block()) links.stream().filter(Link::together).forEach(link -> {
            Long one = letterOf.get(link.one());
            Long other = letterOf.get(link.other());
            if (one != null && other != null) moved.put(other, moved.getOrDefault(one, block(one)));
        });
        letters.keySet().forEach(letter -> blocks.computeIfAbsent(moved.getOrDefault(letter, block(letter)), _ -> new ArrayList<>()).add(letter));
        return cut(blocks);
    }

    /** A block that is still too large is gone through in parts, by time. */
    private Map<String, List<Long>> cut(Map<String, List<Long>> blocks) {
        var small = new LinkedHashMap<String, List<Long>>();
        blocks.forEach((name, all) -> {
            for (int from = 0; from < all.size(); from += rules.block()) small.put(name + " " + from, all.subList(from, Math.min(all.size(), from + rules.block())));
        });
        return small;
    }

    private String block(long letter) {
        return letters.size() <= rules.block() ? "" : said(letter).service() + " " + said(letter).area();
    }

    private List<int[]> pairs(Collection<Link> links, Map<Long, Integer> numbers, boolean together) {
        var pairs = new ArrayList<int[]>();
        for (var link : links) {
            var one = numbers.get(letterOf.get(link.one()));
            var other = numbers.get(letterOf.get(link.other()));
            if (link.together() == together && one != null && other != null && !one.equals(other)) pairs.add(new int[] {one, other});
        }
        return pairs;
    }
}

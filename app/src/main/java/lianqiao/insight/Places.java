package lianqiao.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lianqiao.base.Contribution;
import lianqiao.base.Signs;

/**
 * Which places the messages of an issue are about.
 *
 * @param main named by most, as written; empty if none is
 * @param different how many different ones; messages that name none count by their area
 * @param atMain share of the messages with a place that are about the main one, 0 to 1
 */
record Places(String main, int different, double atMain) {
    private static final double LEAST_SHARE = 0.3;

    static Places of(List<Contribution> messages, PlaceNames names) {
        var named = messages.stream().map(one -> named(one, names)).toList();
        var main = main(messages, named);
        var places = new ArrayList<String>();
        for (int i = 0; i < messages.size(); i++) places.add(place(messages.get(i), named.get(i), main));
        var known = places.stream().filter(Objects::nonNull).toList();
        long there = known.stream().filter(place -> place.equals(main)).count();
        return new Places(main, new HashSet<>(known).size(), known.isEmpty() ? 1 : main.isEmpty() ? 0 : (double) there / known.size());
    }

    /** Every name in a message, and whether it is specific; the first first. */
    private static Map<String, Boolean> named(Contribution message, PlaceNames names) {
        var all = new LinkedHashMap<String, Boolean>();
        for (var text : List.of(message.title(), Bag.beginning(message.text()))) {
            var signs = Signs.of(text);
            names.in(signs).forEach(span -> all.merge(span.name(signs, text), span.specific(), Boolean::logicalOr));
        }
        return all;
    }

    private static String main(List<Contribution> messages, List<Map<String, Boolean>> named) {
        var voices = new HashMap<String, Set<Long>>();
        var specific = new HashSet<String>();
        for (int i = 0; i < messages.size(); i++) {
            long voice = messages.get(i).voice();
            named.get(i).forEach((name, isSpecific) -> {
                voices.computeIfAbsent(name, _ -> new HashSet<>()).add(voice);
                if (isSpecific) specific.add(name);
            });
        }
        long persons = messages.stream().map(Contribution::voice).distinct().count();
        var usual = voices.entrySet().stream().filter(one -> one.getValue().size() >= Math.max(2, LEAST_SHARE * persons)).map(Map.Entry::getKey).toList();
        Comparator<String> mostFirst = Comparator.comparingInt((String name) -> -voices.get(name).size()).thenComparing(Comparator.naturalOrder());
        return usual.stream().min(Comparator.comparing((String name) -> !specific.contains(name)).thenComparing(mostFirst)).orElse("");
    }

    private static @org.jspecify.annotations.Nullable String place(Contribution message, Map<String, Boolean> named, String main) {
        if (named.containsKey(main)) return main;
        var specific = named.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).findFirst();
        return specific.orElseGet(() -> named.isEmpty() ? message.area().isEmpty() ? null : "area " + message.area() : named.keySet().iterator().next());
    }
}

package lianqiao.house;

import java.util.List;
import java.util.SortedMap;

/** Things with a length, by name, and what their budget says about them. */
record Measure(String what, SortedMap<String, Integer> lengths) {
    /** The value that {@code percent} of a hundred do not exceed; 0 when there is nothing to measure. */
    int percentile(int percent) {
        var sorted = lengths.values().stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** The names that exceed a hard limit. */
    List<String> over(int limit) {
        return lengths.entrySet().stream().filter(e -> e.getValue() > limit)
                .map(e -> e.getKey() + ": " + e.getValue() + " " + what + ", at most " + limit).toList();
    }

    /** One complaint if the percentile exceeds the limit. */
    List<String> over(int percent, int limit) {
        int found = percentile(percent);
        return found <= limit ? List.of() : List.of(what + ": " + percent + " % of all are within " + found + ", should be within " + limit);
    }
}

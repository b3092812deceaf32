package lianqiao.app.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * How far groups agree with labels, over the messages that have one.
 *
 * @param eventF1 mean over the labels of the best group's F1, 0 to 1
 * @param precision mean over the messages of the share of its group that has its label; messages without a label count as others
 * @param recall mean over the messages of the share of its label that is in its group
 */
record Agreement(double eventF1, double precision, double recall) {
    double b3() {
        return 2 * precision * recall / (precision + recall);
    }

    static Agreement of(Map<Long, ? extends Number> groupOf, Map<Long, Integer> labelOf) {
        var groups = new HashMap<Long, Integer>();
        groupOf.values().forEach(group -> groups.merge(group.longValue(), 1, Integer::sum));
        var labels = new HashMap<Integer, Integer>();
        var both = new HashMap<Integer, Map<Long, Integer>>();
        labelOf.forEach((message, label) -> {
            labels.merge(label, 1, Integer::sum);
            both.computeIfAbsent(label, _ -> new HashMap<>()).merge(group(groupOf, message), 1, Integer::sum);
        });
        double precision = 0;
        double recall = 0;
        for (var one : labelOf.entrySet()) {
            long group = group(groupOf, one.getKey());
            int shared = both.get(one.getValue()).get(group);
            precision += (double) shared / groups.get(group) / labelOf.size();
            recall += (double) shared / labels.get(one.getValue()) / labelOf.size();
        }
        double events = 0;
        for (int label : new HashSet<>(labels.keySet()))
            events += both.get(label).entrySet().stream().mapToDouble(one -> 2.0 * one.getValue() / (groups.get(one.getKey()) + labels.get(label))).max().orElse(0);
        return new Agreement(events / labels.size(), precision, recall);
    }

    private static long group(Map<Long, ? extends Number> groupOf, long message) {
        return java.util.Objects.requireNonNull(groupOf.get(message)).longValue();
    }
}

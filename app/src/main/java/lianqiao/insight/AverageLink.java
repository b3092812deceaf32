package lianqiao.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Joins messages into issues: always the two that are most like each other on the mean of all pairs between them, as long as they are like
 * enough. What people said does not belong together never will; what they joined is one in the end, with all that came to it. The order of the messages
 * decides only between pairs that are exactly alike.
 */
final class AverageLink {
    private final double least;
    private final List<Map<Integer, Float>> sums = new ArrayList<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private final List<List<Integer>> strangers = new ArrayList<>();
    private final int[] version;
    private final PriorityQueue<Pair> queue = new PriorityQueue<>();

    private record Pair(double like, int one, int other, int versions) implements Comparable<Pair> {
        @Override public int compareTo(Pair that) {
            int more = Double.compare(that.like, like);
            return more != 0 ? more : one != that.one ? Integer.compare(one, that.one) : Integer.compare(other, that.other);
        }
    }

    private AverageLink(int size, double least) {
        this.least = least;
        version = new int[size];
        for (int i = 0; i < size; i++) {
            sums.add(new HashMap<>());
            members.add(new ArrayList<>(List.of(i)));
            strangers.add(List.of());
        }
    }

    /**
     * @param together pairs of numbers that people joined; @param apart pairs that people separated; that counts more
     * @return the messages of each issue in order, those that stand alone too
     */
    static List<List<Integer>> of(List<Vector> vectors, double least, List<int[]> together, List<int[]> apart) {
        var link = new AverageLink(vectors.size(), least);
        Likenesses.of(vectors, link::pair);
        apart.forEach(pair -> link.separate(pair[0], pair[1]));
        link.fill();
        link.run();
        together.forEach(pair -> link.force(pair[0], pair[1]));
        return link.members.stream().filter(all -> !all.isEmpty()).map(all -> all.stream().sorted().toList()).toList();
    }

    private void pair(int one, int before, float like) {
        sums.get(one).put(before, like);
        sums.get(before).put(one, like);
    }

    private void separate(int one, int other) {
        var with = new ArrayList<>(strangers.get(one));
        with.add(other);
        strangers.set(one, with);
        var back = new ArrayList<>(strangers.get(other));
        back.add(one);
        strangers.set(other, back);
    }

    private void force(int one, int other) {
        int a = clusterOf(one);
        int b = clusterOf(other);
        if (a != b && !areStrangers(a, b)) merge(a, b);
    }

    private int clusterOf(int message) {
        for (int i = 0; i < members.size(); i++) if (members.get(i).contains(message)) return i;
        throw new IllegalArgumentException("no such message");
    }

    private void fill() {
        for (int one = 0; one < sums.size(); one++) offerAll(one, true);
    }

    private void offerAll(int one, boolean onlyBefore) {
        for (int other : sums.get(one).keySet()) if (!onlyBefore || other < one) offer(Math.min(one, other), Math.max(one, other));
    }

    private void offer(int one, int other) {
        double like = sums.get(one).get(other) / ((double) members.get(one).size() * members.get(other).size());
        if (like >= least) queue.add(new Pair(like, one, other, version[one] + version[other]));
    }

    private void run() {
        while (!queue.isEmpty()) {
            var pair = queue.poll();
            boolean stale = members.get(pair.one).isEmpty() || members.get(pair.other).isEmpty() || version[pair.one] + version[pair.other] != pair.versions;
            if (stale || areStrangers(pair.one, pair.other)) continue;
            offerAll(merge(pair.one, pair.other), false);
        }
    }

    /** The one with more neighbours takes the other in. */
    private int merge(int a, int b) {
        boolean bigger = sums.get(a).size() >= sums.get(b).size();
        int into = bigger ? a : b;
        int from = bigger ? b : a;
        sums.get(into).remove(from);
        sums.get(from).remove(into);
        sums.get(from).forEach((other, sum) -> {
            sums.get(into).merge(other, sum, Float::sum);
            sums.get(other).remove(from);
            sums.get(other).merge(into, sum, Float::sum);
        });
        sums.get(from).clear();
        members.get(into).addAll(members.get(from));
        members.get(from).clear();
        version[into]++;
        return into;
    }

    private boolean areStrangers(int one, int other) {
        for (int member : members.get(one)) for (int stranger : strangers.get(member)) if (members.get(other).contains(stranger)) return true;
        return false;
    }
}

package lianqiao.authenticity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lianqiao.base.Public;

/**
 * How many spoke, all ways of counting side by side. Nobody is counted less for having signed a letter; only the order
 * of lists goes by {@code strength}, which copies raise by a square root.
 *
 * @param persons different voices, verified and not
 * @param verified how many of them are verified
 * @param letters texts that more than one person sent
 * @param own persons who wrote in their own words
 * @param apart how many of the persons are counted apart: their texts carry a public label that names evidence of where they came
 *     from. They are among {@code persons} and shown beside it; verified persons never are among them
 * @param strength Σ √(v + √u) over the texts, with v verified and u unverified persons each, those counted apart left out
 */
public record Tally(int persons, int verified, int letters, int own, int apart, double strength) implements Public {
    /** Nobody said anything. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** Counts a topic. Who sent a letter and own words counts once, for the own words. The order of the texts does not matter. */
    public static Tally of(Collection<Said> said) {
        var voicesOf = new HashMap<Long, Set<Long>>();
        said.forEach(one -> voicesOf.computeIfAbsent(one.group(), _ -> new HashSet<>()).add(one.voice()));
        var groupsOf = new TreeMap<Long, Set<Long>>();
        var verified = new HashSet<Long>();
        said.forEach(one -> {
            groupsOf.computeIfAbsent(one.voice(), _ -> new HashSet<>()).add(one.group());
            if (one.verified()) verified.add(one.voice());
        });
        var clear = new HashSet<Long>(verified);
        said.forEach(one -> { if (!one.apart()) clear.add(one.voice()); });
        var counts = new LinkedHashMap<Long, int[]>();
        groupsOf.forEach((voice, groups) ->
                counts.computeIfAbsent(counted(groups, voicesOf), _ -> new int[3])[verified.contains(voice) ? 0 : clear.contains(voice) ? 1 : 2]++);
        return ofCounts(groupsOf.size(), verified.size(), List.copyOf(counts.values()));
    }

    /** Own words before a letter, then the larger letter, then the older. */
    private static long counted(Set<Long> groups, Map<Long, Set<Long>> voicesOf) {
        long best = -1;
        int most = -1;
        for (long group : groups) {
            int voices = voicesOf.get(group).size();
            int rank = voices == 1 ? Integer.MAX_VALUE : voices;
            if (rank > most || rank == most && group < best) {
                most = rank;
                best = group;
            }
        }
        return best;
    }

    private static Tally ofCounts(int persons, int verified, List<int[]> counts) {
        int letters = (int) counts.stream().filter(count -> count[0] + count[1] + count[2] > 1).count();
        int apart = counts.stream().mapToInt(count -> count[2]).sum();
        double strength = counts.stream().mapToDouble(count -> Math.sqrt(count[0] + Math.sqrt(count[1]))).sorted().sum();
        return new Tally(persons, verified, letters, counts.size() - letters, apart, strength);
    }
}

package lianqiao.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives the groups of a new night the numbers of the issues they continue: a group takes the number of the issue from which more than half of that
 * issue's messages are now in it. Each number is given once; what continues nothing gets a new one.
 */
final class Numbers {
    private final List<List<Long>> groups;
    private final Map<Long, Long> before;
    private final Map<Long, Integer> sizes = new HashMap<>();
    private final Map<Long, Integer> bestGroup = new TreeMap<>();
    private long last;

    /** @param groups keys of each group; @param before the issue of each message, 0 if it stood alone */
    Numbers(List<List<Long>> groups, Map<Long, Long> before) {
        this.groups = groups;
        this.before = before;
        before.values().forEach(issue -> sizes.merge(issue, 1, Integer::sum));
        sizes.remove(0L);
    }

    /** The number of each group. @param lastGiven new numbers are greater */
    List<Long> ids(long lastGiven) {
        last = lastGiven;
        var claims = claims();
        var given = new HashMap<Integer, Long>();
        var taken = new HashSet<Long>();
        for (var claim : claims) {
            bestGroup.putIfAbsent(claim.issue, claim.group);
            boolean most = claim.messages * 2 > sizes.get(claim.issue);
            if (most && !given.containsKey(claim.group) && taken.add(claim.issue)) given.put(claim.group, claim.issue);
        }
        var ids = new ArrayList<Long>();
        for (int group = 0; group < groups.size(); group++) ids.add(given.containsKey(group) ? given.get(group) : ++last);
        return ids;
    }

    long last() {
        return last;
    }

    /** Each issue that no group continues, and the issue that most of it went into, if any did. */
    Map<Long, @Nullable Long> ended(List<Long> ids) {
        var living = new HashSet<>(ids);
        var ended = new TreeMap<Long, @Nullable Long>();
        for (long issue : sizes.keySet()) if (!living.contains(issue)) ended.put(issue, bestGroup.containsKey(issue) ? ids.get(bestGroup.get(issue)) : null);
        return ended;
    }

    private record Claim(int group, long issue, int messages) {}

    /** The largest overlap first, then the older issue. */
    private List<Claim> claims() {
        var claims = new ArrayList<Claim>();
        for (int group = 0; group < groups.size(); group++) {
            var from = new TreeMap<Long, Integer>();
            for (long key : groups.get(group)) from.merge(before.getOrDefault(key, 0L), 1, Integer::sum);
            int number = group;
            from.forEach((issue, messages) -> {
                if (issue != 0) claims.add(new Claim(number, issue, messages));
            });
        }
        claims.sort(Comparator.comparingInt((Claim claim) -> -claim.messages).thenComparingLong(Claim::issue).thenComparingInt(Claim::group));
        return claims;
    }
}

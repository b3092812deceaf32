package lianqiao.authenticity;

import java.util.HashMap;
import java.util.Map;

/** Which groups of copies belong together all the same: a union-find over the names of groups that keeps the smallest. Not thread-safe. */
final class Components {
    private final Map<Long, Long> parent = new HashMap<>();

    /** The smallest name among those that were joined with this one. */
    long root(long name) {
        long at = name;
        for (Long up = parent.get(at); up != null; up = parent.get(at)) at = up;
        for (long step = name; step != at; ) {
            long next = parent.get(step);
            parent.put(step, at);
            step = next;
        }
        return at;
    }

    /** Joins two; answers the name that gave way, or the common one when they were joined already. */
    long join(long one, long other) {
        long a = root(one);
        long b = root(other);
        if (a == b) return a;
        parent.put(Math.max(a, b), Math.min(a, b));
        return Math.max(a, b);
    }
}

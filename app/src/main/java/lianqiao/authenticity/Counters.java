package lianqiao.authenticity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When each of the last few happened, by blinded name. Holds at most {@link #MOST} names; a flood of more lets go of
 * those not heard of for longest. Used by one thread at a time.
 */
final class Counters {
    static final int MOST = 100_000;
    private static final int FEW = 4;

    private final Map<Long, Times> times = new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override protected boolean removeEldestEntry(Map.Entry<Long, Times> eldest) {
            return size() > MOST;
        }
    };

    /** Milliseconds in a ring that grows up to the limit; the oldest makes room. */
    private static final class Times {
        private long[] ring = new long[FEW];
        private int first;
        private int count;

        void forgetBefore(long then) {
            for (; count > 0 && ring[first] <= then; count--) first = (first + 1) % ring.length;
        }

        void add(long at, int most) {
            if (count == ring.length && count < most) grow(Math.min(most, count * 4));
            if (count == ring.length) {
                first = (first + 1) % ring.length;
                count--;
            }
            ring[(first + count++) % ring.length] = at;
        }

        private void grow(int size) {
            var wider = new long[size];
            for (int i = 0; i < count; i++) wider[i] = ring[(first + i) % ring.length];
            ring = wider;
            first = 0;
        }

        /** When the one happened after which {@code most - 1} others came. */
        long oldestOf(int most) {
            return ring[(first + count - most) % ring.length];
        }
    }

    int count(long name, long since) {
        var one = times.get(name);
        if (one == null) return 0;
        one.forgetBefore(since);
        return one.count;
    }

    void add(long name, long at, int most) {
        times.computeIfAbsent(name, _ -> new Times()).add(at, Math.max(FEW, most));
    }

    /** Of at least {@code most} that were counted, the oldest of the last {@code most}. */
    long oldestOf(long name, int most) {
        return times.get(name).oldestOf(most);
    }

    int names() {
        return times.size();
    }

    void forget(long name) {
        times.remove(name);
    }

    void forgetAll() {
        times.clear();
    }
}

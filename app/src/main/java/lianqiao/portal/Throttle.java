package lianqiao.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often a wrong follow-up code may come from one address. With 50 bits in a code this is about peace, not about
 * secrecy, so right codes are never counted and nobody can lock a resident out by guessing at their number. Kept in
 * memory only, for a quarter of an hour, and never written anywhere. Thread-safe.
 */
@Component
final class Throttle {
    static final int MOST_WRONG = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_ADDRESSES = 20_000;

    private final Map<String, Deque<Instant>> wrong = new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** Whether this address has been wrong too often lately. */
    synchronized boolean isClosedTo(String address, Instant now) {
        var times = wrong.get(address);
        if (times == null) return false;
        while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(WINDOW))) times.removeFirst();
        return times.size() >= MOST_WRONG;
    }

    /** Notes a wrong code. */
    synchronized void wasWrong(String address, Instant now) {
        var times = wrong.computeIfAbsent(address, a -> new ArrayDeque<>());
        if (times.size() < MOST_WRONG) times.addLast(now);
    }
}

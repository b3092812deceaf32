package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whoever guesses codes is slowed down; whoever pressed a button twice is not punished for it. */
class ThrottleTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test void afterTwentyWrongCodesAnAddressWaitsAQuarterOfAnHour() {
        var throttle = new Throttle();
        for (int i = 0; i < 20; i++) {
            assertFalse(throttle.isClosedTo("192.0.2.1", NOON.plusSeconds(i)), "after " + i);
            throttle.wasWrong("192.0.2.1", NOON.plusSeconds(i));
        }
        assertTrue(throttle.isClosedTo("192.0.2.1", NOON.plusSeconds(20)));
        assertFalse(throttle.isClosedTo("192.0.2.2", NOON.plusSeconds(20)), "a neighbour is let in");
        assertTrue(throttle.isClosedTo("192.0.2.1", NOON.plusSeconds(15 * 60)));
        assertFalse(throttle.isClosedTo("192.0.2.1", NOON.plusSeconds(15 * 60 + 1)));
    }

    @Test void aFloodOfAddressesDoesNotFillTheMemory() {
        var throttle = new Throttle();
        for (int i = 0; i < 60_000; i++) throttle.wasWrong("address " + i, NOON);
        for (int i = 0; i < 20; i++) throttle.wasWrong("the last", NOON);
        assertTrue(throttle.isClosedTo("the last", NOON));
    }

    @Test void aSendingCountsOnceAndARefusedOneMayBeTriedAgain() {
        var once = new Once();
        assertTrue(once.first("a"));
        assertFalse(once.first("a"));
        once.again("a");
        assertTrue(once.first("a"));
    }
}

package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import lianqiao.town.HeardLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table is walked through; whoever presses a button twice is not punished for it. */
class LimitsTest {
    /** A Monday, early enough that no window of the table reaches into the next day. */
    private static final Instant NOON = Instant.parse("2026-11-23T00:00:00Z");

    private static String somebody(Limit limit) {
        return limit.per() == Limit.Per.PREFIX ? "192.0.2.7" : "somebody@example.org";
    }

    private static String somebodyElse(Limit limit) {
        return limit.per() == Limit.Per.PREFIX ? "192.0.3.7" : "else@example.org";
    }

    @ParameterizedTest @EnumSource(Limit.class) void everyRowLetsThroughAsManyAsItSaysAndThenSaysWhenToComeBack(Limit limit) {
        var limits = new Limits(() -> 100);
        var who = somebody(limit);
        for (int i = 0; i < limit.most(); i++) {
            var expected = i < limit.near() ? Verdict.Free.class : Verdict.Near.class;
            assertInstanceOf(expected, limits.look(limit, who, NOON), limit + " before " + i);
            assertInstanceOf(expected, limits.count(limit, who, NOON), limit + " at " + i);
        }
        var over = assertInstanceOf(Verdict.Over.class, limits.count(limit, who, NOON.plusSeconds(1)));
        assertEquals(limit.window().minusSeconds(1), over.rest());
        if (limit.per() != Limit.Per.INSTALLATION) assertInstanceOf(Verdict.Free.class, limits.look(limit, somebodyElse(limit), NOON), "a neighbour goes through");
        assertInstanceOf(Verdict.Over.class, limits.look(limit, who, NOON.plus(limit.window()).minusMillis(1)));
    }

    @ParameterizedTest @EnumSource(Limit.class) void everyRowForgetsWhenItsWindowIsOver(Limit limit) {
        var limits = new Limits(() -> 100);
        for (int i = 0; i < limit.most(); i++) limits.count(limit, somebody(limit), NOON);
        assertInstanceOf(Verdict.Free.class, limits.look(limit, somebody(limit), NOON.plus(limit.window())));
    }

    @ParameterizedTest @EnumSource(Limit.class) void everyRowIsSoundAndSaysWhy(Limit limit) {
        assertTrue(limit.near() >= 1 && limit.near() <= limit.most(), limit + " has a place for everybody");
        assertEquals(limit.beyond() == Limit.Beyond.CHECK, limit.near() < limit.most(), limit + " asks for a check before it refuses, or never");
        assertTrue(limit.window().compareTo(Duration.ofDays(1)) <= 0, limit + " remembers nobody for longer than the key of the day");
        assertTrue(limit.why().endsWith(".") && limit.why().length() > 40, limit + " says why");
    }

    @Test void aWindowSlidesSoThatNobodyGetsTwiceTheNumberAroundAnEdge() {
        var limits = new Limits(() -> 100);
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON.plusSeconds(i * 40L));
        assertInstanceOf(Verdict.Over.class, limits.look(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON.plusSeconds(899)));
        limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON.plusSeconds(900));
        var over = assertInstanceOf(Verdict.Over.class, limits.look(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON.plusSeconds(901)));
        assertEquals(39, over.rest().toSeconds(), "until the second of the first twenty is a quarter of an hour ago");
    }

    @Test void aReachedLimitIsToldOnceAnHourAndNamesNobody() {
        var limits = new Limits(() -> 100);
        try (var log = HeardLog.of(Limits.class.getName())) {
            for (int i = 0; i < 500; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON.plusSeconds(i));
            assertEquals(1, log.lines().size(), log.lines().toString());
            assertTrue(log.lines().getFirst().startsWith("a limit was reached: WRONG_CODE_PER_PREFIX") && !log.lines().getFirst().contains("192.0.2"));
            for (int i = 0; i < 500; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON.plusSeconds(3_700 + i));
            assertEquals(2, log.lines().size());
        }
    }

    @Test void anAddressIsCountedWithItsNetwork() {
        var limits = new Limits(() -> 100);
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2." + i, NOON);
        assertTrue(isOver(limits, "192.0.2.200"), "/24 of IPv4");
        assertTrue(isOver(limits, "::ffff:192.0.2.9"), "the same written as IPv6");
        assertFalse(isOver(limits, "192.0.3.1"));
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "2001:db8:1:2" + Integer.toHexString(i + 16) + "::" + i, NOON);
        assertTrue(isOver(limits, "2001:db8:1:2ff::1"), "/56 of IPv6");
        assertFalse(isOver(limits, "2001:db8:1:300::1"));
    }

    @Test void whatIsNoAddressCannotEscapeByBeingNonsense() {
        var limits = new Limits(() -> 100);
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "nonsense " + i, NOON);
        assertTrue(isOver(limits, "localhost"), "all nonsense is one network, and no name is looked up");
        assertTrue(isOver(limits, "999.1.1.1"));
    }

    private static boolean isOver(Limits limits, String who) {
        return limits.look(Limit.WRONG_CODE_PER_PREFIX, who, NOON) instanceof Verdict.Over;
    }

    @Test void oneLimitDoesNotFillAnother() {
        var limits = new Limits(() -> 100);
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON);
        assertInstanceOf(Verdict.Free.class, limits.look(Limit.SUBSCRIPTION_PER_PREFIX, "192.0.2.1", NOON));
    }

    @Test void midnightForgetsEverybody() {
        var limits = new Limits(() -> 100);
        var late = Instant.parse("2026-11-23T23:59:00Z");
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", late);
        assertInstanceOf(Verdict.Over.class, limits.look(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", late.plusSeconds(59)));
        assertInstanceOf(Verdict.Free.class, limits.look(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", late.plusSeconds(60)));
    }

    @Test void aNameIsBlindedDifferentlyEveryDayForEveryLimitAndOnEveryNode() {
        var key = new DayKey();
        var address = Prefix.of("192.0.2.1");
        key.isRenewed(NOON);
        long today = key.blinded(Limit.WRONG_CODE_PER_PREFIX, address);
        assertEquals(today, key.blinded(Limit.WRONG_CODE_PER_PREFIX, address));
        assertFalse(today == key.blinded(Limit.NEW_CASE_PER_PREFIX, address), "two limits cannot be joined");
        assertFalse(today == new DayKey().blinded(Limit.WRONG_CODE_PER_PREFIX, address));
        assertTrue(key.isRenewed(NOON.plus(Duration.ofDays(1))));
        assertFalse(today == key.blinded(Limit.WRONG_CODE_PER_PREFIX, address));
    }

    @Test void aClockThatGoesBackDoesNotBringAnotherKey() {
        var key = new DayKey();
        key.isRenewed(NOON);
        assertFalse(key.isRenewed(NOON.minus(Duration.ofDays(1))));
    }

    @Test void theOperatorRaisesAndLowersWhatDependsOnTheSizeOfTheTown() {
        var percent = new AtomicInteger(200);
        var limits = new Limits(percent::get);
        for (int i = 0; i < 20; i++) assertInstanceOf(Verdict.Free.class, limits.count(Limit.NEW_CASE_PER_PREFIX, "192.0.2.1", NOON));
        assertInstanceOf(Verdict.Near.class, limits.look(Limit.NEW_CASE_PER_PREFIX, "192.0.2.1", NOON));
        percent.set(10);
        assertInstanceOf(Verdict.Over.class, limits.look(Limit.NEW_CASE_PER_PREFIX, "192.0.2.1", NOON), "ten in all now");
        percent.set(1);
        assertInstanceOf(Verdict.Free.class, limits.look(Limit.NEW_CASE_PER_PREFIX, "192.0.9.1", NOON), "somebody always gets through");
        percent.set(0);
        assertInstanceOf(Verdict.Free.class, limits.count(Limit.NEW_CASE_PER_PREFIX, "192.0.2.1", NOON));
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON);
        assertTrue(isOver(limits, "192.0.2.1"), "guessing is as wrong in a large town");
    }

    @Test void aFloodOfAddressesDoesNotFillTheMemory() {
        var limits = new Limits(() -> 100);
        for (int i = 0; i < 3 * Counters.MOST; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + ".1", NOON);
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON);
        assertTrue(isOver(limits, "192.0.2.1"));
        assertEquals(Counters.MOST, limits.names());
    }

    @Test void aRightAnswerForgivesTheWrongOnes() {
        var limits = new Limits(() -> 100);
        for (int i = 0; i < 20; i++) limits.count(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON);
        limits.forget(Limit.WRONG_CODE_PER_PREFIX, "192.0.2.1", NOON);
        assertFalse(isOver(limits, "192.0.2.1"));
    }
}

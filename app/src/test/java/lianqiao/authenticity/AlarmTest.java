package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A flood from thousands of addresses, each of which sends almost nothing. */
class AlarmTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final int BOTS = 5_000;

    private final TestDatabase town = TestDatabase.fresh();
    private final Limits limits = new Limits(() -> 100);
    private final Alarm alarm = new Alarm(town.database(), limits);
    private final Challenges challenges = new Challenges(town.database(), new byte[32]);

    @AfterEach void close() {
        town.close();
    }

    private static String bot(int i) {
        return (100 + i / 250) + "." + i % 250 + ".7." + i % 200;
    }

    @Test void fiveThousandAddressesWithTwoRequestsEachAreNoticedAndHonestPeopleGetThrough() {
        int passed = 0;
        int honest = 0;
        Instant noticed = null;
        for (int i = 0; i < 2 * BOTS; i++) {
            var now = NOON.plusMillis(60L * i);   // ten minutes
            alarm.arrived(now);
            assertInstanceOf(Verdict.Free.class, limits.count(Limit.NEW_CASE_PER_PREFIX, bot(i % BOTS), now), "the limit of each address alone misses it");
            if (noticed == null && alarm.lasting(now).isPresent()) noticed = now;
            if (i % 50 == 49) {
                honest++;
                if (files("198.51." + honest + ".1", honest % 10 == 0, now)) passed++;
            }
        }
        assertTrue(noticed != null && noticed.isBefore(NOON.plusSeconds(60)), "noticed " + noticed);
        assertEquals(200, honest);
        assertTrue(passed >= 198, passed + " of 200");
        assertEquals(Alarm.Cause.FLOOD, alarm.lasting(NOON.plusSeconds(600)).orElseThrow().cause());
    }

    /** As the form does it: at once when nothing is asked; otherwise by work, or by the wait. */
    private boolean files(String from, boolean byWork, Instant now) {
        alarm.arrived(now);
        if (alarm.lasting(now).isEmpty()) return limits.count(Limit.NEW_CASE_PER_PREFIX, from, now) instanceof Verdict.Free;
        var check = challenges.issue("form " + from, now);
        if (byWork) return challenges.use("form " + from, check.token(), ChallengesTest.solution(check), now.plusSeconds(2)).isPassed();
        return limits.count(Limit.WAIT_PER_PREFIX, from, now) instanceof Verdict.Free && challenges.use("form " + from, check.token(), "", now.plusSeconds(35)).isPassed();
    }

    @Test void anOrdinaryBusyDayRaisesNoAlarm() {
        for (int i = 0; i < 6_000; i++) alarm.arrived(NOON.plusMillis(600L * i));   // a hundred a minute for an hour
        assertFalse(alarm.lasting(NOON.plusSeconds(3_600)).isPresent());
    }

    private void flood(Instant from, int seconds) {
        for (int i = 0; i < seconds * 10; i++) alarm.arrived(from.plusMillis(100L * i));
    }

    @Test void itEndsByItselfWhenTheFloodHasBeenOverForAQuarterOfAnHour() {
        flood(NOON, 60);
        var over = NOON.plusSeconds(60);
        assertTrue(alarm.lasting(over).isPresent());
        assertFalse(alarm.callOffWhenQuiet(over.plus(Alarm.QUIET).minusSeconds(30)), "not yet");
        flood(over.plusSeconds(600), 60);
        assertFalse(alarm.callOffWhenQuiet(over.plus(Alarm.QUIET).plusSeconds(60)), "it came back");
        new CallOffAlarmsThatAreOver(alarm).run(over.plusSeconds(660).plus(Alarm.QUIET).plusSeconds(1));
        assertFalse(alarm.lasting(over.plus(Duration.ofHours(1))).isPresent());
        var past = alarm.latest().getFirst();
        assertTrue(past.ended() != null && past.endedBy() == null && past.begunBy() == null, past.toString());
        assertEquals(1, alarm.latest().size(), "one flood is one line");
    }

    @Test void everyNodeFollowsWithinSeconds() {
        var neighbour = new Alarm(town.database(), new Limits(() -> 100));
        assertFalse(neighbour.lasting(NOON).isPresent());
        alarm.call("admin1", NOON.plusSeconds(1));
        assertFalse(neighbour.lasting(NOON.plusSeconds(4)).isPresent());
        assertEquals("admin1", neighbour.lasting(NOON.plusSeconds(6)).orElseThrow().begunBy());
        flood(NOON.plusSeconds(10), 30);
        assertEquals(Alarm.Cause.OPERATOR, alarm.lasting(NOON.plusSeconds(40)).orElseThrow().cause(), "what an operator began stays theirs");
        assertFalse(alarm.callOffWhenQuiet(NOON.plus(Duration.ofDays(3))), "and stays until somebody calls it off");
        neighbour.callOff("admin2", NOON.plusSeconds(50));
        assertTrue(alarm.lasting(NOON.plusSeconds(60)).isEmpty());
        assertEquals("admin2", alarm.latest().getFirst().endedBy());
    }

    @Test void withoutLimitsThereIsNoAlarm() {
        var lenient = new Alarm(town.database(), new Limits(() -> 0));
        for (int i = 0; i < 10_000; i++) lenient.arrived(NOON);
        assertTrue(lenient.lasting(NOON).isEmpty());
    }
}

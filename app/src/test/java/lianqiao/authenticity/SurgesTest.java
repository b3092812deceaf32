package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More people than usual is said, and nothing else. */
class SurgesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY = Instant.parse("2026-11-23T04:00:00Z");

    private final TestDatabase town = TestDatabase.fresh();
    private final Written written = new Written();
    private long voice = 1;

    @AfterEach void close() {
        town.close();
    }

    @Test void afterEightWeekdaysSoManyPeopleAreASurge() {
        assertEquals(List.of(5, 6, 8, 11, 17, 26), Stream.of(0, 2, 6, 16, 40, 80).map(before -> SurgeRule.from(before, 8)).toList());
    }

    @Test void aDoubledRateAddsUpUntilItShows() {
        assertEquals(0, SlowRise.sum(new int[] {2, 2, 1, 2, 2, 2, 2}, 2));
        assertTrue(SlowRise.sum(new int[] {4, 4, 4, 4, 4, 4, 4}, 2) > SlowRise.FROM);
        assertTrue(SlowRise.sum(new int[] {4, 4, 4}, 2) < SlowRise.FROM, "three days are not enough");
    }

    @Test void aPlaceFourTimesAboveItsShareIsNotedAndOneThreeTimesIsNot() {
        var before = Map.of("east", 1_000L, "west", 1_000L, "north", 8_000L);
        assertEquals(List.of("east"), Composition.aboveTheirShare(before, Map.of("east", 1_900L, "west", 1_200L, "north", 9_000L)).stream().map(Composition.Place::place).toList());
        assertEquals(List.of(), Composition.aboveTheirShare(before, Map.of("east", 1_600L, "west", 1_200L, "north", 9_000L)), "2.9 times");
        assertEquals(List.of(), Composition.aboveTheirShare(before, Map.of("east", 1_050L, "west", 1_000L, "north", 8_000L)), "fifty people too few to say so");
    }

    private void come(int people, boolean verified, int daysAgo, String area) {
        for (int i = 0; i < people; i++) written.by(voice++, verified, "第" + voice + "件", "lamp", area, MONDAY.minus(Duration.ofDays(daysAgo)).plusSeconds(voice % 3_000));
    }

    private List<Surge> noticed() {
        new FoldCopies(town.database(), written).run(MONDAY);
        var job = new NoticeSurges(town.database(), ZONE);
        job.run(MONDAY);
        job.run(MONDAY);
        return new Surges(town.database(), ZONE).latest(null, 20);
    }

    /** Two a week in each of ten weeks, and something every day, so that there are no gaps in the record. */
    private void usual() {
        for (int day = 1; day <= 85; day++) written.by(voice++, true, "别的", "bus", "west", MONDAY.minus(Duration.ofDays(day)));
        for (int week = 1; week <= 10; week++) come(2, true, 7 * week, "east");
    }

    @Test void elevenPeopleOnADayOnWhichTwoComeAreASurgeByTierAndArea() {
        usual();
        come(8, true, 0, "east");
        come(3, false, 0, "east");
        var surges = noticed();
        assertEquals(List.of("", "east"), surges.stream().map(Surge::area).sorted().toList(), "there and in the town as a whole, each once");
        var surge = surges.getFirst();
        assertEquals(Surge.Kind.DAY, surge.kind());
        assertEquals(11, surge.persons());
        assertEquals(8, surge.verified());
        assertEquals(2.0, surge.usual());
        assertEquals(11, surge.from());
        var days = new Surges(town.database(), ZONE).days(surge);
        assertEquals(28, days.size());
        assertEquals(11, days.getLast().persons());
        assertEquals(2, days.get(20).persons());
    }

    @Test void tenAreNone() {
        usual();
        come(10, true, 0, "east");
        assertEquals(List.of(), noticed());
    }

    @Test void inItsFirstWeeksATownHasNoUsual() {
        come(30, true, 0, "east");
        come(1, true, 7, "east");
        assertEquals(List.of(), noticed());
    }

    @Test void weeksWithoutARecordDoNotMakeThePeopleAfterThemASurge() {
        for (int week = 5; week <= 10; week++) come(10, true, 7 * week, "east");   // and then nothing was recorded for four weeks
        come(20, true, 0, "east");
        assertEquals(List.of(), noticed(), "against four weeks of ten, twenty are no surge; against eight weeks with four of none they would be");
    }

    @Test void oneHundredMessagesOfOnePersonAreNoSurge() {
        usual();
        for (int i = 0; i < 100; i++) written.by(7, true, "还是" + i, "lamp", "east", MONDAY);
        assertEquals(List.of(), noticed());
    }

    @Test void aSlowRiseIsNoticedThoughNoDayShowsIt() {
        usual();
        for (int day = 0; day < 12; day++) come(2, true, day, "north");
        var surges = noticed();
        assertTrue(surges.stream().anyMatch(one -> one.kind() == Surge.Kind.SLOW && one.area().equals("north")), surges.toString());
    }

    @Test void threeHundredFromOnePlaceWithinSixHoursAreNotedBesideTheOthers() {
        var shares = new HashMap<String, Integer>(Map.of("east", 20, "west", 180));
        shares.forEach((area, people) -> come(people, true, 3, area));
        for (int i = 0; i < 300; i++) written.by(voice++, false, "签名" + i, "lamp", "east", MONDAY.minusSeconds(3_600));
        assertTrue(noticed().stream().anyMatch(one -> one.kind() == Surge.Kind.PLACE && one.area().equals("east") && one.persons() == 300));
    }
}

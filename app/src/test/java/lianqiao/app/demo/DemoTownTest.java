package lianqiao.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lianqiao.cases.Calendars;
import lianqiao.cases.CaseLine;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import lianqiao.cases.Closing;
import lianqiao.cases.Measure;
import lianqiao.cases.Moderation;
import lianqiao.cases.Photos;
import lianqiao.cases.Rules;
import lianqiao.cases.State;
import lianqiao.identity.FollowCodes;
import lianqiao.identity.Keys;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Residents;
import lianqiao.offices.Offices;
import lianqiao.town.TestDatabase;
import lianqiao.town.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invented city lives through ninety days, whatever day it is today. */
class DemoTownTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant SUNDAY = Instant.parse("2026-11-22T12:30:00Z");
    private static final DemoKeys KEYS = DemoKeys.from(new byte[32]);
    private static Path folder;
    private static TestDatabase database;
    private static City city;
    private static DemoTown.Filled filled;

    /** A city with a database of its own. */
    private record City(Offices offices, OfficerLogins logins, Cases cases, DemoTown town) {
        static City in(TestDatabase database, Keys keys) {
            var offices = Offices.in(database.database());
            var calendars = Calendars.in(database.database(), ZONE);
            var cases = new Cases(database.database(), offices, new FollowCodes(keys), calendars::inUse, Rules.standard());
            var logins = new OfficerLogins(database.database(), keys);
            return new City(offices, logins, cases, new DemoTown(database.database(), offices, logins, new Residents(database.database(), keys), cases,
                    new Photos(folder.resolve("photos"), database.database()), ZONE, folder));
        }
    }

    @BeforeAll static void fill() {
        folder = TestFolders.fresh("demo-town");
        database = TestDatabase.fresh();
        city = City.in(database, Keys.in(folder.resolve("keys")));
        filled = city.town().fill(KEYS, SUNDAY);
    }

    @AfterAll static void end() {
        database.close();
        TestFolders.erase(folder);
    }

    @Test void threeHundredCasesAndTheCrowdsComeInAndNothingIsRefused() {
        assertEquals(List.of(), filled.refused());
        assertEquals(391, filled.cases());
        assertEquals(391, lines().size());
    }

    @Test void everyStateOfTheWorkflowIsThere() {
        var count = new EnumMap<State, Integer>(State.class);
        for (var line : lines()) count.merge(line.state(), 1, Integer::sum);
        assertEquals(EnumSet.allOf(State.class), EnumSet.copyOf(count.keySet()), count.toString());
    }

    @Test void casesAreClosedOnTheResidentsWordAfterSilenceAndByAPublishedGround() {
        var why = new HashSet<Closing>();
        for (var line : lines()) if (line.closing() != null) why.add(line.closing());
        assertEquals(Set.of(Closing.RESIDENT_CONFIRMED, Closing.SILENCE_AFTER_CALL_BACK, Closing.PUBLISHED_GROUND), why);
    }

    @Test void someCasesAreOverdueAndEveryRowAgreesWithItsEvents() {
        var overdue = city.cases().list(CaseQuery.inPublic(200).overdueAt(SUNDAY)).size();
        assertTrue(overdue >= 10 && overdue <= 60, "overdue: " + overdue);
        for (var line : lines()) assertTrue(city.cases().agreesWithItsEvents(line.number()), line.number().text());
    }

    @Test void whatWasMaskedOrWithheldStandsInThePublicListWithEachWayItCanGo() {
        var moderation = new Moderation(database.database());
        var standings = new ArrayList<Measure.Standing>();
        for (var line : moderation.newest(null, 20)) standings.add(line.standing());
        assertEquals(List.of(Measure.Standing.APPEALED, Measure.Standing.IN_FORCE, Measure.Standing.RESTORED, Measure.Standing.UPHELD),
                standings.stream().sorted(Comparator.comparing(Enum::name)).toList());
        assertEquals(1, moderation.openAppeals(20).size());
        assertEquals(7, city.offices().measureGrounds().size());
        var shown = city.cases().publicly(moderation.newest(null, 20).getFirst().number(), SUNDAY).orElseThrow();
        assertTrue(!shown.body().contains("1102把"), shown.body());
    }

    @Test void noDateIsLeftOpenInAText() {
        for (var line : lines()) {
            var shown = city.cases().atTheDesk(line.number(), SUNDAY).orElseThrow();
            assertTrue(!shown.body().matches("(?s).*\\{[+-]\\d.*"), shown.body());
            for (var entry : shown.trail()) assertTrue(!entry.text().matches("(?s).*\\{[+-]\\d.*"), entry.text());
        }
    }

    @Test void fillingTwiceBringsNothingTwice() {
        assertEquals(new DemoTown.Filled(0, List.of()), city.town().fill(KEYS, SUNDAY.plusSeconds(60)));
        assertEquals(391, lines().size());
    }

    @Test void aVisitorSignsInAsEachOfEightRoles() {
        var code = OfficerLogins.codeAt(KEYS.secret(), SUNDAY);
        assertEquals(8, city.town().guides().size());
        for (var guide : city.town().guides()) {
            assertTrue(city.logins().signIn(guide.id().toString(), KEYS.password(), code, SUNDAY).orThrow().hasSecondFactor());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = "2026-10-09T03:00:00Z")
    void noDayOfTheYearMakesTheStoriesImpossible(String now) {
        try (var fresh = TestDatabase.fresh()) {
            var other = City.in(fresh, Keys.in(folder.resolve("keys")));
            assertEquals(List.of(), other.town().fill(KEYS, Instant.parse(now)).refused());
        }
    }

    private static List<CaseLine> lines() {
        var all = new ArrayList<CaseLine>();
        CaseQuery.After after = null;
        while (true) {
            var page = city.cases().list(new CaseQuery(Set.of(), Set.of(), null, Set.of(), null, null, null, false, false, lianqiao.cases.Sight.ofAllBut(Set.of()), CaseQuery.Order.NEWEST, after, 200));
            all.addAll(page);
            if (page.size() < 200) return all;
            after = new CaseQuery.After(page.getLast().receivedAt(), page.getLast().number());
        }
    }
}

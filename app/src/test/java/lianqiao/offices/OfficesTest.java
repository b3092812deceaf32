package lianqiao.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.offices.Routing.Match.Kind;
import lianqiao.store.Database;
import lianqiao.town.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small town: the government, a hotline, water and roads, one district with one street. */
class OfficesTest {
    private static Database database;
    private static Offices offices;
    private static Routing routing;

    @BeforeAll
    static void aTown() {
        database = TestDatabase.fresh().database();
        offices = Offices.in(database);
        routing = new Routing(offices);
        office("city", null, Office.Kind.GOVERNMENT);
        office("hotline", "city", Office.Kind.HOTLINE);
        office("water", "city", Office.Kind.DEPARTMENT);
        office("roads", "city", Office.Kind.DEPARTMENT);
        office("north", "city", Office.Kind.DISTRICT);
        office("north.bridge", "north", Office.Kind.STREET);
        area("city", null);
        area("north", "city");
        area("north.bridge", "north");
        area("south", "city");
        service("tap-water");
        service("potholes");
        service("noise");
        service("other");
        rule("potholes", "north", "north");
        rule("potholes", null, "roads");
        rule("tap-water", null, "water");
        rule(null, "north.bridge", "north.bridge");
        rule("noise", "north.bridge", "roads");
        officer("li", "hotline", Duty.SUPERVISOR, Duty.DISPATCHER);
        officer("wang", "north", Duty.HEAD);
        officer("zhao", "north.bridge", Duty.OFFICER);
        officer("qian", "city", Duty.LEADER);
    }

    @Test
    void theMostSpecificRuleWinsAndSaysWhy() {
        assertRoute("noise", "north.bridge", "roads", Kind.SERVICE_AND_AREA);
        assertRoute("potholes", "north", "north", Kind.SERVICE_AND_AREA);
        assertRoute("potholes", "north.bridge", "north", Kind.SERVICE_AND_WIDER_AREA);
        assertRoute("potholes", "south", "roads", Kind.SERVICE);
        assertRoute("tap-water", null, "water", Kind.SERVICE);
        assertRoute("other", "north.bridge", "north.bridge", Kind.AREA);
    }

    @Test
    void whatNobodyIsNamedForGoesToTheHotline() {
        assertRoute("other", "south", "hotline", Kind.HOTLINE);
        assertEquals("offices.route.hotline", routing.route(new ServiceCode("other"), null).orElseThrow().why().word());
    }

    @Test
    void anInactiveOfficeIsPassedOver() {
        office("parks", "city", Office.Kind.DEPARTMENT);
        service("trees");
        rule("trees", null, "parks");
        rule("trees", "south", "roads");
        assertRoute("trees", "north", "parks", Kind.SERVICE);
        var parks = offices.office(new OfficeCode("parks")).orElseThrow();
        offices.put(new Office(parks.code(), parks.parent(), parks.name(), parks.kind(), parks.duties(), parks.phone(), false));
        assertRoute("trees", "north", "hotline", Kind.HOTLINE);
        assertRoute("trees", "south", "roads", Kind.SERVICE_AND_AREA);
    }

    @Test
    void thePathLeadsFromTheCityDownToTheStreet() {
        assertEquals(List.of("city", "north", "north.bridge"),
                offices.path(new OfficeCode("north.bridge")).stream().map(office -> office.code().text()).toList());
        assertEquals(List.of("north", "north.bridge"), offices.under(new OfficeCode("north")).stream().map(OfficeCode::text).toList());
        assertEquals(List.of("north", "north.bridge"), offices.within(new AreaCode("north")).stream().map(AreaCode::text).toList());
    }

    @Test
    void aStreetWithoutAHeadAnswersToTheDistrictsHead() {
        var street = new OfficeCode("north.bridge");
        assertEquals("wang", offices.headOf(street).orElseThrow().id().text());
        assertEquals("li", offices.supervisorOf(street).orElseThrow().id().text());
        assertEquals("qian", offices.leaderOf(street).orElseThrow().id().text());
        assertEquals(List.of("zhao"), offices.officersOf(street).stream().map(officer -> officer.id().text()).toList());
    }

    @Test
    void aTreeStaysATree() {
        var north = offices.office(new OfficeCode("north")).orElseThrow();
        assertRefused("offices.parent-below", offices.put(new Office(north.code(), new OfficeCode("north.bridge"), north.name(), north.kind(),
                north.duties(), north.phone(), true)));
        assertRefused("offices.second-root", offices.put(new Office(new OfficeCode("other-city"), null, north.name(), north.kind(),
                north.duties(), north.phone(), true)));
        assertRefused("offices.office-unknown", offices.put(new Office(new OfficeCode("new"), new OfficeCode("nowhere"), north.name(),
                north.kind(), north.duties(), north.phone(), true)));
        assertEquals(new OfficeCode("city"), offices.office(new OfficeCode("north")).orElseThrow().parent());
    }

    @Test
    void anotherNodeSeesAChangeAfterItRefreshes() {
        var otherNode = Offices.in(database);
        assertTrue(otherNode.service(new ServiceCode("lamps")).isEmpty());
        service("lamps");
        assertTrue(otherNode.service(new ServiceCode("lamps")).isEmpty());
        otherNode.refresh();
        assertTrue(otherNode.service(new ServiceCode("lamps")).isPresent());
    }

    @Test
    void aColleagueCoversAQueueOnlyForTheTimeAgreed() {
        var monday = Instant.parse("2026-11-23T00:00:00Z");
        var friday = Instant.parse("2026-11-27T00:00:00Z");
        var zhao = new OfficerId("zhao");
        var wang = new OfficerId("wang");
        assertTrue(offices.put(new Delegation(zhao, wang, monday, friday)).isDone());
        assertEquals(List.of(zhao), offices.coveredBy(wang, monday).stream().map(Delegation::officer).toList());
        assertEquals(List.of(wang), offices.covering(zhao, friday.minusSeconds(1)).stream().map(Delegation::coveredBy).toList());
        assertEquals(List.of(), offices.coveredBy(wang, friday));
        assertEquals(List.of(), offices.coveredBy(wang, monday.minusSeconds(1)));
    }

    @Test
    void specialTemplatesComeBeforeGeneralOnes() {
        offices.put(new AnswerTemplate("thanks", null, null, text("谢谢"), text("谢谢您"), true));
        offices.put(new AnswerTemplate("roads.pothole", new OfficeCode("roads"), new ServiceCode("potholes"), text("坑洼"), text("已修补"), true));
        var forRoads = offices.templates(new OfficeCode("roads"), new ServiceCode("potholes"));
        assertEquals(List.of("roads.pothole", "thanks"), forRoads.stream().map(AnswerTemplate::code).toList());
        var forWater = offices.templates(new OfficeCode("water"), new ServiceCode("tap-water"));
        assertEquals(List.of("thanks"), forWater.stream().map(AnswerTemplate::code).toList());
    }

    @Test
    void anOfficersNameIsNotInTheRecordsText() {
        assertFalse(offices.officer(new OfficerId("zhao")).orElseThrow().toString().contains("赵"));
    }

    private static void assertRoute(String service, @Nullable String area, String office, Kind kind) {
        var route = routing.route(new ServiceCode(service), area == null ? null : new AreaCode(area)).orElseThrow();
        assertEquals(office, route.lead().text());
        assertEquals(kind, route.why().kind());
    }

    private static void assertRefused(String why, Outcome<?> outcome) {
        assertEquals(why, ((Outcome.Refused<?>) outcome).why());
    }

    private static Text text(String zh) {
        return new Text(zh, zh);
    }

    private static void office(String code, @Nullable String parent, Office.Kind kind) {
        offices.put(new Office(new OfficeCode(code), parent == null ? null : new OfficeCode(parent), text(code), kind, text("职责"), "", true)).orThrow();
    }

    private static void area(String code, @Nullable String parent) {
        offices.put(new Area(new AreaCode(code), parent == null ? null : new AreaCode(parent), text(code))).orThrow();
    }

    private static void service(String code) {
        offices.put(new Service(new ServiceCode(code), text("市政"), text(code), text("说明"), "", "5wd", false, true)).orThrow();
    }

    private static void rule(@Nullable String service, @Nullable String area, String office) {
        offices.put(new Routing.Rule(service == null ? null : new ServiceCode(service), area == null ? null : new AreaCode(area),
                new OfficeCode(office), true)).orThrow();
    }

    private static void officer(String login, String office, Duty... duties) {
        offices.put(new Officer(new OfficerId(login), "赵" + login, new OfficeCode(office), Set.of(duties), true)).orThrow();
    }
}

package lianqiao.house;

import static lianqiao.house.House.twin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.Lianqiao;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms keep to their lists and to the house rules, and every rule is seen to bark at a twin that breaks it. */
class RoomsTest {
    @Test void theRoomsKeepTheirPromises() {
        assertEquals(List.of(), new Rooms(House.classes(), "lianqiao").faults());
    }

    @Test void thePagesKeepToTheListsOfTheirRooms() {
        assertEquals(List.of(), new Rooms(House.classes(), "lianqiao").faultsOfPages(House.classes(), "gg.jte.generated.precompiled"));
    }

    @Test void theRoomsPassTheModuleCheckOfTheFramework() {
        ApplicationModules.of(Lianqiao.class, JavaClass.Predicates.resideInAPackage("lianqiao.tlog..")).verify();
    }

    @Test void thereAreNoRings() {
        Rules.noRings("lianqiao").check(House.classes());
    }

    @TestFactory Stream<DynamicTest> theHouseRulesHold() {
        return Rules.ALL.stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(House.classes())));
    }

    // the guards can bark: each rule reports its broken twin

    private static List<String> faults(String twin) {
        return new Rooms(twin(twin), "broken." + twin).faults();
    }

    private static int barks(ArchRule rule, String twin) {
        return rule.evaluate(twin(twin)).getFailureReport().getDetails().size();
    }

    /** The classes of a twin that a rule names. */
    private static Set<String> reported(ArchRule rule, String twin) {
        var report = rule.evaluate(twin(twin)).getFailureReport().toString();
        return twin(twin).stream().filter(c -> report.contains(c.getName() + ".")).map(JavaClass::getSimpleName).collect(Collectors.toSet());
    }

    private static void assertBarks(ArchRule rule, String twin) {
        assertTrue(rule.evaluate(twin(twin)).hasViolation(), "silent at broken." + twin + ": " + rule.getDescription());
    }

    private static void assertSilent(ArchRule rule, String twin) {
        assertFalse(rule.evaluate(twin(twin)).hasViolation(), "barks at broken." + twin + ": " + rule.getDescription());
    }

    private static List<String> moduleFaults(String twin) {
        return ApplicationModules.of("broken." + twin, location -> true).detectViolations().getMessages();
    }

    @Test void barksAtAnUndeclaredEdge() {
        assertEquals(List.of("base may not use cases"), faults("edge"));
        assertEquals(1, moduleFaults("edge").size());
    }

    @Test void barksAtAStaleEdgeWhichTheFrameworkDoesNotReport() {
        assertEquals(List.of("offices declares cases and does not use it"), faults("stale"));
        assertEquals(List.of(), moduleFaults("stale"));
    }

    @Test void barksAtAStepIntoAnInnerPackage() {
        assertEquals(List.of("desk reaches into cases.sql"), faults("inner"));
        assertFalse(moduleFaults("inner").isEmpty());
    }

    @Test void barksAtAPageThatUsesWhatItsRoomMayNot() {
        assertEquals(List.of("a page of portal may not use identity"),
                new Rooms(twin("peek"), "broken.peek").faultsOfPages(twin("peek"), "broken.peek.pages"));
    }

    @Test void barksAtARing() {
        assertBarks(Rules.noRings("broken.ring"), "ring");
        assertFalse(moduleFaults("ring").isEmpty());
    }

    @Test void barksAtARoomWithoutAList() {
        assertEquals(List.of("a has no @NullMarked", "a has no list of rooms it may use", "b has no list of rooms it may use"), faults("unnamed"));
    }

    @Test void barksAtEveryWayToAskTheClock() {
        assertEquals(16, barks(Rules.TIME_IS_HANDED_IN, "now"));
        assertBarks(Rules.ONLY_FACES_AND_JOBS_HOLD_A_CLOCK, "keeper");
    }

    @Test void barksAtAPersonInAnEvent() {
        assertBarks(Rules.WHAT_IS_PUBLIC_NAMES_NOBODY, "event");
        assertBarks(Rules.WHAT_IS_PUBLIC_NAMES_NOBODY, "eventlist");
    }

    @Test void barksAtAPersonDeepInsideAnEvent() {
        assertSilent(Rules.WHAT_IS_PUBLIC_NAMES_NOBODY, "eventdeep");
        assertEquals(2, barks(Rules.WHAT_IS_PUBLIC_HOLDS_ONLY_WHAT_IS_PUBLIC, "eventdeep"));
    }

    @Test void barksAtAPersonInACountingRoom() {
        assertBarks(Rules.COUNTING_ROOMS_SEE_NO_PERSON, "person");
    }

    @Test void barksAtAPersonReachedByACall() {
        assertSilent(Rules.COUNTING_ROOMS_SEE_NO_PERSON, "call");
        assertBarks(Rules.COUNTING_ROOMS_ASK_FOR_NO_PERSON, "call");
    }

    @Test void barksAtCountingPersonsThroughAList() {
        assertSilent(Rules.COUNTING_ROOMS_SEE_NO_PERSON, "list");        // generics are erased, only a cast remains
        assertSilent(Rules.COUNTING_ROOMS_ASK_FOR_NO_PERSON, "list");    // the call answers with a plain List
        assertBarks(Rules.COUNTING_ROOMS_SEE_ONLY_WHAT_IS_PUBLIC, "list");
    }

    @Test void barksAtStraySqlWhateverLibraryItComesThrough() {
        assertEquals(Set.of("Client", "Plain", "Pool"), reported(Rules.SQL_LIVES_IN_STORES, "sql"));
        assertBarks(Rules.WIRING_WRITES_NO_SQL, "wiring");
    }

    @Test void barksAtAStoreThatOthersCanName() {
        assertBarks(Rules.STORES_STAY_AT_HOME, "openstore");
    }

    @Test void barksAtADelete() {
        assertEquals(2, barks(Rules.CASES_ARE_NOT_ERASED, "erase"));
    }

    @Test void barksAtEveryKindOfCrawler() {
        assertEquals(Set.of("Http", "Old", "Plug", "Rest", "Stream", "Template"), reported(Rules.ONLY_THE_WAY_OUT_OPENS_A_LINE, "crawl"));
        assertEquals(Set.of("Mail"), reported(Rules.MAIL_IS_WRITTEN_IN_ONE_PLACE, "crawl"));
    }

    @Test void barksAtADoorThatPassesByTheGuard() {
        assertEquals(Set.of("Sneak", "Library", "Wire"), reported(Rules.ONLY_THE_WAY_OUT_OPENS_A_LINE, "bypass"));
        assertSilent(Rules.MAIL_IS_WRITTEN_IN_ONE_PLACE, "bypass");
    }

    @Test void barksAtEveryReaderOfXml() {
        assertEquals(Set.of("Dom", "Pull", "Push", "Feed", "Tree", "Style", "Beans"), reported(Rules.NOBODY_READS_XML, "xml"));
    }

    @Test void barksAtAnotherRoomThatUsesTheLog() {
        assertBarks(Rules.ONLY_TRANSPARENCY_USES_THE_LOG, "log");
    }

    @Test void barksAtTheFrameworkInARoomOfRules() {
        assertBarks(Rules.SPRING_STAYS_AT_THE_FACES, "framework");
    }
}

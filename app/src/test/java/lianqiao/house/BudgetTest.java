package lianqiao.house;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The size budgets of the house; docs/rooms.md prints where they stand. */
class BudgetTest {
    /** Packages that may hold more than 15 files, each with its reason. */
    private static final Map<String, Integer> ROOMY = Map.ofEntries(
            entry("lianqiao/app", 43),        // one command, one wiring class of a room a file
            entry("lianqiao/cases", 64),      // the main job: its acts, guards and stores must lie in one package to stay hidden
            entry("lianqiao/channels", 32),   // the parts of outbox, subscriptions and import stay hidden behind their doors
            entry("lianqiao/identity", 41),   // what opens contacts and sessions stays hidden beside its doors
            entry("lianqiao/offices", 32),    // one record for each code and each row of the directory
            entry("lianqiao/store", 20),      // the built-in server's parts stay hidden beside the database they serve
            entry("lianqiao/search", 21),     // the parts of the index stay hidden behind its two doors
            entry("lianqiao/transparency", 24),   // each part of the commit protocol is a file, hidden behind one door
            entry("lianqiao/web", 30),        // one filter, form part or frame part a file
            entry("lianqiao/portal", 68),     // one page a file
            entry("lianqiao/desk", 54),
            entry("lianqiao/app/commands", 18),  // one command a file
            entry("lianqiao/authenticity", 76),   // the parts of sketches, index and groups stay hidden behind their doors
            entry("lianqiao/checklist", 20),  // the parts of one comparison stay hidden behind its door
            entry("lianqiao/routing", 40),    // the parts of a model stay hidden behind the router
            entry("lianqiao/insight", 75),    // the parts of issues, of what presses and of suggestions stay hidden behind their doors
            entry("lianqiao/app/bench", 37));   // what one bench is made of stays beside it

    /** Rooms of which less than 40 % stay inside, each with its reason. */
    private static final Map<String, Integer> OPEN = Map.of("cases", 33);   // the faces draw every kind of value of a case

    @Test void filesStayShort() {
        assertEquals(List.of(), Budget.ofFiles(Lengths.ofFiles(House.MAIN, House.files(House.MAIN, ".java"))));
    }

    @Test void methodsStayShort() {
        var compiled = House.APP.resolve("target/classes/lianqiao");
        assertEquals(List.of(), Budget.ofMethods(Lengths.ofMethods(compiled, House.files(compiled, ".class"))));
    }

    @Test void packagesStaySmallAndShallow() {
        var files = House.files(House.MAIN, ".java").stream().map(f -> House.MAIN.relativize(f).toString()).toList();
        assertEquals(List.of(), Budget.ofFolders(files, ROOMY));
    }

    @Test void fourTypesOfTenStayInsideTheirRoom() {
        assertEquals(List.of(), Budget.ofDoors(House.classes(), "lianqiao", OPEN));
    }

    @Test void namesSaySomethingAndBaseStaysSmall() {
        assertEquals(List.of(), Budget.ofNames(House.classes()));
        assertEquals(List.of(), Budget.ofBase(House.classes(), "lianqiao"));
    }

    // the budgets can bark

    private static Measure lengths(int... lengths) {
        var map = new TreeMap<String, Integer>();
        for (int i = 0; i < lengths.length; i++) map.put("F" + (char) ('a' + i), lengths[i]);
        return new Measure("lines in a file", map);
    }

    @Test void barksAtALongFileAndAtManyLongOnes() {
        assertEquals(List.of(), Budget.ofFiles(lengths(60, 60, 60, 60, 60, 60, 60, 60, 60, 200)));
        assertEquals(List.of("lines in a file: 50 % of all are within 61, should be within 60"), Budget.ofFiles(lengths(50, 61, 61)));
        assertEquals(List.of("lines in a file: 90 % of all are within 201, should be within 200"), Budget.ofFiles(lengths(1, 2, 3, 4, 5, 6, 7, 201)));
        assertEquals("Fl: 401 lines in a file, at most 400", Budget.ofFiles(lengths(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 401)).getLast());
    }

    @Test void barksAtLongMethods() {
        assertEquals(2, Budget.ofMethods(lengths(7, 7, 21)).size());
        assertEquals(List.of(), Budget.ofMethods(lengths(1, 6, 20)));
    }

    @Test void theLengthOfAMethodIsReadFromItsClass() {
        var compiled = House.APP.resolve("target/test-classes/broken/lengthy");
        var lengths = Lengths.ofMethods(compiled, House.files(compiled, ".class")).lengths();
        assertEquals(23, lengths.get("Lengthy.class sum(I)I"));
        assertEquals(1, lengths.get("Lengthy.class one()I"));
    }

    @Test void barksAtACrowdedPackageAndAtADeepOne() {
        var crowd = IntStream.range(0, 16).mapToObj(i -> "lianqiao/cases/F" + i + ".java").toList();
        assertEquals(List.of("lianqiao/cases holds 16 files, at most 15"), Budget.ofFolders(crowd, Map.of()));
        assertEquals(List.of(), Budget.ofFolders(crowd, Map.of("lianqiao/cases", 16)));
        assertEquals(List.of("lianqiao/channels/mail/in lies too deep"), Budget.ofFolders(List.of("lianqiao/channels/mail/in/A.java"), Map.of()));
        assertEquals(List.of(), Budget.ofFolders(List.of("lianqiao/channels/mail/A.java"), Map.of()));
    }

    @Test void barksAtARoomThatIsAllDoor() {
        assertEquals(List.of("cases: 0 of 2 types stay inside, at least 40 %"), Budget.ofDoors(House.twin("doors"), "broken.doors", Map.of()));
    }

    @Test void barksAtNamesThatSayNothing() {
        assertEquals(List.of("broken.doors.cases.CaseHelper has a name that says nothing"), Budget.ofNames(House.twin("doors")));
    }

    @Test void barksAtABaseThatGrew() {
        assertEquals(List.of("base holds 16 types, at most 15"), Budget.ofBase(House.twin("grown"), "broken.grown"));
    }
}

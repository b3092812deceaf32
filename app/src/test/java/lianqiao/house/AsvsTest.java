package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The table of OWASP ASVS 5.0 ({@code docs/asvs.csv}): every item of levels 1 and 2, in our words, with the tests that show
 * it or the reason why not. A test that is gone, or renamed, fails here.
 */
class AsvsTest {
    /** Items of level 1 and of level 2 by chapter, as the standard counts them; V17 has none of level 1. */
    private static final int[][] COUNTS = {{8, 19}, {4, 7}, {8, 11}, {2, 8}, {4, 5}, {13, 22}, {6, 12}, {4, 3}, {4, 3}, {5, 24}, {3, 11}, {3, 6}, {1, 12}, {2, 7}, {3, 10}, {0, 16}, {0, 7}};
    private static final Set<String> STANDINGS = Set.of("met", "not met", "not applicable");
    private static final Pattern METHOD = Pattern.compile("@(?:Test|TestFactory|ParameterizedTest)\\b[^;{]*?\\s(\\w+)\\(");

    private static List<CSVRecord> rows(String text) throws IOException {
        try (var parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new java.io.StringReader(text))) {
            return parser.getRecords();
        }
    }

    private static List<CSVRecord> rows() throws IOException {
        return rows(Files.readString(root().resolve("docs/asvs.csv")));
    }

    private static Path root() {
        return Files.exists(Path.of("docs")) ? Path.of("") : Path.of("..");
    }

    /** Every test there is: class and method. */
    private static Set<String> tests() throws IOException {
        var tests = new HashSet<String>();
        for (var folder : List.of("app/src/test/java", "tlog/src/test/java")) {
            try (var files = Files.walk(root().resolve(folder))) {
                for (var file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
                    var name = file.getFileName().toString().replace(".java", "");
                    METHOD.matcher(Files.readString(file)).results().forEach(found -> tests.add(name + "#" + found.group(1)));
                }
            }
        }
        return tests;
    }

    static List<String> faults(List<CSVRecord> rows, Set<String> tests) {
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            var item = row.get("item");
            if (!seen.add(item)) faults.add(item + " stands twice");
            if (!STANDINGS.contains(row.get("standing"))) faults.add(item + " has no standing");
            var named = row.get("tests").isBlank() ? List.<String>of() : List.of(row.get("tests").split(" "));
            for (var test : named) if (!tests.contains(test)) faults.add(item + " names a test that is not there: " + test);
            if (named.isEmpty() && row.get("reason").isBlank()) faults.add(item + " has neither test nor reason");
            if (row.get("standing").equals("not met") && row.get("reason").isBlank()) faults.add(item + " does not say what is missing");
        }
        return faults;
    }

    @Test void everyItemOfLevelOneAndTwoHasItsRow() throws IOException {
        Map<Integer, int[]> counted = new TreeMap<>();
        for (var row : rows()) counted.computeIfAbsent(Integer.valueOf(row.get("item").split("\\.")[0]), _ -> new int[2])[Integer.parseInt(row.get("level")) - 1]++;
        assertEquals(253, rows().size());
        for (int chapter = 1; chapter <= COUNTS.length; chapter++) {
            assertEquals(java.util.Arrays.toString(COUNTS[chapter - 1]), java.util.Arrays.toString(counted.get(chapter)), "chapter V" + chapter);
        }
    }

    @Test void everyRowIsShownByATestThatExistsOrSaysWhyNot() throws IOException {
        assertEquals(List.of(), faults(rows(), tests()));
    }

    @Test void theTableSaysHowManyItemsAreMet() throws IOException {
        var counts = new HashMap<String, Integer>();
        for (var row : rows()) counts.merge(row.get("standing"), 1, Integer::sum);
        var sentence = counts.get("met") + " met, " + counts.get("not met") + " not met, " + counts.get("not applicable") + " not applicable";
        assertTrue(Files.readString(root().resolve("docs/security.md")).contains(sentence), "docs/security.md should say: " + sentence);
    }

    @Test void barksAtADeletedTestAndAtARowWithoutProof() throws IOException {
        var head = "item,level,in our words,standing,tests,reason\n";
        var tests = Set.of("FormTest#aTokenThatIsNotOursIsForged");
        assertEquals(List.of(), faults(rows(head + "9.1.1,1,x,met,FormTest#aTokenThatIsNotOursIsForged,\n"), tests));
        assertEquals(List.of("9.1.1 names a test that is not there: FormTest#deleted", "9.1.2 has neither test nor reason", "9.1.3 has no standing", "9.1.3 stands twice", "9.1.3 does not say what is missing"),
                faults(rows(head + "9.1.1,1,x,met,FormTest#deleted,\n9.1.2,1,x,met,,\n9.1.3,1,x,perhaps,,because\n9.1.3,1,x,not met,FormTest#aTokenThatIsNotOursIsForged,\n"), tests));
    }
}

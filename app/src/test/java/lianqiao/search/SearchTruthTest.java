package lianqiao.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.search.SearchResult.FacetCount;
import lianqiao.search.SearchResult.Hit;
import lianqiao.store.Followers;
import lianqiao.town.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 200 generated cases, every fourth confidential: what search says is compared with what counting by hand says. */
class SearchTruthTest {
    private static final String[] PLACES = {"人民路", "解放桥", "幸福里3号楼", "东湖小区", "K12路站台", "菜市场东门", "第2中学"};
    private static final String[] THINGS = {"路灯", "井盖", "自来水", "公交站牌", "电梯", "垃圾桶", "暖气", "噪音", "盲道", "充电桩", "污水"};
    private static final String[] TROUBLES = {"不亮", "松动了", "停了三天", "没人修", "坏了很久", "影响老人出行", "夜里太响", "一直漏水", "挡住消防通道"};

    /** What was asked, as this test remembers it. */
    private record Asked(CaseNumber number, String title, String body, boolean confidential, Map<Facet, String> codes) {
        boolean holds(String text) {
            return title.contains(text) || body.contains(text);
        }
    }

    private static final List<Asked> ALL = new ArrayList<>();
    private static Library library;

    @BeforeAll static void twoHundredCases() {
        library = new Library();
        var chance = new Random(20261122);
        for (int i = 0; i < 200; i++) ALL.add(asked(chance, i));
        library.catchUp();
    }

    @AfterAll static void close() {
        library.close();
    }

    private static Asked asked(Random chance, int i) {
        var title = pick(chance, THINGS) + pick(chance, TROUBLES);
        var body = new StringBuilder();
        for (int s = 0; s < 3; s++) body.append(pick(chance, PLACES)).append(pick(chance, THINGS)).append(pick(chance, TROUBLES)).append(s < 2 ? "，" : "。");
        boolean confidential = i % 4 == 3;
        int place = chance.nextInt(7);
        var at = Library.MONDAY.minusSeconds(chance.nextInt(3 * 365) * 86_400L);
        var number = library.asks(title, body.toString(), confidential, null, place, at);
        var codes = new EnumMap<Facet, String>(Map.of(Facet.STATE, "RECEIVED", Facet.SERVICE, library.service(place).text(),
                Facet.AREA, library.area(place).text(), Facet.YEAR, number.text().substring(0, 4)));
        if (i % 3 == 0) {
            library.assign(number, library.office(i % 5), "");
            codes.put(Facet.STATE, "ASSIGNED");
            codes.put(Facet.OFFICE, library.office(i % 5).text());
        }
        return new Asked(number, title, body.toString(), confidential, codes);
    }

    private static String pick(Random chance, String[] words) {
        return words[chance.nextInt(words.length)];
    }

    /** A run of 1 to 6 characters out of some case, as somebody remembers it. */
    private static String remembered(Random chance) {
        var parts = ALL.get(chance.nextInt(ALL.size())).body().split("[，。]");
        var part = parts[chance.nextInt(parts.length)].replaceAll("[0-9A-Z]+", " ").strip().split(" ")[0];
        int from = chance.nextInt(part.length());
        return part.substring(from, Math.min(part.length(), from + 1 + chance.nextInt(6)));
    }

    private static TreeSet<String> truth(String text, boolean confidentialToo) {
        return ALL.stream().filter(a -> (confidentialToo || !a.confidential()) && a.holds(text)).map(a -> a.number().text()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> all(Function<SearchQuery, List<Hit>> door, SearchQuery query) {
        var numbers = new TreeSet<String>();
        for (int from = 0; from < 200; from += 50) door.apply(query.page(from, 50)).forEach(hit -> numbers.add(hit.number().text()));
        return numbers;
    }

    private static List<Hit> inPublic(SearchQuery query) {
        var found = library.search.find(query);
        return found.loose() ? List.of() : found.hits();
    }

    private static List<Hit> atTheDesk(SearchQuery query) {
        var found = library.search.desk().find(query, new DeskReader(true, Set.of(), Set.of()));
        return found.loose() ? List.of() : found.hits();
    }

    @Test void everythingThatHoldsTheWordsIsFoundAndNothingElse() {
        var chance = new Random(1);
        for (int i = 0; i < 80; i++) {
            var text = remembered(chance);
            assertEquals(truth(text, false), all(SearchTruthTest::inPublic, SearchQuery.of(text)), text);
            assertEquals(truth(text, true), all(SearchTruthTest::atTheDesk, SearchQuery.of(text)), text);
        }
    }

    @Test void noConfidentialCaseIsEverFoundCountedOrAlike() {
        var chance = new Random(2);
        var secret = ALL.stream().filter(Asked::confidential).toList();
        var secretNumbers = secret.stream().map(Asked::number).collect(Collectors.toSet());
        for (int i = 0; i < 40; i++) {
            var one = secret.get(chance.nextInt(secret.size()));
            for (var typed : List.of(one.title(), one.body(), remembered(chance), one.number().text(), one.title() + " " + one.body())) {
                var found = library.find(typed);
                assertTrue(found.hits().stream().noneMatch(hit -> secretNumbers.contains(hit.number())), typed);
                assertTrue(found.direct() == null || !secretNumbers.contains(found.direct()));
                assertTrue(found.total() <= 150);
                assertTrue(library.search.similar(typed, 20).stream().noneMatch(s -> secretNumbers.contains(s.number())), typed);
            }
        }
        assertEquals(150, library.find("").total());
    }

    @Test void facetsSayWhatCountingByHandSays() {
        var chance = new Random(3);
        for (int i = 0; i < 40; i++) {
            var text = i == 0 ? "" : remembered(chance);
            if (library.find(text).loose()) continue;
            var area = library.area(chance.nextInt(7)).text();
            var year = "" + (2024 + chance.nextInt(3));
            var query = SearchQuery.of(text).only(Facet.AREA, List.of(area)).only(Facet.YEAR, List.of(year));
            var found = library.search.find(query);
            var matching = ALL.stream().filter(a -> !a.confidential() && a.holds(text)).toList();
            assertEquals(matching.stream().filter(a -> is(a, Facet.AREA, area) && is(a, Facet.YEAR, year)).count(), found.total());
            for (var facet : Facet.values()) {
                var counted = matching.stream().filter(a -> facet == Facet.AREA || is(a, Facet.AREA, area)).filter(a -> facet == Facet.YEAR || is(a, Facet.YEAR, year))
                        .filter(a -> a.codes().containsKey(facet)).collect(Collectors.groupingBy(a -> a.codes().get(facet), TreeMap::new, Collectors.counting()));
                assertEquals(counted, new TreeMap<>(found.facets().get(facet).stream().collect(Collectors.toMap(FacetCount::code, FacetCount::count))), text + " " + facet);
            }
        }
    }

    private static boolean is(Asked asked, Facet facet, String code) {
        return code.equals(asked.codes().get(facet));
    }

    @Test void newestFirstIsTheOrderOfReceiptAndPagesFollowOneAnother() {
        var numbers = new ArrayList<String>();
        for (int from = 0; from < 150; from += 50) inPublic(SearchQuery.of("").page(from, 50)).forEach(hit -> numbers.add(hit.number().text().substring(0, 8)));
        var sorted = new ArrayList<>(numbers);
        sorted.sort(java.util.Comparator.reverseOrder());
        assertEquals(sorted, numbers);
        assertEquals(List.of(), inPublic(SearchQuery.of("").page(100_000, 20)));
    }

    /** What both doors answer to some questions: two indexes that answer the same are the same for every reader. */
    private static List<Object> answers(Search search) {
        var chance = new Random(4);
        var answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            var query = SearchQuery.of(i == 0 ? "" : remembered(chance)).newestFirst();
            var found = search.find(query);
            answers.add(List.of(found.total(), new EnumMap<>(found.facets())));
            answers.add(all(q -> search.desk().find(q, new DeskReader(true, Set.of(), Set.of())).hits(), query));
        }
        return answers;
    }

    @Test void anIndexBuiltAnewAnswersAsTheOneThatFollowed() {
        var before = answers(library.search);
        library.search.rebuild();
        library.search.catchUp(Library.MONDAY);
        assertEquals(before, answers(library.search), "the old index answers while the new one is being built");
        library.catchUp();
        assertFalse(library.search.progress().building());
        assertEquals(before, answers(library.search));
        assertEquals(1, generations(library.folder.resolve("search")));
    }

    @Test void anotherProgramMayAskForANewIndexButNotOpenTheOldOne() {
        var folder = library.folder.resolve("search");
        assertTrue(Search.openIfFree(folder, library.cases, library.town.database()).isEmpty());
        Search.wantRebuild(folder);
        assertTrue(Search.isRebuildWanted(folder));
        library.catchUp();
        assertFalse(Search.isRebuildWanted(folder));
        assertTrue(library.search.taken() >= 200);
    }

    private static long generations(Path folder) {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test void killedAtAnyMomentTheIndexIsCaughtUp() throws IOException {
        library.does(ALL.getFirst().number(), new Act.Supplement("Killed at this very moment", List.of()), By.resident());
        library.search.catchUp(Library.MONDAY);   // in memory, not committed: no 10 s have passed since the last time
        assertEquals(1, library.find("killed moment").total());
        var copy = copy(library.folder.resolve("search"));
        Files.writeString(newest(copy).resolve("pending_segments_zz"), "half a commit");
        assertSameAfterOpening(copy, answers(library.search));
    }

    @Test void aDamagedIndexIsBuiltAnewByItself() throws IOException {
        var expected = answers(library.search);
        for (var ending : List.of("segments_.*", ".*\\.si", ".*\\.cfs|.*\\.fdt", ".*")) {
            var copy = copy(library.folder.resolve("search"));
            try (var files = Files.list(newest(copy))) {
                for (var file : files.filter(f -> f.getFileName().toString().matches(ending)).toList()) Files.write(file, new byte[] {1, 2, 3});
            }
            assertSameAfterOpening(copy, expected);
        }
    }

    @Test void aMissingIndexIsBuiltAndAnIndexFromTheFutureIsNotTrusted() throws IOException {
        var expected = answers(library.search);
        assertSameAfterOpening(TestFolders.passing("none"), expected);
        var future = TestFolders.passing("future");
        try (var index = Index.open(Files.createDirectory(future.resolve("000001")), new Followers.Place("99999999", 99_999_999))) {
            index.built("", true);
            index.commit();
        }
        assertSameAfterOpening(future, expected);
    }

    private static void assertSameAfterOpening(Path folder, List<Object> expected) {
        try (var search = Search.open(folder, library.cases, library.town.database())) {
            while (search.catchUp(Library.MONDAY)) Thread.onSpinWait();
            assertTrue(search.progress().complete());
            assertEquals(expected, answers(search));
            assertEquals(library.find("killed").total(), search.find(SearchQuery.of("killed")).total());
        }
    }

    private static Path newest(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().reduce((a, b) -> b).orElseThrow();
        }
    }

    /** As the disk is at this moment, whatever the program still has in memory; the lock is not copied. */
    private static Path copy(Path folder) throws IOException {
        var copy = TestFolders.passing("copy");
        var from = newest(folder);
        var to = Files.createDirectory(copy.resolve(from.getFileName()));
        try (var files = Files.list(from)) {
            for (var file : files.filter(f -> !f.endsWith("write.lock")).toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
        return copy;
    }
}

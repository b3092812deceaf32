package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.access.AccessTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the docs that tell about the code equal what the code says. */
class DocsTest {
    private static final Path DOCS = House.APP.resolveSibling("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

    private static String rooms() {
        return new Drawing(new Rooms(House.classes(), "lianqiao"), House.MAIN.resolve("lianqiao")).page();
    }

    @Test void thePageOfTheRoomsIsWhatTheCodeSays() {
        Written.same(DOCS.resolve("rooms.md"), rooms());
    }

    @Test void everyRoomSaysWhatItIs() {
        assertFalse(rooms().contains("|  |"), "a room has no sentence in its package-info.java");
    }

    @Test void theWordsPageRepeatsTheWordsFiles() {
        var page = DOCS.resolve("words.md");
        var words = WordList.read(House.files(House.RESOURCES.resolve("words"), ".properties"));
        Written.same(page, Glossary.page(House.read(page), words));
    }

    @Test void thePageOfAccessRepeatsTheTable() {
        var page = DOCS.resolve("access.md");
        Written.same(page, AccessPage.page(House.read(page), AccessTable.load()));
    }

    @Test void everyCodeWordOfTheGlossaryStandsInTheCode() {
        var names = House.classes().stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        var missing = Glossary.codeWords(House.read(DOCS.resolve("words.md"))).stream().filter(w -> !names.contains(w)).toList();
        assertEquals(List.of(), missing);
    }

    @Test void everyLinkOfTheDocsLeadsSomewhere() {
        assertEquals("", String.join("\n", deadLinks(House.APP.getParent())));
    }

    /** Links of the pages at the root and under docs/. */
    private static List<String> deadLinks(Path root) {
        var pages = new ArrayList<>(House.files(root.resolve("docs"), ".md"));
        Stream.of("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "GOVERNANCE.md")
                .map(root::resolve).filter(Files::exists).forEach(pages::add);
        return pages.stream()
                .flatMap(page -> LINK.matcher(House.read(page)).results().map(m -> m.group(1))
                        .filter(to -> !to.contains("://") && !to.startsWith("mailto:") && !to.startsWith("/"))
                        .filter(to -> !Files.exists(page.resolveSibling(to)))
                        .map(to -> root.relativize(page) + " links to " + to + ", which is not there"))
                .toList();
    }

    // the checks can bark

    @Test void barksAtAPageThatTellsAnOldStory(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("page.md"), "old\n");
        assertTrue(Written.difference(folder.resolve("page.md"), "new\n").isPresent());
        assertTrue(Written.difference(folder.resolve("missing.md"), "new\n").isPresent());
        assertFalse(Written.difference(folder.resolve("page.md"), "old\n").isPresent());
    }

    @Test void theGlossaryKeepsWhatPeopleWroteAndRenewsTheRest() {
        var words = new WordList(new TreeMap<>(Map.of("cases.kind.HELP", "Request for help")), new TreeMap<>(Map.of("cases.kind.HELP", "求助")), List.of());
        var page = Glossary.page("# Words\n| `Case` | 诉求 |\n## From the words files\nold\n", words);
        assertTrue(page.startsWith("# Words\n| `Case` | 诉求 |\n## From the words files\n"), page);
        assertTrue(page.contains("| `HELP` | 求助 | Request for help |") && !page.contains("old"), page);
        assertEquals(List.of("Case"), Glossary.codeWords(page));
    }

    @Test void barksAtADeadLink(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("README.md"), "[here](README.md) [there](gone.md#part) [far](https://example.org/x)\n");
        assertEquals(List.of("README.md links to gone.md, which is not there"), deadLinks(folder));
    }
}

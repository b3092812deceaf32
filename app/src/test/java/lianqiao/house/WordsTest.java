package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lianqiao.house.Phrases.Phrase;
import org.junit.jupiter.api.Test;

/** Every word on a screen stands in the words files, in both languages, and every key there is said somewhere. */
class WordsTest {
    /** Keys that hold the other language on purpose: the names of the languages and of the platform. */
    private static final Pattern FOREIGN = Pattern.compile("web\\.(name-other|other-language|other-language-tag|column-type\\..*)");
    /** Texts that look like keys and are none: names of files, and beginnings that the command line compares with. */
    private static final Pattern NO_KEYS = Pattern.compile(".*\\.(csv|json|jte|properties|sql|css|js)|app\\.(option|command)");
    /** The page that shows every part of every page, with sample texts; it is not linked. */
    private static final Pattern SPECIMEN = Pattern.compile("web/look\\.jte|lianqiao/web/LookPage\\.java");
    /** Keys that are put together where no one can see it, and where. */
    private static final List<String> PUT_TOGETHER = List.of(
            "desk\\.[a-z-]+\\.[a-z.-]+",                                            // pages/desk/act.jte: the form of an act
            "cases\\.(kind|state|act|event|closing|role|door)\\.[A-Za-z_]+");      // docs/words.md: the vocabulary
    /** Words a template may write itself: names of keys on a keyboard, file types, the product's own name. */
    private static final Pattern ALLOWED_IN_TEMPLATES = Pattern.compile("Enter|Esc|CSV|JSON|RSS|Atom|Lianqiao|QR|PDF");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern SENTENCE = Pattern.compile("[A-Z][a-z]+(,? [a-z]+){2,}[.?!]?");
    private static final List<String> FACES = List.of("lianqiao/web/", "lianqiao/portal/", "lianqiao/desk/", "lianqiao/api/");

    private static final WordList WORDS = WordList.read(House.files(House.RESOURCES.resolve("words"), ".properties"));
    private static final List<Phrase> PHRASES = Phrases.in(House.MAIN, House.files(House.MAIN, ".java"));
    private static final Map<String, String> TEMPLATES = templates();
    private static final WordUses USES = WordUses.in(rooms(WORDS), PHRASES, TEMPLATES);

    private static Map<String, String> templates() {
        var pages = House.RESOURCES.resolve("pages");
        var templates = new TreeMap<String, String>();
        for (var file : House.files(pages, ".jte")) templates.put(pages.relativize(file).toString(), House.read(file));
        return templates;
    }

    private static TreeSet<String> rooms(WordList words) {
        var rooms = new TreeSet<String>();
        words.english().keySet().forEach(key -> rooms.add(key.substring(0, key.indexOf('.'))));
        return rooms;
    }

    @Test void bothLanguagesHaveTheSameWordsAndTheSamePlaces() {
        assertEquals("", String.join("\n", WORDS.faults(FOREIGN)));
    }

    @Test void everyWordThatIsSaidExists() {
        var used = new TreeMap<>(USES.keys());
        used.keySet().removeIf(key -> NO_KEYS.matcher(key).matches());
        assertEquals("", String.join("\n", WORDS.missing(used)));
        assertEquals("", String.join("\n", WORDS.missing(USES.shapes().keySet())));
    }

    @Test void everyWordIsSaidSomewhere() {
        var shapes = new ArrayList<>(USES.shapes().keySet());
        shapes.addAll(PUT_TOGETHER);
        assertEquals("", String.join("\n", WORDS.unused(USES.keys(), shapes)));
    }

    @Test void templatesWriteNoWordsOfTheirOwn() {
        var faults = new ArrayList<String>();
        TEMPLATES.forEach((file, source) -> {
            if (!SPECIMEN.matcher(file).matches()) faults.addAll(ownWords(file, source));
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test void codeWritesNoWordsForPeople() {
        assertEquals("", String.join("\n", spokenByCode(PHRASES)));
    }

    private static List<String> ownWords(String file, String source) {
        var faults = new ArrayList<String>();
        var markup = Template.markup(source);
        if (WordList.hasHan(source.replaceAll("(?s)<%--.*?--%>", ""))) faults.add(file + " writes Chinese of its own");
        var spoken = new ArrayList<>(List.of(Template.visibleText(markup)));
        Template.spokenAttributes(markup).stream().filter(v -> v.contains(" ")).filter(v -> !v.matches("[\\w-]+=.*")).forEach(spoken::add);
        for (var text : spoken)
            WORD.matcher(text).results().map(m -> m.group()).filter(w -> !ALLOWED_IN_TEMPLATES.matcher(w).matches())
                    .forEach(w -> faults.add(file + " writes a word of its own: " + w));
        return faults;
    }

    /** Chinese in the code of a page, or an English sentence that is neither an exception's message nor a log line. */
    private static List<String> spokenByCode(List<Phrase> phrases) {
        return phrases.stream().filter(p -> FACES.stream().anyMatch(p.file()::startsWith) && p.forPeople()
                        && !SPECIMEN.matcher(p.file()).matches())
                .filter(p -> WordList.hasHan(p.text()) || SENTENCE.matcher(p.text()).find())
                .map(p -> p + " speaks by itself").toList();
    }

    // the checks can bark

    private static final Pattern NONE = Pattern.compile("-");

    private static WordList list(String english, String chinese) {
        var words = new WordList(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        words.add("web.properties", english);
        words.add("web_zh_CN.properties", chinese);
        return words;
    }

    @Test void barksAtEveryFaultOfAList() {
        assertEquals(List.of("web.a is missing in Chinese"), list("a = A", "").faults(NONE));
        assertEquals(List.of("web.a is missing in English"), list("", "a = 甲").faults(NONE));
        assertEquals(List.of("web.a is empty in Chinese"), list("a = A", "a =").faults(NONE));
        assertEquals(List.of("web.a has other places in Chinese: [0, 1], [0]"), list("a = {0} of {1|day|days}", "a = 共 {0}").faults(NONE));
        assertEquals(List.of("web.a has Chinese in its English"), list("a = Ask 您", "a = 问").faults(NONE));
        assertEquals(List.of("web.a has English in its Chinese: Please try again"), list("a = A", "a = Please try again").faults(NONE));
        assertEquals(List.of("web.a has English in its Chinese: 请 try this again later"), list("a = A", "a = 请 try this again later").faults(NONE));
        assertEquals(List.of("web.properties: web.a stands twice"), list("a = A\na = B", "a = 甲").faults(NONE));
        assertEquals(List.of(), list("a = A {0}\n# b\nc = two \\\n lines", "a = {0} 甲\nc = CSV 文件").faults(NONE));
    }

    @Test void barksAtAWordThatIsMissingAndAtOneThatIsNeverSaid() {
        var code = Phrases.in("P.java", "class P { Object o = frame.say(\"web.gone\") + frame.say(\"web.kind.\" + kind) + frame.say(\"web.\" + act + \".button\"); }");
        var uses = WordUses.in(List.of("web"), code, Map.of("a.jte", "${frame.say(\"web.also-gone\")} ${frame.say(\"web.b\")} ${frame.say(\"web.\" + x + \".none\")}"));
        var words = list("b = B\nc = C\nkind.x = X\nd.button = D", "b = 乙\nc = 丙\nkind.x = 某\nd.button = 丁");
        assertEquals(List.of("web.also-gone has no words, used by a.jte", "web.gone has no words, used by P.java:1"), words.missing(uses.keys()));
        assertEquals(List.of("web.c is never said"), words.unused(uses.keys(), uses.shapes().keySet()));
        assertEquals(List.of("no words look like web\\.[A-Za-z0-9_.-]+\\.none"), words.missing(uses.shapes().keySet()));
    }

    @Test void barksAtATemplateThatSpeaksForItself() {
        assertEquals(List.of("a.jte writes a word of its own: Hello"), ownWords("a.jte", "<p class=\"big\">Hello ${name(\"}\")}</p>"));
        assertEquals(List.of("a.jte writes a word of its own: Inside"),
                ownWords("a.jte", "@param String a = \"x\"\n@template.web.page(frame = frame, content = @`<p>@if(a(b))Inside@endif</p>`)"));
        assertEquals(List.of("a.jte writes Chinese of its own"), ownWords("a.jte", "<p>${say(\"您好\")}</p>"));
        assertEquals(List.of("a.jte writes a word of its own: Send", "a.jte writes a word of its own: now"),
                ownWords("a.jte", "<input aria-label=\"Send now\">"));
        assertEquals(List.of(), ownWords("a.jte", "<%-- a note --%><a href=\"${frame.link(\"/ask\")}\">${frame.say(\"web.ask\")}</a> · → <kbd>Enter</kbd>"));
    }

    @Test void barksAtCodeThatSpeaksForItself() {
        var code = Phrases.in("lianqiao/portal/P.java", """
                class P {
                    String a = "您好";
                    String b = "Please try again " + later();
                    String c = "ask.title";
                    void d() { throw new IllegalArgumentException("This is for operators only"); }
                }
                """);
        assertEquals(2, spokenByCode(code).size());
    }
}

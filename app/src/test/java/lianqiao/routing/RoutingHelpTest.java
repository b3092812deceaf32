package lianqiao.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lianqiao.offices.AreaCode;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** A dispatcher reads suggestions and decides; the next message is judged with it, on every node. */
class RoutingHelpTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final AreaCode STREET = new AreaCode("shiliuqiao");
    private static final byte[] KEY = new byte[32];

    private static TestDatabase database;
    private static Offices offices;
    private final Map<String, String> words = new HashMap<>();
    private RoutingHelp help;
    private int number;

    @BeforeAll static void open() {
        database = TestDatabase.fresh();
        offices = Offices.in(database.database());
        var town = Files.exists(Path.of("town")) ? Path.of("town") : Path.of("..", "town");
        assertEquals(List.of(), new DirectoryFiles(offices).takeIn(town).bad());
    }

    @AfterAll static void close() {
        database.close();
    }

    /** Each test has a jurisdiction of its own, so that nobody learns from the test before. */
    @BeforeEach void begin() {
        help = node();
    }

    private final String place = "t" + Integer.toHexString(System.identityHashCode(this));

    private RoutingHelp node() {
        return new RoutingHelp(database.database(new lianqiao.base.Jurisdiction(place)), offices, numbers -> {
            var known = new HashMap<>(words);
            known.keySet().retainAll(numbers);
            return known;
        }, KEY);
    }

    private Help suggest(String text) {
        return help.suggest(text, STREET, NOW);
    }

    private static String first(Help help) {
        return help.hints().getFirst().service().text();
    }

    /** A public case is decided after the page has shown what it suggests. */
    private void decides(String text, String service, @Nullable String office, String who) {
        var shown = suggest(text);
        var key = "c" + ++number;
        words.put(key, text);
        help.decided(new Decided(key, STREET, shown.model(), shown.advice(), shown.hints().stream().map(Hint::service).toList(), new ServiceCode(service),
                office == null ? null : new OfficeCode(office), who, NOW.plusSeconds(number)));
    }

    @Test void beforeAnyTrainingTheServiceListSpeaksAndNothingIsSelected() {
        var lamp = suggest("门口的路灯不亮，晚上一片漆黑");
        assertEquals("lamp", first(lamp));
        assertEquals(new OfficeCode("urban"), lamp.hints().getFirst().office());
        assertTrue(lamp.hints().getFirst().because().stream().anyMatch(one -> one.phrase().contains("路灯")), lamp.hints().getFirst().because().toString());
        assertEquals("lift", first(suggest("The lift in our building is faulty again, nobody services it")));
        assertFalse(lamp.trained());
        assertTrue(lamp.preselected().isEmpty(), "what nobody has tried is not selected");
        assertEquals("routing.advice.untrained", lamp.key());
    }

    @Test void aCorrectionTakesEffectOnTheNextMessageAndOnEveryNode() {
        var message = "凤凰花苑北侧的滨河步道护栏松动，散步的老人扶不住";
        assertFalse(first(suggest(message)).equals("tree"));
        var other = node();
        other.suggest(message, STREET, NOW);
        decides(message, "tree", "urban", "wang");
        assertEquals("tree", first(suggest("滨河步道的护栏又松动了")));
        other.catchUp(NOW);
        assertEquals("tree", other.suggest("滨河步道的护栏又松动了", STREET, NOW).hints().getFirst().service().text(), "a node that was running");
        assertEquals("tree", node().suggest("滨河步道的护栏又松动了", STREET, NOW).hints().getFirst().service().text(), "a node that starts");
    }

    @Test void whatItsAuthorTookBackIsNotLearnedAgain() {
        var message = "凤凰花苑北侧的滨河步道护栏松动，散步的老人扶不住";
        decides(message, "tree", "urban", "wang");
        words.clear();
        assertFalse(node().suggest("滨河步道的护栏又松动了", STREET, NOW).hints().getFirst().service().text().equals("tree"));
    }

    @Test void anotherOfficeMeansTheHintThatLeadsThere() {
        trained();
        var message = "小区充电桩旁边违停的车很多";
        var shown = suggest(message).hints();
        var second = shown.get(1);
        decides(message, shown.getFirst().service().text(), second.office().text(), "wang");
        assertEquals(second.service().text(), first(suggest(message)), "category left, sent to the office of the second hint");
    }

    @Test void danger() {
        trained();
        assertTrue(suggest("路灯不亮，灯杆漏电，刚才有人触电").danger());
        assertTrue(suggest("路灯不亮，灯杆漏电，刚才有人触电").preselected().isEmpty());
        assertEquals("routing.advice.danger", suggest("There is a gas leak in our street lamp cabinet").key());
        assertFalse(suggest("路灯不亮，看着火车站方向一片黑").danger(), "the station is no fire");
    }

    @Test void aTrainedModelSelectsWhatIsClearAndAbstainsElsewhere() {
        trained();
        var clear = suggest("路灯坏了没人修，位于石桥路，晚上没有路灯一片漆黑");
        assertEquals("lamp", clear.preselected().orElseThrow().service().text());
        assertTrue(suggest("您好").preselected().isEmpty());
        assertEquals(Advice.TOO_SHORT, suggest("您好").advice());
        assertTrue(suggest("谢谢你们去年帮我找回一把雨伞，祝大家新年愉快万事如意").preselected().isEmpty());
    }

    @Test void forAndAgainstTheSameMeasureAreRoutedAlike() {
        trained();
        for (var pair : List.of(List.of("我支持老旧小区停车收费的办法，停车位太少", "我反对老旧小区停车收费的办法，停车位太少"),
                List.of("I support the new parking fee in old estates, there are too few spaces", "I oppose the new parking fee in old estates, there are too few spaces"))) {
            var one = suggest(pair.getFirst());
            var other = suggest(pair.getLast());
            assertEquals(one.hints().stream().map(Hint::service).toList(), other.hints().stream().map(Hint::service).toList());
            assertEquals(one.advice(), other.advice());
            assertEquals(one.danger(), other.danger());
        }
    }

    @Test void fewCasesAreRefusedAndAWorseModelDoesNotTakeOver() {
        assertEquals("Refused[why=routing.train.few, details=[199, 200]]", help.train(() -> cases(199), "invented", NOW).toString());
        assertTrue(help.train(() -> cases(600), "invented", NOW).orThrow().inUse());
        var before = suggest("路灯坏了没人修").model();
        var worse = help.train(() -> muddled(600), "shuffled", NOW.plus(Duration.ofDays(1))).orThrow();
        assertFalse(worse.inUse(), () -> worse.before() + " " + worse.router().record().held());
        assertEquals(before, suggest("路灯坏了没人修").model());
        assertTrue(help.train(() -> cases(700), "invented", NOW.plus(Duration.ofDays(2))).orThrow().inUse());
        assertFalse(suggest("路灯坏了没人修").model().equals(before));
    }

    @Test void aTrainingKnowsWhatWasDecidedBeforeItAndLearnsOnlyWhatComesAfter() {
        trained();
        var message = "凤凰花苑北侧的滨河步道护栏松动，散步的老人扶不住";
        decides(message, "tree", "urban", "wang");
        assertEquals("tree", first(suggest("滨河步道的护栏又松动了")));
        help.train(() -> cases(620), "invented", NOW.plus(Duration.ofDays(1))).orThrow();
        assertFalse(first(suggest("滨河步道的护栏又松动了")).equals("tree"), "that training was not told of it");
    }

    @Test void ratesAreCountedByCategory() {
        trained();
        decides("路灯坏了没人修，位于石桥路，晚上没有路灯一片漆黑", "lamp", "urban", "wang");
        decides("路灯坏了没人修，位于松林巷，晚上没有路灯一片漆黑", "lamp", "housing", "li");
        decides("路灯坏了没人修，位于南门，晚上没有路灯一片漆黑", "signal", "traffic-police", "li");
        var rates = help.rates(NOW.plus(Duration.ofHours(1)));
        assertEquals(List.of(new HitRate("lamp", 2, 2, 2, 2, 2, 1), new HitRate("signal", 1, 0, rates.getLast().amongThree(), 1, 0, 1)), rates);
        assertEquals(67, rates.getFirst().plus(rates.getLast()).ofHundred(2));
    }

    private void trained() {
        help.train(() -> cases(600), "invented", NOW).orThrow();
    }

    /** The same, but whoever confirmed those that are trained on chose anything; those kept apart are right. */
    private static List<Example> muddled(int many) {
        var all = cases(many);
        var right = Training.held(all);
        var random = new Random(8);
        return all.stream().map(one -> right.contains(one) ? one : new Example(one.text(), all.get(random.nextInt(many)).label(), one.group())).toList();
    }

    /** Invented confirmed cases on four services. */
    private static List<Example> cases(int many) {
        var labels = List.of("lamp", "wages", "enrol", "parking");
        var sayings = List.of(List.of("路灯不亮", "路灯坏了没人修", "晚上没有路灯一片漆黑", "the street lamp is broken"), List.of("公司拖欠工资", "老板不发工资", "加班没有加班费", "my employer did not pay wages"),
                List.of("孩子入学学位不够", "转学材料怎么交", "学区划分不清楚", "no place at the primary school"), List.of("小区停车位太少", "门口违停严重", "停车收费太高", "parking fee is too high"));
        var places = List.of("榴花街", "石桥路", "松林巷", "云溪苑", "和平里", "南门", "学府路", "江边");
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        IntStream.range(0, many).forEach(i -> {
            var said = sayings.get(i % 4);
            var text = said.get(random.nextInt(4)) + "，位于" + places.get(random.nextInt(8)) + "，" + said.get(random.nextInt(4)) + "，请尽快处理";
            examples.add(new Example(text, labels.get(i % 4), i));
        });
        return examples;
    }
}

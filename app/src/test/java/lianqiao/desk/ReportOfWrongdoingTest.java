package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianqiao.access.AccessTable;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Figures;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Delegation;
import lianqiao.offices.Duty;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.transparency.PublicLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/**
 * A resident reports a district government. A word that stands nowhere else is in everything that is written, and it is
 * looked for, together with the number of the case, wherever anybody of the district or for it could come across it.
 */
class ReportOfWrongdoingTest {
    private static final String CANARY = "银喉长尾雀鹟" + ProcessHandle.current().pid();
    private static final String PHONE = "13755501927";
    private static final OfficeCode ACCUSED = new OfficeCode("tinglu");
    private static final OfficeCode INSPECTION = new OfficeCode("inspection");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/desk[^\"#]*)");
    private static final int MOST_PAGES = 120;
    /** Everybody who belongs to the accused office or below it, works for somebody there, or is named: login, office, duty. */
    private static final List<List<String>> INSIDE = List.of(List.of("r.head", "tinglu", "HEAD"), List.of("r.officer", "tinglu", "OFFICER"), List.of("r.leader", "tinglu", "LEADER"),
            List.of("r.dispatcher", "tinglu", "DISPATCHER"), List.of("r.operator", "tinglu", "OPERATOR"), List.of("r.supervisor", "tinglu", "SUPERVISOR"),
            List.of("r.auditor", "tinglu", "AUDITOR"), List.of("r.admin", "tinglu", "ADMINISTRATOR"), List.of("r.below", "st-shiliuqiao", "HEAD"),
            List.of("r.cover", "inspection", "OFFICER"), List.of("r.covering", "tinglu", "OFFICER"), List.of("r.named", "inspection", "OFFICER"));

    private static TownDesk desk;
    private static CaseNumber report;
    private static Figures before;
    private static Figures after;
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @BeforeAll static void aReportIsMadeAndHandled() throws Exception {
        desk = new TownDesk();
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        for (var person : INSIDE) {
            desk.offices.put(new Officer(new OfficerId(person.get(0)), "雀科" + person.get(0), new OfficeCode(person.get(1)), Set.of(Duty.valueOf(person.get(2))), true)).orThrow();
        }
        covers("r.cover", "r.head");
        covers("r.covering", "inspection.officer");
        before = desk.cases.count(desk.now());
        report = reported();
        handled();
        after = desk.cases.count(before.at());
        desk.town.room(PublicLog.class).advance(desk.now());
        for (int turn = 0; turn < 200 && !as("dispatcher").get("/desk/messages").body().contains(report.text()); turn++) {
            desk.town.room(WriteNotices.class).run(desk.now());
            desk.town.room(SendNotices.class).run(desk.now());
        }
        for (int turn = 0; turn < 5_000 && !as("inspection.officer").get("/desk/find?q=" + coded(CANARY)).body().contains(report.text()); turn++) Thread.onSpinWait();
    }

    @AfterAll static void stopListening() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
    }

    private static void covers(String by, String officer) {
        desk.offices.put(new Delegation(new OfficerId(officer), new OfficerId(by), desk.now().minus(Duration.ofDays(1)), desk.now().plus(Duration.ofDays(1)))).orThrow();
    }

    /** Nineteen days ago, so that it is overdue and raised by now; the reporter is told by mail. */
    private static CaseNumber reported() {
        var then = desk.now().minus(Duration.ofDays(19));
        var resident = desk.town.room(Residents.class).contactable(Contact.read(PHONE).orElseThrow(), Language.ZH, then);
        return desk.cases.receive(new NewCase(Kind.REPORT, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), CANARY + "三楼", null, CANARY + "收红包",
                "听橹区有人收红包，" + CANARY + "可以作证，还有雀科r.named。", Language.ZH, false, ACCUSED, "web", resident, null, List.of()), By.resident(), then).orThrow().number();
    }

    private static void handled() {
        var acts = new LinkedHashMap<Act, By>();
        var officer = desk.by(Role.OFFICER, "inspection.officer");
        acts.put(new Act.Assign(INSPECTION, List.of(), CANARY), desk.by(Role.DISPATCHER, "dispatcher"));
        acts.put(new Act.Accept(), officer);
        acts.put(new Act.AskBack(CANARY + "在哪里？"), officer);
        acts.put(new Act.Supplement(CANARY + "在三楼。", List.of()), By.resident());
        acts.put(new Act.Note(CANARY), officer);
        acts.put(new Act.GiveTask(INSPECTION, CANARY), officer);
        acts.put(new Act.Report(CANARY + "已在核查。", List.of()), officer);
        acts.put(new Act.Escalate(Act.Level.LEADER, CANARY), By.resident());
        acts.forEach((act, by) -> desk.cases.act(report, act, by, desk.now().minus(Duration.ofMinutes(5))).orThrow());
        desk.cases.runClocks(desk.now(), 1_000);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertSilent(String place, String content) {
        var decoded = content + URLDecoder.decode(content.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
        assertFalse(decoded.contains(CANARY.substring(0, 6)), () -> place + " tells what was reported:\n" + content);
        assertFalse(decoded.contains(report.text()) || decoded.contains(report.text().replace("-", "")), () -> place + " tells that something was reported:\n" + content);
    }

    /** An officer with a session and a connection. */
    private record At(Wire wire, String cookie) {
        Wire.Answer get(String path) throws IOException {
            return wire.send("GET", path, cookie, null);
        }

        Wire.Answer post(String path, String fields) throws IOException {
            var page = get("/desk").status() == 200 ? get("/desk") : get("/desk/admin");
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
            assertTrue(token.find());
            return wire.send("POST", path, cookie, "_csrf=" + coded(token.group(1)) + "&" + fields);
        }
    }

    private static At as(String login) throws IOException {
        return new At(Wire.from("127.0.0.1", desk.town.address()), MatrixTown.enter(desk, login, true));
    }

    // ---- who may see it does

    @Test void thoseOutsideWhoHandleItSeeIt() throws Exception {
        for (var login : List.of("inspection.officer", "inspection.head", "dispatcher", "leader", "supervisor", "auditor")) {
            assertTrue(as(login).get("/desk/cases/" + report).body().contains(CANARY), login);
            assertTrue(as(login).get("/desk/find?q=" + coded(CANARY)).body().contains(report.text()), login);
        }
        assertTrue(as("inspection.officer").get("/desk").body().contains(report.text()));
        assertTrue(as("leader").get("/desk?view=raised").body().contains(report.text()));
        assertTrue(as("dispatcher").get("/desk/messages").body().contains(report.text()), "the reporter left only a phone number, so somebody has to call");
        assertTrue(as("auditor").get("/desk/audit").body().contains(report.text()), "that it was read stands on the trail");
        assertTrue(as("auditor").get("/desk/audit/export").body().contains(report.text()));
    }

    // ---- the accused do not

    @TestFactory Stream<DynamicTest> noPageOfTheDeskTellsAnybodyInside() {
        return INSIDE.stream().map(person -> DynamicTest.dynamicTest(person.getFirst() + ", " + person.get(2) + " of " + person.get(1), () -> {
            var reader = as(person.getFirst());
            var seen = new TreeSet<String>();
            var open = new ArrayDeque<>(entrances());
            while (!open.isEmpty() && seen.size() < MOST_PAGES) {
                var path = open.poll();
                if (!seen.add(path)) continue;
                var page = reader.get(path);
                var place = person.getFirst() + " at " + path;
                assertSilent(place, page.body().replace(coded(CANARY), "").replace(CANARY, path.contains(coded(CANARY)) ? "" : CANARY).replace(report.text(), path.contains(report.text()) ? "" : report.text()) + page.location().replace(report.text(), ""));
                LINK.matcher(page.body()).results().map(link -> link.group(1).replace("&amp;", "&")).filter(link -> !seen.contains(link)).forEach(open::add);
            }
            assertTrue(seen.size() > 15, () -> "hardly a page was looked at: " + seen);
            asksForIt(reader, person.getFirst());
        }));
    }

    /** Every address of the table that needs no case, and the lists with what could lead to it. */
    private static Set<String> entrances() {
        var paths = new HashSet<>(AccessTable.load().rows().stream().filter(row -> row.method().equals("GET") && row.route().startsWith("/desk") && !row.route().contains("{")
                && !row.route().equals("/desk/second-factor")).map(AccessTable.Row::route).toList());
        for (var view : List.of("raised", "dispatch", "mine", "waiting", "all")) paths.add("/desk?view=" + view + "&kind=REPORT");
        for (var query : List.of("kind=REPORT", "overdue=yes", "area=shiliuqiao", "service=lamp", "view=all&state=HANDLING", "view=all&overdue=yes")) paths.add("/desk?" + query);
        for (var words : List.of(CANARY, "收红包", "雀科r.named", report.text(), "作证 " + CANARY)) paths.add("/desk/find?q=" + coded(words));
        return paths;
    }

    private static void asksForIt(At reader, String login) throws IOException {
        assertEquals(404, reader.get("/desk/cases/" + report).status(), login);
        for (var act : ActForms.all()) assertEquals(404, reader.get("/desk/cases/" + report + "/" + act.slug()).status(), login + " " + act.slug());
        assertEquals(404, reader.post("/desk/cases/" + report + "/contact", "purpose=" + coded("看看是谁")).status(), login);
        assertEquals(404, reader.post("/desk/cases/" + report + "/note", "text=x&step=do").status(), login);
        for (var path : List.of("/desk/bulk", "/desk/bulk/send")) assertSilent(login + " " + path, reader.post(path, "case=" + report + "&lead-" + report + "=tinglu").body().replace("lead-" + report, ""));
        var look = reader.post("/desk/operator", "step=look&contact=" + PHONE + "&title=" + coded("收红包") + "&body=" + coded("听橹区有人收红包"));
        assertSilent(login + " looks for earlier cases of the caller", look.body());
        assertEquals(404, reader.post("/desk/messages", "number=" + report + "&entry=1&step=called").status(), login);
    }

    @Test void nothingPublicTellsOfIt() throws Exception {
        var table = AccessTable.load();
        var paths = new TreeSet<>(table.rows().stream().filter(row -> row.method().equals("GET") && !row.route().startsWith("/desk") && !row.route().contains("{") && !row.route().contains("*"))
                .map(AccessTable.Row::route).filter(route -> !route.startsWith("/log")).toList());
        paths.addAll(List.of("/office/tinglu", "/office/inspection", "/area/shiliuqiao", "/service/lamp", "/feed/all.atom", "/feed/office/inspection.atom", "/feed/office/tinglu.rss",
                "/feed/area/shiliuqiao.atom", "/feed/service/lamp.rss", "/cases?show=open&office=inspection", "/overdue", "/overdue?view=reopened", "/search?q=" + coded("收红包"), "/ask/similar?text=" + coded("听橹区有人收红包")));
        for (var prefix : List.of("", "/en")) for (var path : paths) {
            var page = desk.town.get(path.equals("/") && !prefix.isEmpty() ? prefix : path.startsWith("/open-data") || path.startsWith("/sitemap") || path.equals("/robots.txt") ? path : prefix + path);
            assertSilent(path, page.body());
        }
        for (var path : List.of("/case/", "/case/%s/clock".formatted(report))) assertEquals(404, desk.town.get(path.equals("/case/") ? path + report : path).statusCode());
        assertFalse(desk.town.get("/search?q=" + coded(CANARY)).body().contains(report.text()));
        assertEquals(404, desk.town.get("/subscribe?topic=case:" + report).statusCode());
    }

    @Test void noFigureMoves() {
        assertEquals(before.all(), after.all());
        assertEquals(before.offices(), after.offices());
    }

    @Test void theLogOfTheServerNamesNeitherTheCaseNorItsWordsNorThePhone() {
        for (var event : List.copyOf(LOG.list)) {
            assertSilent("the log of the server", event.getFormattedMessage() + event.getThrowableProxy());
            assertFalse(event.getFormattedMessage().contains(PHONE));
        }
    }

    @Test void thePublicLogKeepsTheOfficeTheKindAndTheWordsToItself() throws Exception {
        var size = Long.parseLong(desk.town.get("/log/checkpoint").body().lines().skip(1).findFirst().orElseThrow());
        int found = 0;
        for (long bundle = 0; bundle * 256 < size; bundle++) {
            var path = "/log/tile/entries/" + "%03d".formatted(bundle) + (size - bundle * 256 < 256 ? ".p/" + (size - bundle * 256) : "");
            var text = new String(desk.town.bytes(path).body(), StandardCharsets.UTF_8);
            assertFalse(text.contains(CANARY.substring(0, 6)), path);
            for (var leaf : text.split("(?=\\{\"by\")")) {
                if (!leaf.contains(report.text())) continue;
                found++;
                for (var word : List.of("tinglu", "inspection", "REPORT", "shiliuqiao", "lamp")) assertFalse(leaf.contains(word), () -> word + " in " + leaf);
            }
        }
        assertTrue(found > 3, "the case has its leaves, or this proves nothing");
    }

    @Test void noLetterNamesIt() throws Exception {
        var folder = Path.of("target", "data-running-town-" + ProcessHandle.current().pid(), "mail");
        if (!Files.isDirectory(folder)) return;
        try (var letters = Files.newDirectoryStream(folder, "*.eml")) {
            for (var letter : letters) assertFalse(Files.readString(letter).contains(report.text()), letter + " was written though the reporter left only a phone number");
        }
    }

    // ---- nobody inside can be given it

    @Test void itCannotBeGivenToTheAccusedNorToWhomItNames() {
        var dispatcher = desk.by(Role.DISPATCHER, "dispatcher");
        var second = desk.asks(Kind.REPORT, CANARY + "第二件", ACCUSED);
        for (var office : List.of(ACCUSED, new OfficeCode("st-shiliuqiao"))) {
            assertRefused("concerned-office", desk.cases.act(second, new Act.Assign(office, List.of(), ""), dispatcher, desk.now()));
            assertRefused("concerned-office", desk.cases.act(second, new Act.Assign(INSPECTION, List.of(office), ""), dispatcher, desk.now()));
            assertRefused("concerned-office", desk.cases.act(report, new Act.GiveTask(office, "看一看"), desk.by(Role.OFFICER, "inspection.officer"), desk.now()));
        }
        assertRefused("stands-aside", desk.cases.act(report, new Act.Note("我来办"), desk.by(Role.OFFICER, "r.named"), desk.now()));
        var other = desk.asks(Kind.REPORT, CANARY + "第三件", new OfficeCode("health"));
        assertRefused("join-not-open", desk.cases.act(second, new Act.Join(other), dispatcher, desk.now()));
    }

    @Test void whoeverIsNamedLaterStandsAsideFromThenOn() throws Exception {
        var number = desk.asks(Kind.REPORT, CANARY + "第四件", null);
        desk.does(number, new Act.Assign(INSPECTION, List.of(), ""), Role.DISPATCHER, "dispatcher").orThrow();
        assertEquals(200, as("inspection.head").get("/desk/cases/" + number).status());
        desk.cases.act(number, new Act.Supplement("还有阚问渠也在场。", List.of()), By.resident(), desk.now()).orThrow();
        assertEquals(404, as("inspection.head").get("/desk/cases/" + number).status());
        assertFalse(as("inspection.head").get("/desk").body().contains(number.text()));
        assertEquals(200, as("inspection.officer").get("/desk/cases/" + number).status());
    }

    @Test void aReportAboutEverybodyIsNotTakenButSentToThePlaceAbove() {
        var asked = new NewCase(Kind.REPORT, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "", null, "举报市政府", "全市都归它管，谁来查呢？", Language.ZH, false,
                new OfficeCode("wuqiao"), "web", null, null, List.of());
        assertRefused("nobody-outside", desk.cases.receive(asked, By.resident(), desk.now()));
    }

    private static void assertRefused(String why, Outcome<?> outcome) {
        assertEquals("cases.refused." + why, assertInstanceOf(Outcome.Refused.class, outcome).why());
    }
}

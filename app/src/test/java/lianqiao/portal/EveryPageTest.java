package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.State;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.town.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every public page answers in both languages with valid HTML, holds no key instead of words and sets no cookie. */
class EveryPageTest {
    private static final OfficeCode URBAN = new OfficeCode("urban");
    private static final By DISPATCHER = By.officer(By.Role.DISPATCHER, new OfficeCode("hotline"), new OfficerId("dispatcher"));
    private static final By OFFICER = By.officer(By.Role.OFFICER, URBAN, new OfficerId("urban1"));

    private static Visitor visitor;
    private static Cases cases;
    private static Cases.Received answered;
    private static CaseNumber confirmed;
    private static CaseNumber overdue;

    @BeforeAll static void casesInEveryState() {
        visitor = new Visitor();
        cases = visitor.town.room(Cases.class);
        var start = Instant.now().minus(40, ChronoUnit.DAYS);
        overdue = filed("广场的灯一直没修 & <b>不是粗体</b>", start).number();
        answered = filed("Lamp out near the school", start.plusSeconds(60));
        work(answered.number(), start.plusSeconds(3600));
        var solved = filed("路灯忽明忽暗", start.plusSeconds(120));
        work(solved.number(), start.plusSeconds(3600));
        act(solved.number(), new Act.Verdict(Act.Solved.SOLVED, 5, 4, "亮了，谢谢师傅"), By.resident(), start.plusSeconds(8000));
        var entries = cases.publicly(solved.number(), start.plusSeconds(9000)).orElseThrow().last("VerdictSolved").orElseThrow().number();
        act(solved.number(), new Act.CloseConfirmed(entries), DISPATCHER, start.plusSeconds(9000));
        confirmed = solved.number();
    }

    private static Cases.Received filed(String title, Instant at) {
        return cases.receive(new NewCase(Kind.HELP, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "橹声巷", null, title, "很黑，\n看不清路。",
                Language.of(title), false, null, "web", null, null, List.of()), By.resident(), at).orThrow();
    }

    private static void work(CaseNumber number, Instant at) {
        act(number, new Act.Assign(URBAN, List.of(), ""), DISPATCHER, at);
        act(number, new Act.SendBack(visitor.town.room(lianqiao.offices.Offices.class).sendBackReasons().getFirst().code(), "不归我们管"), OFFICER, at.plusSeconds(60));
        act(number, new Act.AssignFinally(URBAN, List.of(new OfficeCode("hotline")), "目录写明由城管负责"), DISPATCHER, at.plusSeconds(120));
        act(number, new Act.Accept(), OFFICER, at.plusSeconds(180));
        act(number, new Act.Answer("灯已经修好，请看一看。", List.of()), OFFICER, at.plusSeconds(240));
    }

    private static void act(CaseNumber number, Act act, By by, Instant at) {
        cases.act(number, act, by, at).orThrow();
    }

    @TestFactory Stream<DynamicTest> everyPageIsCompleteInBothLanguages() {
        return Stream.of("/", "/ask", "/ask?service=lamp&area=shiliuqiao&join=" + answered.number(), "/follow", "/case/" + answered.number(), "/case/" + confirmed,
                "/case/" + overdue, "/case/" + overdue + "/rights", "/case/" + overdue + "/clock", "/case/" + confirmed + "/clock", "/search", "/search?q=lamp", "/search?q=%E8%B7%AF%E7%81%AF&state=CLOSED&order=newest",
                "/search?q=xyzzyxyzzy", "/cases", "/cases?show=confirmed", "/cases?show=overdue&office=urban", "/cases?show=reopened", "/overdue", "/overdue?view=book",
                "/overdue?view=unsolved", "/overdue?view=reopened", "/offices", "/office/urban", "/office/hotline", "/figures", "/services", "/service/lamp", "/service/manhole",
                "/areas", "/area/tinglu", "/hot", "/hot?page=2", "/area/wuqiao", "/how", "/log", "/log/verify", "/privacy", "/security", "/moderation", "/leaders", "/suggestions", "/folds", "/surges", "/accessibility", "/subscribe", "/subscribe?topic=area:tinglu", "/ask/similar?text=lamp").map(path -> DynamicTest.dynamicTest(path, () -> {
                    for (var prefix : List.of("", "/en", "/large", "/en/large")) complete(prefix, path);
                }));
    }

    private static void complete(String prefix, String path) throws Exception {
        var address = path.equals("/") && !prefix.isEmpty() ? prefix : prefix + path;
        var page = visitor.town.get(address);
        assertEquals(200, page.statusCode(), address + page.body());
        assertTrue(page.headers().firstValue("Set-Cookie").isEmpty(), address);
        assertFalse(page.body().matches("(?s).*>[^<]*\\b(portal|cases|web|offices)\\.[a-z]+[.-][a-zA-Z.-]+[^<]*<.*"), () -> address + " shows a key");
        if (!prefix.contains("large")) Browser.assertValidHtml(page.body());
    }

    @Test void whatIsNotThereIsSaidInWords() throws Exception {
        for (var path : List.of("/case/20260101-000001-8", "/case/nonsense", "/case/20260101-000001-8/clock", "/office/nobody", "/office/..%2F", "/service/none", "/area/none",
                "/cases?show=everything", "/cases?office=nobody", "/overdue?view=x", "/photo/x.jpg", "/log/receipt/20260101-000001-8/1", "/log/receipt/nonsense/1", "/log/receipt/20260101-000001-8/x", "/log/tile/0/900", "/photo/00000000-0000-0000-0000-000000000000.jpg", "/feed/none.atom", "/feed/office/none.atom")) {
            var status = visitor.town.get(path).statusCode();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
    }

    @Test void aNumberTypedIntoTheSearchLeadsToItsCase() throws Exception {
        var compact = answered.number().text().replace("-", "");
        var typed = visitor.town.get("/case/" + compact);
        assertEquals(303, typed.statusCode());
        assertEquals("/case/" + answered.number(), typed.headers().firstValue("Location").orElse(""));
    }

    @Test void theThreeThingsLookDifferent() throws Exception {
        var lists = visitor.town.get("/office/urban").body();
        assertTrue(lists.contains("chip-answered") && lists.contains("chip-confirmed"), lists);
        assertTrue(visitor.town.get("/case/" + overdue).body().contains("chip-late"));
        assertTrue(visitor.town.get("/case/" + overdue).body().contains("&lt;b>不是粗体") || visitor.town.get("/case/" + overdue).body().contains("&lt;b&gt;"));
    }

    @Test void theResidentSaysNotSolvedAndItIsTakenUpAgain() throws Exception {
        var mine = filed("楼道里的灯", Instant.now().minus(5, ChronoUnit.DAYS));
        work(mine.number(), Instant.now().minus(4, ChronoUnit.DAYS));
        var login = Map.of("number", mine.number().text(), "code", mine.code().grouped());
        var own = visitor.send("/follow", login);
        assertTrue(own.body().contains("解决了吗"), own.body());
        Browser.assertValidHtml(own.body());
        var nothing = visitor.send("/follow/verdict", fields(own.body(), login, "attitude", "5"));
        assertEquals(422, nothing.statusCode());
        var said = visitor.send("/follow/verdict", fields(own.body(), login, "solved", "NOT", "words", "还是不亮", "attitude", "2", "speed", "9"));
        assertTrue(said.statusCode() == 200 && said.body().contains("居民说：没有解决") && said.body().contains("还是不亮"), said.body());
        var again = visitor.send("/en/follow/reopen", fields(said.body(), login, "reopen", "It is still dark."));
        assertEquals(200, again.statusCode(), again.body());
        assertEquals(State.HANDLING, cases.publicly(mine.number(), Instant.now()).orElseThrow().state());
        var raised = visitor.send("/en/follow/escalate", fields(again.body(), login, "escalate", "Nobody listens."));
        assertTrue(raised.statusCode() == 200 && raised.body().contains("Raised to the head of the office"), raised.body());
    }

    private static Map<String, String> fields(String page, Map<String, String> login, String... more) {
        var fields = new java.util.HashMap<>(login);
        fields.put("form-token", Visitor.first("name=\"form-token\" value=\"([^\"]+)\"", page));
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return fields;
    }

    @Test void whoHasTheFeedIsNotSentItAgain() throws Exception {
        for (var feed : List.of("/feed/all.atom", "/en/feed/all.rss", "/feed/office/urban.atom", "/feed/service/lamp.atom", "/feed/area/tinglu.rss", "/sitemap.xml", "/sitemap/pages.xml", "/robots.txt")) {
            var first = visitor.town.get(feed);
            assertEquals(200, first.statusCode(), feed + first.body());
            var again = visitor.town.get(feed, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
            assertEquals(304, again.statusCode(), feed);
        }
        var atom = visitor.town.get("/en/feed/office/urban.atom").body();
        assertTrue(atom.contains("Lamp out near the school") && atom.contains("/en/case/" + answered.number()), atom);
    }

    @Test void aCasePageIsSmallOverTheWire() throws Exception {
        var page = visitor.town.get("/case/" + answered.number());
        var gzip = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.GZIPOutputStream(gzip)) {
            zip.write(page.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertTrue(gzip.size() < 12_000, "page " + gzip.size());
        assertFalse(page.body().contains("<script"), "a case page needs no script");
    }
}

package lianqiao.portal;

import static lianqiao.portal.Visitor.first;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianqiao.app.Opened;
import lianqiao.authenticity.Alarm;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.offices.DirectoryFiles;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.RunningTown;
import lianqiao.town.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Through the front door of a town from which much was sent within the hour, so that a network takes the check or has to
 * wait. A proxy stands in front, so that many networks can be tried.
 */
class FloodStoryTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Opened town;
    private static java.nio.file.Path folder;

    @BeforeAll static void open() {
        folder = TestFolders.fresh("flooded-town-" + ProcessHandle.current().pid());
        town = Opened.start(folder, Map.of("LIANQIAO_BEHIND_PROXY", "true", "LIANQIAO_LIMITS", "100"));
        town.room(DirectoryFiles.class).takeIn(RunningTown.files());
    }

    @AfterAll static void close() {
        town.close();
        TestFolders.erase(folder);
    }

    /** As if so many had been sent from there just now. */
    private static void sent(String from, int many) {
        for (int i = 0; i < many; i++) town.room(Limits.class).count(Limit.NEW_CASE_PER_PREFIX, from, Instant.now());
    }

    private static HttpResponse<String> post(String path, String from, Map<String, String> fields) throws Exception {
        var body = fields.entrySet().stream().map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return CLIENT.send(HttpRequest.newBuilder(URI.create(town.address() + path)).header("X-Forwarded-For", from)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> lamp(String step) throws Exception {
        var page = CLIENT.send(HttpRequest.newBuilder(URI.create(town.address() + "/ask")).build(), HttpResponse.BodyHandlers.ofString()).body();
        var fields = new HashMap<>(Visitor.lamp());
        fields.put("form-token", first("name=\"form-token\" value=\"([^\"]+)\"", page));
        fields.put("step", step);
        return fields;
    }

    private static void solve(String page, Map<String, String> fields) throws Exception {
        var id = first("data-id=\"([^\"]+)\"", page);
        var target = first("data-target=\"([^\"]+)\"", page);
        var sha = MessageDigest.getInstance("SHA-256");
        var number = IntStream.range(0, 100_000).filter(n -> Base64.getUrlEncoder().withoutPadding()
                .encodeToString(sha.digest((id + "." + n).getBytes(StandardCharsets.US_ASCII))).equals(target)).findFirst().orElseThrow();
        fields.put("check", first("name=\"check\" value=\"([^\"]+)\"", page));
        fields.put("check-number", "" + number);
    }

    @Test void theEleventhTakesTheCheckAndItIsGoodForOneFormOnly() throws Exception {
        var from = "198.51.100.7";
        sent(from, 9);
        assertEquals(201, post("/ask", from, lamp("send")).statusCode());
        var second = lamp("send");
        var asked = post("/ask", from, second);
        assertEquals(422, asked.statusCode());
        assertTrue(asked.body().contains("柳枝巷 14 号") && asked.body().contains("热线 12345"), "what was typed is there, and the way by phone: " + asked.body());
        Browser.assertValidHtml(asked.body());
        solve(asked.body(), second);
        var third = lamp("send");
        third.put("check", second.get("check"));
        third.put("check-number", second.get("check-number"));
        assertEquals(422, post("/ask", from, third).statusCode(), "the check of one form is nothing to another");
        var receipt = Visitor.receipt(post("/ask", from, second));
        assertEquals(receipt.number(), Visitor.receipt(post("/ask", from, second)).number(), "two presses of the button are one case");
    }

    @Test void overTheLimitTheWholeFormIsKeptAndItSaysWhenAndWhereElse() throws Exception {
        var from = "198.51.102.7";
        sent(from, 100);
        for (var step : new String[] {"send", "preview"}) {
            var fields = lamp(step);
            var answer = post("/ask", from, fields);
            assertEquals(step.equals("send") ? 429 : 200, answer.statusCode());
            assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 3_000);
            for (var typed : Visitor.lamp().values()) assertTrue(answer.body().contains(typed.strip()), typed);
            assertTrue(answer.body().contains("请打热线 12345"), answer.body());
            Browser.assertValidHtml(answer.body());
        }
        assertEquals(201, post("/ask", "198.51.103.7", lamp("send")).statusCode(), "the neighbour is not touched");
    }

    @Test void newsAndNoticesOfTheirRightsTakeTheCheckToo() throws Exception {
        var from = "198.51.104.7";
        for (int i = 0; i < 10; i++) town.room(Limits.class).count(Limit.SUBSCRIPTION_PER_PREFIX, from, Instant.now());
        var fields = new HashMap<>(Map.of("topic", "all", "contact", "reader@example.org", "form-token", lamp("").get("form-token")));
        var asked = post("/en/subscribe", from, fields);
        assertEquals(422, asked.statusCode());
        assertTrue(asked.body().contains("reader@example.org"), asked.body());
        Browser.assertValidHtml(asked.body());
        solve(asked.body(), fields);
        assertEquals(200, post("/en/subscribe", from, fields).statusCode());
        assertEquals(422, post("/en/subscribe", from, fields).statusCode(), "once");
    }

    @Test void codesForSigningInTakeTheCheckAndThenAWhile() throws Exception {
        var from = "198.51.105.7";
        for (int i = 0; i < 5; i++) town.room(Limits.class).count(Limit.SIGN_IN_CODE_PER_PREFIX, from, Instant.now());
        var fields = new HashMap<>(Map.of("contact", "reader@example.org", "form-token", lamp("").get("form-token")));
        var asked = post("/en/me/sign-in", from, fields);
        assertEquals(422, asked.statusCode());
        assertTrue(asked.body().contains("reader@example.org") && asked.body().contains("data-check"), asked.body());
        Browser.assertValidHtml(asked.body());
        solve(asked.body(), fields);
        assertEquals(303, post("/en/me/sign-in", from, fields).statusCode());
        assertEquals(422, post("/en/me/sign-in", from, fields).statusCode(), "once");
        for (int i = 0; i < 14; i++) town.room(Limits.class).count(Limit.SIGN_IN_CODE_PER_PREFIX, from, Instant.now());
        var closed = post("/en/me/sign-in", from, fields);
        assertEquals(429, closed.statusCode());
        assertTrue(Integer.parseInt(closed.headers().firstValue("Retry-After").orElseThrow()) > 3_000 && closed.body().contains("reader@example.org"), closed.body());
    }

    @Test void whatCostsOnlyTheAskingIsCountedAtTheTurnstile() throws Exception {
        var from = "198.51.106.7";
        for (int i = 0; i < 20; i++) town.room(Limits.class).count(Limit.EXPORT_PER_PREFIX, from, Instant.now());
        var file = HttpRequest.newBuilder(URI.create(town.address() + "/open-data/cases.csv"));
        var closed = CLIENT.send(file.copy().header("X-Forwarded-For", from).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(429, closed.statusCode());
        assertTrue(Integer.parseInt(closed.headers().firstValue("Retry-After").orElseThrow()) > 3_000 && closed.body().contains("短时间里次数太多了"), closed.body());
        Browser.assertValidHtml(closed.body());
        assertEquals(200, CLIENT.send(file.copy().header("X-Forwarded-For", "198.51.107.7").build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        for (int i = 0; i < 120; i++) town.room(Limits.class).count(Limit.SIGN_IN_TRY_PER_PREFIX, from, Instant.now());
        assertEquals(429, post("/me/sign-in/passkey", from, Map.of("form-token", lamp("").get("form-token"))).statusCode());
    }

    @Test void whatAStrangerWritesInFrontOfTheProxysWordIsIgnored() throws Exception {
        sent("203.0.113.1", 10);
        assertEquals(201, post("/ask", "203.0.114.1", lamp("send")).statusCode());
        assertEquals(422, post("/ask", "1.2.3.4, 203.0.113.9", lamp("send")).statusCode(), "only the last address was written by the proxy");
        assertEquals(422, post("/ask", "10.9.8.7, 203.0.113.9", lamp("send")).statusCode());
    }

    @Test void withoutAProxyTheHeaderMeansNothing() throws Exception {
        var plain = RunningTown.open();
        var wrong = "number=20260101-000001-8&code=AAAAA-AAAAA";
        for (int i = 0; i <= 20; i++) {
            var sent = CLIENT.send(HttpRequest.newBuilder(URI.create(plain.address() + "/follow")).header("X-Forwarded-For", "192.0." + i + ".1")
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(wrong)).build(), HttpResponse.BodyHandlers.ofString());
            if (i == 20) assertEquals(429, sent.statusCode());
        }
        plain.room(Limits.class).forget(Limit.WRONG_CODE_PER_PREFIX, "127.0.0.1", Instant.now());
    }

    @Test void whileTheAlarmLastsEverybodyIsAskedAndToldSinceWhen() throws Exception {
        var alarm = town.room(Alarm.class);
        alarm.call("admin", Instant.now());
        try {
            var first = lamp("send");
            var asked = post("/ask", "192.0.2.1", first);
            assertEquals(422, asked.statusCode());
            assertTrue(asked.body().contains("比平时多得多"), asked.body());
            solve(asked.body(), first);
            assertEquals(201, post("/ask", "192.0.2.1", first).statusCode());
            var page = CLIENT.send(HttpRequest.newBuilder(URI.create(town.address() + "/en/ask")).build(), HttpResponse.BodyHandlers.ofString()).body();
            assertTrue(page.contains("far more has been arriving"), "said before anybody begins to write");
        } finally {
            alarm.callOff("admin", Instant.now());
        }
        assertEquals(201, post("/ask", "192.0.77.1", lamp("send")).statusCode());
    }

    private static Page reader(Browser browser, Eyes eyes, String from) {
        var page = browser.open(eyes);
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", from));
        return page;
    }

    private static void write(Page page, String prefix) {
        page.navigate(town.address() + prefix + "/ask");
        page.fill("#title", "柳枝巷的路灯十天没亮了");
        page.fill("#body", "巷子很黑。");
        page.check("input[name=kind][value=COMPLAINT]");
        page.check("input[name=open][value=public]");
        page.check("input[name=no-contact]");
        page.selectOption("select[name=area]", "shiliuqiao");
        if (page.locator("select[name=service]").count() > 0) page.selectOption("select[name=service]", "lamp");
        else page.check("input[name=service][value=lamp]");
        page.locator("button[value=preview]").click();
    }

    @Test void theJourneyIsCompleteWithAndWithoutScripts() throws Exception {
        sent("198.18.1.1", 10);
        sent("198.18.2.1", 10);
        try (var browser = Browser.start()) {
            var plain = reader(browser, Eyes.PHONE.withoutScripts(), "198.18.1.1");
            write(plain, "/en");
            var asked = Instant.now();
            assertTrue(plain.locator("[data-check-says]").innerText().contains("Please wait"), plain.content());
            Browser.picture(plain, "check-without-scripts");
            plain.locator("button[value=send]").click();
            assertTrue(plain.locator(".notice-warning").innerText().contains("A little too early"), plain.content());
            assertTrue(plain.locator(".preview").innerText().contains("柳枝巷"), "what was typed is kept");
            withScripts(browser);
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), asked.plusSeconds(31)).toMillis()));   // the wait itself is what is shown
            plain.locator("button[value=send]").click();
            assertTrue(plain.locator("#receipt-number").isVisible(), plain.content());
        }
    }

    private static void withScripts(Browser browser) {
        for (var eyes : new Eyes[] {Eyes.PHONE, Eyes.DESKTOP.inTheDark()}) {
            var page = reader(browser, eyes, "198.18.2.1");
            var errors = new java.util.ArrayList<String>();
            page.onConsoleMessage(m -> { if (m.type().equals("error") && !m.text().contains("status of 4")) errors.add(m.text()); });
            write(page, eyes == Eyes.PHONE ? "" : "/en");
            Browser.assertNoAxeViolations(page);
            Browser.assertNoSidewaysScroll(page);
            Browser.picture(page, "check-" + eyes.width());
            var send = page.locator("button[value=send]");
            send.focus();
            Response sent = page.waitForResponse(r -> r.url().endsWith("/ask") && r.request().method().equals("POST"), () -> page.keyboard().press("Enter"));
            assertEquals(201, sent.status(), "sent by the keyboard, at the latest when the check is done");
            assertFalse(page.locator("#receipt-number").innerText().isEmpty());
            assertEquals("[]", errors.toString(), "the content policy has nothing to complain of");
        }
    }
}

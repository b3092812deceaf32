package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.RunningTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public pages in a real browser: accessible, no wider than the window, small on the wire, and complete without scripts. */
class PagesInABrowserTest {
    private static final RunningTown TOWN = RunningTown.open();
    private static final List<String> PAGES = List.of("/", "/ask", "/ask?kind=REPORT", "/follow", "/search", "/cases", "/overdue", "/offices", "/office/urban", "/figures",
            "/services", "/service/manhole", "/areas", "/area/tinglu", "/how", "/hot", "/leaders", "/suggestions", "/privacy", "/moderation", "/security", "/accessibility", "/folds", "/surges", "/log", "/log/verify", "/subscribe?topic=office:urban", "/subscribe/end/abc", "/case/20260101-000001-8");
    private static Browser browser;

    @BeforeAll static void open() {
        browser = Browser.start();
    }

    @AfterAll static void close() {
        browser.close();
    }

    @Test void everyPageIsFitForReadersOnThePhone() {
        look(new Eyes(320, true, false), "");
    }

    @Test void everyPageIsFitForReadersAtADeskInTheDark() {
        look(new Eyes(1280, true, true), "/en");
    }

    private static void look(Eyes eyes, String prefix) {
        var page = browser.open(eyes);
        for (var path : PAGES) {
            page.navigate(TOWN.address() + (path.equals("/") && !prefix.isEmpty() ? prefix : prefix + path));
            Browser.assertNoAxeViolations(page);
            Browser.assertNoSidewaysScroll(page);
        }
        Browser.leave(page);
    }

    @Test void aLampIsReportedAndFollowedWithoutScripts() {
        var page = browser.open(Eyes.PHONE.withoutScripts());
        report(page, "/en");
        assertTrue(page.locator("h1").innerText().contains("We have it"), page.content());
        page.locator("form[action$='/follow'] button").click();
        assertTrue(page.locator(".status").innerText().contains("Received"));
        page.locator("summary", new Page.LocatorOptions().setHasText("Add something")).click();
        page.fill("#supplement", "Two more lamps are out.");
        page.locator("form[action$='/supplement'] button").click();
        assertTrue(page.locator(".trail").innerText().contains("Two more lamps are out."));
        Browser.leave(page);
    }

    @Test void whatIsKeptAboutAResidentIsShownAndErased() {
        for (var prefix : List.of("", "/en")) {
            var page = browser.open(Eyes.PHONE);
            report(page, prefix);
            page.locator("form[action$='/follow'] button").click();
            page.locator("form[action$='/my-data'] button").click();
            Browser.assertNoAxeViolations(page);
            Browser.assertNoSidewaysScroll(page);
            Browser.picture(page, "my-data" + prefix.replace('/', '-'));
            page.locator("form[action$='/withdraw'] button").click();
            Browser.assertNoAxeViolations(page);
            assertTrue(page.locator("form[action$='/take-back'] button").isVisible());
            Browser.leave(page);
        }
    }

    @Test void aLampIsReportedWithScriptsAndEveryPageOnTheWayIsAccessible() {
        var page = browser.open(Eyes.PHONE);
        report(page, "");
        Browser.assertNoAxeViolations(page);
        Browser.assertNoSidewaysScroll(page);
        page.locator("form[action$='/follow'] button").click();
        Browser.assertNoAxeViolations(page);
        var number = page.locator(".meta .number").first().innerText();
        page.navigate(TOWN.address() + "/case/" + number);
        Browser.assertNoAxeViolations(page);
        page.navigate(TOWN.address() + "/case/" + number + "/clock");
        Browser.assertNoAxeViolations(page);
        Browser.assertNoSidewaysScroll(page);
        Browser.leave(page);
    }

    /** Fills in the form as far as the receipt. */
    private static void report(Page page, String prefix) {
        page.navigate(TOWN.address() + prefix + "/ask");
        page.fill("#title", "Lamp 7 in Willow Lane is out");
        page.fill("#body", "It has been dark for ten days. 𠮷");
        page.check("input[name=kind][value=COMPLAINT]");
        page.selectOption("#service", "lamp");
        page.selectOption("#area", "shiliuqiao");
        page.fill("#contact", "name@example.com");
        page.locator("button[value=preview]").click();
        assertTrue(page.content().contains("n***@example.com"));
        page.locator("button[value=send]").click();
    }

    @Test void theFirstLoadOfACasePageIsSmall() {
        var page = browser.open(Eyes.PHONE);
        report(page, "");
        var number = page.locator("#receipt-number").innerText();
        Browser.leave(page);
        var fresh = browser.open(Eyes.PHONE);
        long[] bytes = {0, 0};
        fresh.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes[0] += sizes.responseBodySize + sizes.responseHeadersSize;
            if (request.resourceType().equals("script")) bytes[1] += sizes.responseBodySize;
        });
        fresh.navigate(TOWN.address() + "/case/" + number);
        fresh.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertTrue(bytes[0] > 5_000 && bytes[0] <= 60_000, "first load " + bytes[0]);
        assertTrue(bytes[1] <= 20_000, "scripts " + bytes[1]);
        Browser.leave(fresh);
    }
}

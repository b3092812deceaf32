package lianqiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StyleGuideTest {
    private static BarePages pages;
    private static Browser browser;

    @BeforeAll static void open() {
        pages = BarePages.start();
        browser = Browser.start();
    }

    @AfterAll static void close() {
        browser.close();
        pages.close();
    }

    @Test void everyPartIsAccessibleInBothLanguagesLightDarkNarrowWideAndLarge() {
        look(Eyes.PHONE, "/look");
        look(Eyes.PHONE.inTheDark(), "/en/large/look");
        look(new Eyes(768, true, false), "/large/look");
        look(Eyes.DESKTOP.inTheDark(), "/en/look");
        look(Eyes.PHONE, "/privacy");
        look(Eyes.DESKTOP, "/en/accessibility");
        look(Eyes.PHONE, "/en/nothing-here");
    }

    private static void look(Eyes eyes, String path) {
        var page = browser.open(eyes);
        var errors = new ArrayList<String>();
        page.onConsoleMessage(said -> { if (said.type().equals("error") && !said.text().contains("404")) errors.add(said.text()); });
        page.navigate(pages.address() + path);
        Browser.picture(page, "look-" + eyes.width() + (eyes.dark() ? "-dark" : "") + path.replace('/', '-'));
        Browser.assertNoSidewaysScroll(page);
        Browser.assertNoAxeViolations(page);
        assertEquals(List.of(), errors, "the console stays empty: the policy blocks nothing of ours");
        Browser.leave(page);
    }

    @Test void everyPartIsValidHtml() throws Exception {
        Browser.assertValidHtml(pages.get("/look").body());
        Browser.assertValidHtml(pages.get("/en/look").body());
        Browser.assertValidHtml(pages.get("/en/nothing-here").body());
    }

    @Test void whatWasTypedComesBackAfterAClosedTabAndCanBePutAway() {
        var context = browser.open(Eyes.PHONE).context();
        var first = context.newPage();
        first.navigate(pages.address() + "/en/look?blank");
        first.fill("#text", "The lamp at 𠮷 lane is dark 🌉");
        first.waitForFunction("() => localStorage.getItem('draft:look')?.includes('lamp at')");
        first.close();
        var second = context.newPage();
        second.navigate(pages.address() + "/en/look?blank");
        assertEquals("The lamp at 𠮷 lane is dark 🌉", second.inputValue("#text"));
        second.getByText("Start with an empty form").first().click();
        assertEquals("", second.inputValue("#text"));
        second.getByText("Bring it back").click();
        assertEquals("The lamp at 𠮷 lane is dark 🌉", second.inputValue("#text"));
        context.close();
    }

    @Test void thePagesAreLightToLoad() {
        assertTrue(Assets.load().zippedSize("look.css") < 25_000, "style sheet " + Assets.load().zippedSize("look.css"));
        for (var script : List.of("draft.js", "count.js", "similar.js", "desk.js")) assertTrue(Assets.load().zippedSize(script) < 4_096, script);
    }
}

package lianqiao.desk;

import static lianqiao.town.Browser.assertNoAxeViolations;
import static lianqiao.town.Browser.assertNoSidewaysScroll;
import static lianqiao.town.Browser.assertValidHtml;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import lianqiao.town.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test that works at the desk in a real browser. */
abstract class AtTheDesk {
    static TownDesk desk;
    static Browser browser;

    @BeforeAll static void open() {
        desk = new TownDesk();
        browser = Browser.start();
    }

    @AfterAll static void close() {
        browser.close();
    }

    /** The page is one of the desk, valid, readable by all and no wider than its window; {@code name} is that of its picture. */
    static void look(Page page, String name) throws Exception {
        assertEquals(1, page.locator("body.desk").count(), page.url());
        Browser.picture(page, name);
        assertNoAxeViolations(page);
        assertNoSidewaysScroll(page);
        assertValidHtml(page.content());
    }

    /** Sends the form of an act. */
    static void press(Page page) {
        page.click("main form button[value=do]");
    }
}

package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.SignInTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Stories of signing in, with a real browser and in one town for all of them, which is started once and ends with the JVM. */
abstract class SignInStory {
    static SignInTown town;
    static Browser browser;
    private static int people;
    Page page;

    @BeforeAll static void open() throws Exception {
        if (town == null) {
            town = new SignInTown();
            Runtime.getRuntime().addShutdownHook(new Thread(town::close));
        }
        browser = Browser.start();
    }

    @AfterAll static void close() {
        browser.close();
    }

    @AfterEach void leave() {
        if (page != null) Browser.leave(page);
    }

    static String mail() {
        return "resident" + ++people + "@mail.test";
    }

    Page visit(Eyes eyes, String path) {
        if (page == null) page = browser.open(eyes);
        page.navigate(town.address() + path);
        return page;
    }

    void signInByMail(Page page, String mail) throws Exception {
        page.navigate(town.address() + "/en/me/sign-in?again=yes");
        page.fill("#contact", mail);
        page.click("form[action='/en/me/sign-in'] button");
        page.fill("#code", town.code());
        page.click("form[action='/en/me/sign-in/code'] button");
        assertEquals(town.address() + "/en/me", page.url());
    }

    void asks(Page page, String title) {
        page.navigate(town.address() + "/en/ask?service=lamp&area=shiliuqiao");
        page.fill("#title", title);
        page.fill("#body", "The lamp at the gate has been dark since Wednesday.");
        page.check("input[name=kind][value=HELP]");
        if (page.locator("input[name=own-contact]").count() == 0) page.check("input[name=no-contact]");
        page.click("button[name=step][value=preview]");
        page.click("button[name=step][value=send]");
    }
}

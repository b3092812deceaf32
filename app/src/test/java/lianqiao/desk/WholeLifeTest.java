package lianqiao.desk;

import static lianqiao.town.Browser.assertNoAxeViolations;
import static lianqiao.town.Browser.assertNoSidewaysScroll;
import static lianqiao.town.Browser.assertValidHtml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Case;
import lianqiao.cases.Closing;
import lianqiao.cases.State;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole life of a case in a real browser, from the resident's question over a dispute to the confirmed end: both
 * languages, with and without scripts, on a narrow phone and on a desktop.
 */
class WholeLifeTest {
    private static final Eyes PHONE = new Eyes(320, true, false);

    private static TownDesk desk;
    private static Browser browser;
    private static Path photo;

    @BeforeAll static void open() throws IOException {
        desk = new TownDesk();
        browser = Browser.start();
        photo = TestFolders.fresh("evidence").resolve("after.png");
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", bytes);
        Files.write(photo, bytes.toByteArray());
    }

    @AfterAll static void close() {
        browser.close();
    }

    @Test void inChineseOnADesktop() throws Exception {
        new Life(browser.open(Eyes.DESKTOP), "", true).live();
    }

    @Test void inChineseOnAPhone() throws Exception {
        new Life(browser.open(PHONE), "", false).live();
    }

    @Test void inChineseOnAPhoneWithoutScripts() throws Exception {
        new Life(browser.open(PHONE.withoutScripts()), "", true).live();
    }

    @Test void inChineseOnADesktopWithoutScripts() throws Exception {
        new Life(browser.open(Eyes.DESKTOP.withoutScripts()), "", false).live();
    }

    @Test void inEnglishOnAPhone() throws Exception {
        new Life(browser.open(PHONE), "/en", true).live();
    }

    @Test void inEnglishOnADesktop() throws Exception {
        new Life(browser.open(Eyes.DESKTOP), "/en", false).live();
    }

    @Test void inEnglishOnADesktopWithoutScripts() throws Exception {
        new Life(browser.open(Eyes.DESKTOP.withoutScripts()), "/en", true).live();
    }

    @Test void inEnglishOnAPhoneWithoutScripts() throws Exception {
        new Life(browser.open(PHONE.withoutScripts()), "/en", false).live();
    }

    /** One case and the browser in which all of it happens. */
    private static final class Life {
        private final Page page;
        private final String prefix;
        private final boolean thorough;
        private String number = "";
        private String code = "";

        Life(Page page, String prefix, boolean thorough) {
            this.page = page;
            this.prefix = prefix;
            this.thorough = thorough;
        }

        void live() throws Exception {
            ask();
            as("dispatcher2", "/assign", () -> { });
            as("officer", "/send-back", () -> {
                page.check("input[name=reason] >> nth=0");
                page.fill("#explanation", "灯杆上贴着轨道公司的牌子，请核对。");
            });
            as("dispatcher2", "/assign-finally", () -> {
                page.selectOption("#lead", "urban");
                page.fill("#reason", "已核对：这根灯杆由城管养护。");
            });
            answer();
            as("dispatcher2", "/call-back", () -> page.check("input[name=result][value=NOT]"));
            assertEquals(State.DISPUTED, state());
            reopen();
            as("supervisor", "/escalate", () -> {
                page.check("input[name=level][value=LEADER]");
                page.fill("#reason", "居民说没修好，请领导过问。");
            });
            as("officer", "/claim-done", () -> {
                page.fill("#evidence", "11 月 22 日换了灯头和线路，晚上已亮，照片为证。");
                page.setInputFiles("#photos", photo);
            });
            assertEquals(State.CLAIMED_DONE, state());
            confirm();
            end();
        }

        private void ask() throws Exception {
            go("/ask");
            look();
            page.fill("#title", prefix.isEmpty() ? "灯坏了没人管" : "The lamp has been out for a week");
            page.fill("#body", prefix.isEmpty() ? "门口的灯一周没亮，老人晚上不敢出门。𠮷家也一样😟" : "It is dark at the door and my mother fell yesterday.");
            page.check("input[name=kind][value=HELP]");
            page.selectOption("#service", "lamp");
            page.selectOption("#area", "shiliuqiao");
            page.fill("#contact", "resident%d@example.org".formatted(System.identityHashCode(this)));
            page.check("input[name=open][value=public]");
            page.click("button[value=preview]");
            look();
            page.click("button[value=send]");
            number = page.textContent("#receipt-number").strip();
            code = page.textContent("#receipt-code").strip();
            look();
        }

        private void answer() throws Exception {
            enter("officer", "");
            page.click("#acts button[value=go-on]");
            page.fill("#text", "师傅今天下午会去看，今晚亮灯。依据是城市照明管理规定；不满意请直接告诉我们。");
            press();
            assertEquals(State.ANSWERED, state());
            desk.signOut(page);
        }

        private void reopen() throws Exception {
            follow();
            page.fill("#reopen", prefix.isEmpty() ? "还是不亮。" : "Still dark.");
            page.click("form[action$='/follow/reopen'] button");
            assertEquals(State.HANDLING, state());
        }

        private void confirm() throws Exception {
            follow();
            page.check("input[name=solved][value=SOLVED]");
            page.selectOption("#speed", "3");
            page.click("form[action$='/follow/verdict'] button");
            look();
            assertEquals(State.CONFIRMED, state());
        }

        private void end() throws Exception {
            enter("dispatcher2", "");
            page.click("#acts form button");
            look();
            desk.signOut(page);
            go("/case/" + number);
            look();
            var told = desk.cases.publicly(new CaseNumber(number), desk.now()).orElseThrow();
            assertEquals(Closing.RESIDENT_CONFIRMED, told.closing());
            assertEquals(List.of("CaseReceived", "CaseAssigned", "CaseSentBack", "CaseAssignedFinally", "CaseAccepted", "ReplyPublished",
                    "ResidentCalledBack", "VerdictNotSolved", "CaseReopened", "CaseEscalated", "DoneClaimed", "VerdictSolved",
                    "CaseClosedAsConfirmed"), told.trail().stream().map(Case.Entry::event).toList());
            assertEquals(1, page.locator("img[src*='/photo/']").count(), "the photo of the work is there for everybody");
            assertTrue(desk.cases.agreesWithItsEvents(new CaseNumber(number)));
            Browser.leave(page);
        }

        private void follow() throws Exception {
            go("/follow");
            page.fill("#number", number);
            page.fill("#code", code);
            page.click("main form button[type=submit]");
            look();
        }

        private void as(String login, String act, Runnable fill) throws Exception {
            enter(login, act);
            look();
            fill.run();
            press();
            desk.signOut(page);
        }

        private void enter(String login, String act) {
            desk.signIn(page, prefix, login);
            go("/desk/cases/" + number + act);
        }

        private void press() {
            page.click("main form button[value=do]");
        }

        private void go(String path) {
            page.navigate(desk.town.address() + prefix + path);
        }

        private State state() {
            return desk.see(new CaseNumber(number)).state();
        }

        private void look() throws Exception {
            assertTrue((int) page.evaluate("() => performance.getEntriesByType('navigation')[0].responseStatus") < 300, page.url());
            assertNoSidewaysScroll(page);
            if (!thorough) return;
            assertNoAxeViolations(page);
            assertValidHtml(page.content());
        }
    }
}

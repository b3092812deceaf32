package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Closing;
import lianqiao.cases.State;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/** The whole life of a case at the desk, in a real browser: disputed, decided, not solved, raised, shown to be done, confirmed. */
class WholeLifeTest extends AtTheDesk {
    /** One officer's form of one act. */
    private static void form(Page page, String prefix, CaseNumber number, String act) {
        page.navigate(desk.town.address() + prefix + "/desk/cases/" + number + "/" + act);
    }

    private static byte[] picture() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test void inChineseAtADeskWithScripts() throws Exception {
        live(Eyes.DESKTOP, "", "桥头的路灯坏了半个月");
    }

    @Test void inChineseAtADeskWithoutScripts() throws Exception {
        live(Eyes.DESKTOP.withoutScripts(), "", "河边的栏杆松了三根");
    }

    @Test void inChineseOnAPhoneWithScripts() throws Exception {
        live(Eyes.PHONE, "", "小学门口的减速带翘起来了");
    }

    @Test void inChineseOnAPhoneWithoutScripts() throws Exception {
        live(Eyes.PHONE.withoutScripts(), "", "公厕的灯整夜不亮");
    }

    @Test void inEnglishAtADeskWithScripts() throws Exception {
        live(Eyes.DESKTOP, "/en", "A bollard lies across the cycle path");
    }

    @Test void inEnglishAtADeskWithoutScripts() throws Exception {
        live(Eyes.DESKTOP.withoutScripts(), "/en", "Broken glass all over the slide");
    }

    @Test void inEnglishOnAPhoneWithScripts() throws Exception {
        live(Eyes.PHONE, "/en", "The ferry ticket window never opens");
    }

    @Test void inEnglishOnAPhoneWithoutScripts() throws Exception {
        live(Eyes.PHONE.withoutScripts(), "/en", "The lamp by the bridge has been out for two weeks");
    }

    private static void live(Eyes eyes, String prefix, String title) throws Exception {
        var number = desk.asks(title);
        var dispatcher = browser.open(eyes);
        var officer = browser.open(eyes);
        desk.signIn(dispatcher, prefix, "dispatcher2");
        desk.signIn(officer, prefix, "officer");

        form(dispatcher, prefix, number, "assign");
        press(dispatcher);
        form(officer, prefix, number, "send-back");
        press(officer);
        assertTrue(officer.locator("#errors").isVisible(), "a send-back without its reason is not taken");
        officer.check("input[name=reason] >> nth=0");
        officer.fill("#explanation", "桥归公用事业中心管");
        press(officer);
        assertEquals(State.SENT_BACK, desk.see(number).state());
        form(dispatcher, prefix, number, "assign-finally");
        dispatcher.selectOption("#lead", "urban");
        dispatcher.fill("#reason", "路灯目录写明由城管负责");
        press(dispatcher);
        assertTrue(desk.see(number).decided());

        officer.navigate(desk.town.address() + prefix + "/desk/cases/" + number);
        assertFalse(officer.content().contains("/send-back\""), "what is decided is not offered to be sent back");
        officer.click("#acts button[value=go-on]");
        officer.fill("#text", "已经报修，请等通知。");
        press(officer);
        assertEquals(State.HANDLING, desk.see(number).state(), "the checklist is shown once");
        press(officer);
        form(dispatcher, prefix, number, "call-back");
        dispatcher.check("input[value=NOT]");
        dispatcher.fill("#words", "还是不亮");
        press(dispatcher);
        assertEquals(State.DISPUTED, desk.see(number).state());
        form(dispatcher, prefix, number, "reopen");
        dispatcher.fill("#reason", "居民说还是不亮");
        press(dispatcher);
        form(dispatcher, prefix, number, "escalate");
        dispatcher.check("input[value=SUPERVISOR]");
        dispatcher.fill("#reason", "半个月没有修好");
        press(dispatcher);
        assertEquals(State.HANDLING, desk.see(number).state());

        shownDone(officer, prefix, number);
        form(dispatcher, prefix, number, "call-back");
        dispatcher.check("input[value=SOLVED]");
        press(dispatcher);
        dispatcher.click("#acts form button");
        var closed = desk.see(number);
        assertEquals(State.CLOSED, closed.state());
        assertEquals(Closing.RESIDENT_CONFIRMED, closed.closing());
        assertTrue(desk.cases.agreesWithItsEvents(number));
        Browser.leave(dispatcher);
        Browser.leave(officer);
    }

    /** A wrong file is told and the words stay; the photo of an earlier try stays too. */
    private static void shownDone(Page officer, String prefix, CaseNumber number) throws Exception {
        form(officer, prefix, number, "claim-done");
        officer.fill("#evidence", "换了镇流器和灯头，当晚亮灯");
        officer.setInputFiles("#photos", new FilePayload("note.txt", "text/plain", "这不是照片".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        press(officer);
        assertEquals("换了镇流器和灯头，当晚亮灯", officer.inputValue("#evidence"));
        officer.setInputFiles("#photos", new FilePayload("lamp.png", "image/png", picture()));
        officer.click("button[value=preview]");
        assertEquals(1, officer.locator("input[name=kept-photo]").count());
        press(officer);
        var done = desk.see(number);
        assertEquals(State.CLAIMED_DONE, done.state());
        assertEquals(1, done.last("DoneClaimed").orElseThrow().photos().size());
        var photo = officer.locator(".photos img").first().getAttribute("src");
        assertEquals(200, officer.request().get(desk.town.address() + photo).status());
    }
}

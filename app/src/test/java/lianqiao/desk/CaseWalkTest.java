package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import lianqiao.base.CaseNumber;
import lianqiao.cases.State;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/** A case walks through the desk in a real browser. */
class CaseWalkTest extends AtTheDesk {
    private static String at(CaseNumber number) {
        return "/desk/cases/" + number;
    }

    @Test void aCaseWalksFromQuestionToConfirmedAnswer() throws Exception {
        walk(Eyes.DESKTOP, "", "12 号楼下的路灯不亮");
    }

    @Test void theSameOnAPhoneInEnglish() throws Exception {
        walk(Eyes.PHONE, "/en", "The lamp at number 12 is out");
    }

    private void walk(Eyes eyes, String prefix, String title) throws Exception {
        var number = desk.asks(title);
        var page = browser.open(eyes);
        var name = prefix.isEmpty() ? "zh-" : "en-";
        page.navigate(desk.town.address() + prefix + "/desk");
        look(page, name + "sign-in");
        desk.signIn(page, prefix, "dispatcher2");
        assertTrue(page.url().endsWith("/desk"), page.url());
        look(page, name + "queue");
        page.navigate(desk.town.address() + prefix + at(number));
        look(page, name + "case-received");
        page.click("#acts a[role=button]");
        assertEquals("urban", page.inputValue("#lead"), "the list's suggestion is chosen already");
        look(page, name + "assign");
        press(page);
        assertEquals(State.ASSIGNED, desk.see(number).state());
        desk.signOut(page);

        desk.signIn(page, prefix, "officer");
        look(page, name + "queue-office");
        page.navigate(desk.town.address() + prefix + at(number));
        page.click("#acts button[value=go-on]");
        assertEquals(State.HANDLING, desk.see(number).state());
        press(page);
        look(page, name + "answer-error");
        page.fill("#text", "师傅今天下午换了灯泡，已经亮了。\n如果再坏，请直接回复。");
        page.click("button[value=preview]");
        look(page, name + "answer-preview");
        assertTrue(page.inputValue("#text").contains("换了灯泡"));
        press(page);
        assertEquals(State.ANSWERED, desk.see(number).state());
        look(page, name + "case-answered");
        desk.signOut(page);

        desk.signIn(page, prefix, "dispatcher2");
        page.navigate(desk.town.address() + prefix + at(number) + "/call-back");
        look(page, name + "call-back");
        page.check("input[value=SOLVED]");
        press(page);
        assertEquals(State.CONFIRMED, desk.see(number).state());
        page.click("#acts form button");
        assertEquals(State.CLOSED, desk.see(number).state());
        look(page, name + "case-closed");
        Browser.leave(page);
    }
}

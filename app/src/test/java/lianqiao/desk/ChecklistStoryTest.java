package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lianqiao.cases.State;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/** An officer sends an answer: the list is shown once, and one press sends it as it is. */
class ChecklistStoryTest extends AtTheDesk {
    @Test void theListIsShownOnceAndStopsNothing() throws Exception {
        var number = desk.handled("石桥路小学门口的路灯坏了");
        var page = browser.open(Eyes.DESKTOP);
        desk.signIn(page, "", "officer");
        page.navigate(desk.town.address() + "/desk/cases/" + number + "/answer");
        page.fill("#text", "已经报修，请等通知。");
        press(page);
        assertEquals(State.HANDLING, desk.see(number).state());
        look(page, "checklist");
        assertTrue(page.locator("ul.checked").textContent().contains("请写明日期"), page.locator("ul.checked").textContent());
        assertEquals("已经报修，请等通知。", page.inputValue("#text"));
        press(page);
        assertEquals(State.ANSWERED, desk.see(number).state(), "advice, not a gate");
        look(page, "checklist-kept");
        assertTrue(page.locator("section[aria-labelledby=checks]").textContent().contains("写明时间"));
        page.navigate(desk.town.address() + "/desk/answers");
        look(page, "checklist-offices");
        assertTrue(page.locator("main table").textContent().contains("少于 5"));
        Browser.leave(page);
    }

    @Test void onAPhoneInEnglish() throws Exception {
        var number = desk.handled("The lamp at the bridge is out");
        var page = browser.open(Eyes.PHONE);
        desk.signIn(page, "/en", "officer");
        page.navigate(desk.town.address() + "/en/desk/cases/" + number + "/answer");
        page.fill("#text", "This is not our problem.");
        page.click("button[value=preview]");
        look(page, "checklist-en");
        assertTrue(page.locator("ul.checked").textContent().contains("not our problem"));
        page.navigate(desk.town.address() + "/en/desk/answers");
        look(page, "checklist-offices-en");
        Browser.leave(page);
    }
}

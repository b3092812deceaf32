package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.By;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.State;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/** A dispatcher is shown what the words of a message suggest, corrects it, and the next page knows better. */
class SuggestionStoryTest extends AtTheDesk {
    private static CaseNumber asks(String title, String body, String service) {
        return desk.cases.receive(new NewCase(Kind.HELP, new ServiceCode(service), new AreaCode("shiliuqiao"), "", null, title, body, Language.of(body), false, null,
                "web", null, null, List.of()), By.resident(), desk.now()).orThrow().number();
    }

    @Test void whatTheDispatcherCorrectsStandsOnTheNextPage() throws Exception {
        var first = asks("滨河步道护栏松动", "凤凰花苑北侧的滨河步道护栏松动，散步的老人扶不住。", "other");
        var next = asks("护栏又松了", "滨河步道靠近码头的护栏也松动了，晚上散步的人多。", "other");
        var page = browser.open(Eyes.DESKTOP);
        desk.signIn(page, "", "dispatcher2");
        page.navigate(desk.town.address() + "/desk/cases/" + first + "/assign");
        look(page, "suggestion-first");
        assertEquals("other", page.inputValue("#service"), "unsure: the category stays as the resident chose it");
        page.selectOption("#service", "tree");
        page.selectOption("#lead", "urban");
        press(page);
        var sent = desk.see(first);
        assertEquals(State.ASSIGNED, sent.state());
        assertEquals(new ServiceCode("tree"), sent.service());
        assertEquals(1, sent.trail().stream().filter(entry -> entry.event().equals("ServiceChanged")).count());
        assertTrue(desk.cases.agreesWithItsEvents(first));

        page.navigate(desk.town.address() + "/desk/cases/" + next);
        look(page, "suggestion-case");
        assertTrue(page.locator("ol.suggested li").first().textContent().contains("树木与绿地"), page.locator("ol.suggested").textContent());
        assertTrue(page.locator("#said ~ .quote mark, .quote mark").count() > 0, "the words that decided are marked in the message");
        page.navigate(desk.town.address() + "/desk/cases/" + next + "/assign");
        look(page, "suggestion-next");
        page.click("ol.suggested li:first-child button");
        assertEquals("tree", page.inputValue("#service"));
        assertEquals("urban", page.inputValue("#lead"));
        look(page, "suggestion-taken");
        press(page);
        assertEquals(new OfficeCode("urban"), desk.see(next).lead());
        page.navigate(desk.town.address() + "/desk/routing");
        look(page, "suggestion-rates");
        assertTrue(page.locator("main table").textContent().contains("树木与绿地"));
        Browser.leave(page);
    }

    @Test void onAPhoneInEnglish() throws Exception {
        var danger = asks("Smell of gas", "There is a strong smell of gas in the stairwell of our house", "neighbour");
        var page = browser.open(Eyes.PHONE);
        desk.signIn(page, "/en", "dispatcher2");
        page.navigate(desk.town.address() + "/en/desk/cases/" + danger + "/assign");
        look(page, "suggestion-danger");
        assertEquals("", page.inputValue("#lead"), "somebody may be in danger: nothing is selected");
        page.click("ol.suggested li:first-child button");
        assertEquals("gas", page.inputValue("#service"));
        page.navigate(desk.town.address() + "/en/desk/cases/" + danger + "/change-service");
        look(page, "suggestion-change");
        page.selectOption("#service", "gas");
        press(page);
        assertEquals(new ServiceCode("gas"), desk.see(danger).service());
        page.navigate(desk.town.address() + "/en/desk/routing");
        look(page, "suggestion-rates-en");
        Browser.leave(page);
    }
}

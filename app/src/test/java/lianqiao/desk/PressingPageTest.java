package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lianqiao.authenticity.FoldCopies;
import lianqiao.cases.TakeInContributions;
import lianqiao.insight.ReadWhatPresses;
import lianqiao.town.Browser;
import org.junit.jupiter.api.Test;

/** A gas leak and a cry for help reach the dispatcher's queue at once; the list says why each case stands where it does. */
class PressingPageTest {
    private final TownDesk desk = new TownDesk();

    private void catchUp() {
        desk.town.room(TakeInContributions.class).run(desk.now());
        desk.town.room(FoldCopies.class).run(desk.now());
        desk.town.room(ReadWhatPresses.class).run(desk.now());
    }

    @Test void dangerStandsAboveTheQueueAndEveryReasonIsPrinted() throws Exception {
        var gas = desk.asks("三单元楼道现在燃气泄漏，味道很大");
        var person = desk.asks("邻居说他不想活了，请快来");
        var station = desk.asks("孩子们看着火车站的钟，现在钟停了");
        catchUp();
        var dispatcher = new Visitor(desk);
        dispatcher.signIn("dispatcher");
        var queue = dispatcher.get("/en/desk").body();
        assertTrue(queue.contains("speak of self-harm") && queue.contains("danger that is there now"), queue);
        Browser.assertValidHtml(queue);
        var page = dispatcher.get("/en/desk/pressing").body();
        Browser.assertValidHtml(page);
        int forAPerson = page.indexOf("For a person, at once");
        int danger = page.indexOf("Danger now</h2>");
        int list = page.indexOf("Places 1 to 10</h2>");
        assertTrue(0 < forAPerson && forAPerson < danger && danger < list);
        assertEquals(forAPerson, page.lastIndexOf("For a person, at once", page.indexOf(person.text())));
        assertTrue(page.indexOf(gas.text()) > danger && page.indexOf(gas.text()) < list, "the leak stands with the danger");
        assertTrue(page.indexOf(station.text()) < 0 || page.indexOf(station.text()) > list, "the station does not");
        assertTrue(page.contains("“燃气泄漏” and “现在” in one sentence."), page);
        assertTrue(page.contains("safety net"));
        var officer = new Visitor(desk);
        officer.signIn("officer");
        assertEquals(404, officer.get("/desk/pressing").statusCode(), "the list of all offices is not an officer's");
        assertFalse(officer.get("/desk").body().contains("请马上看"));
    }
}

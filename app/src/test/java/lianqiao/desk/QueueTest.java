package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.cases.State;
import org.junit.jupiter.api.Test;

/** What an officer has to do stands apart from what waits for somebody else, and a list can be put aside under a name. */
class QueueTest {
    private final TownDesk desk = new TownDesk();

    private Visitor signedIn(String login) throws Exception {
        var visitor = new Visitor(desk);
        visitor.signIn(login);
        return visitor;
    }

    @Test void whatWaitsForTheResidentStandsInAListOfItsOwnUntilTheReplyComes() throws Exception {
        var number = desk.handled("灯杆上贴满小广告");
        desk.does(number, new Act.AskBack("在几号灯杆？"), Role.OFFICER, "officer").orThrow();
        assertEquals(State.WAITING, desk.see(number).state());
        var officer = signedIn("officer");
        assertFalse(officer.get("/desk").body().contains(number.text()), "not among what is to be done");
        var waiting = officer.get("/en/desk?view=waiting").body();
        assertTrue(waiting.contains(number.text()));
        assertTrue(waiting.contains("Waiting for the resident"));
        assertTrue(officer.get("/desk?view=mine&state=WAITING").body().contains(number.text()), "whoever asks for the state finds it");

        desk.cases.act(number, new Act.Supplement("七号灯杆", java.util.List.of()), lianqiao.cases.By.resident(), desk.now()).orThrow();
        assertTrue(officer.get("/desk").body().contains(number.text()));
        assertFalse(officer.get("/desk?view=waiting").body().contains(number.text()));
    }

    @Test void aDispatchersListToSendOutHoldsNothingThatWaits() throws Exception {
        var number = desk.asks("说不清是哪条路的灯");
        desk.does(number, new Act.AskBack("在哪条路？"), Role.DISPATCHER, "dispatcher").orThrow();
        var dispatcher = signedIn("dispatcher2");
        assertFalse(dispatcher.get("/desk?view=dispatch").body().contains(number.text()));
        assertTrue(dispatcher.get("/desk?view=waiting").body().contains(number.text()));
    }

    @Test void aFilterIsKeptUnderItsNameForOneOfficerUntilItIsForgotten() throws Exception {
        var officer = signedIn("traffic.officer");
        var narrowed = officer.get("/en/desk?view=mine&service=signal&overdue=yes").body();
        assertEquals("/en/desk?view=mine&service=signal&overdue=yes", save(officer, narrowed, "late lights"));
        var link = Pattern.compile("href=\"/en/desk\\?([^\"]*)\">late lights</a>");
        var queue = officer.get("/en/desk").body();
        var found = link.matcher(queue);
        assertTrue(found.find(), "offered on the queue");
        assertEquals("view=mine&amp;service=signal&amp;overdue=yes", found.group(1));

        var other = officer.get("/en/desk?view=mine&service=parking").body();
        assertEquals("/en/desk?view=mine&service=parking", save(officer, other, "late lights"));
        var again = link.matcher(officer.get("/en/desk").body());
        assertTrue(again.find());
        assertEquals("view=mine&amp;service=parking", again.group(1), "the same name again replaces it");
        assertFalse(again.find());
        assertFalse(signedIn("traffic.head").get("/en/desk").body().contains("late lights"), "nobody else's business");

        officer.post("/en/desk/filters", officer.get("/en/desk?view=mine&service=parking").body(), "forget", "late lights");
        assertFalse(officer.get("/en/desk").body().contains("late lights"));
    }

    /** Saves what the page shows and answers where it leads. */
    private static String save(Visitor officer, String page, String name) throws Exception {
        return officer.post("/en/desk/filters", page, "name", name).headers().firstValue("Location").orElse("");
    }

    @Test void nothingButCodesIsKeptOfAForgedFilter() throws Exception {
        var officer = signedIn("traffic.officer");
        var page = officer.get("/en/desk?view=mine&service=signal").body().replace("name=\"service\" value=\"signal\"", "name=\"service\" value=\"x&y=<b>\"");
        assertEquals("/en/desk?view=mine", save(officer, page, "forged"));
        var queue = officer.get("/en/desk").body();
        assertFalse(queue.contains("<b>"));
        officer.post("/en/desk/filters", officer.get("/en/desk?view=mine&service=signal").body(), "forget", "forged");
    }
}

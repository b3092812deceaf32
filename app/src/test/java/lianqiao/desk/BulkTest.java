package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.cases.Kind;
import lianqiao.cases.State;
import lianqiao.offices.OfficeCode;
import org.junit.jupiter.api.Test;

/** Several cases sent at once: what may go goes, and each that may not is told with its reason. */
class BulkTest {
    private final TownDesk desk = new TownDesk();

    private Visitor dispatcher() throws Exception {
        var visitor = new Visitor(desk);
        visitor.signIn("dispatcher2");
        return visitor;
    }

    private void assign(CaseNumber number) {
        desk.does(number, new Act.Assign(new OfficeCode("urban"), List.of(), ""), Role.DISPATCHER, "dispatcher").orThrow();
    }

    /** What the page says about one case. */
    private static String about(CaseNumber number, String page) {
        int begins = page.indexOf("/desk/cases/" + number);
        return page.substring(begins, page.indexOf("</li>", begins));
    }

    private String[] chosen(CaseNumber... numbers) {
        return java.util.Arrays.stream(numbers).flatMap(n -> java.util.stream.Stream.of("case", n.text())).toArray(String[]::new);
    }

    @Test void ofFourOneGoesAndThreeAreToldWhyNot() throws Exception {
        var goes = desk.asks("桥西第三盏灯不亮");
        var faster = desk.asks("桥东第四盏灯不亮");
        var report = desk.asks(Kind.REPORT, "举报城管队员乱罚款", new OfficeCode("urban"));
        var nowhere = desk.asks("桥中间的灯不亮");
        var visitor = dispatcher();
        var preview = visitor.post("/en/desk/bulk", visitor.get("/en/desk?view=dispatch").body(), chosen(goes, faster, report, nowhere)).body();
        assertTrue(preview.contains("Nothing has happened yet. 4 cases"));
        for (var number : List.of(goes, faster, report, nowhere)) assertEquals(State.RECEIVED, desk.see(number).state());

        assign(faster);
        var sent = visitor.post("/en/desk/bulk/send", preview, "lead-" + goes, "urban", "lead-" + faster, "urban", "lead-" + report, "urban", "lead-" + nowhere, "no-such-office").body();
        assertTrue(about(goes, sent).contains("Sent to Urban Management Bureau."), sent);
        assertTrue(about(faster, sent).contains("Cannot be sent in this state."));
        assertTrue(about(report, sent).contains("The report is about this office or one above it; it must not see it."));
        assertTrue(about(nowhere, sent).contains("Please choose an office that is in service."));
        assertEquals(State.ASSIGNED, desk.see(goes).state());
        assertEquals(1, desk.see(faster).trail().stream().filter(e -> e.event().equals("CaseAssigned")).count());
        for (var number : List.of(report, nowhere)) assertEquals(State.RECEIVED, desk.see(number).state());
    }

    @Test void whatCannotBeSentAnyMoreIsSaidBeforeAnythingHappens() throws Exception {
        var number = desk.asks("桥头花坛的灯不亮");
        var visitor = dispatcher();
        var queue = visitor.get("/en/desk?view=dispatch").body();
        assign(number);
        var preview = visitor.post("/en/desk/bulk", queue, chosen(number)).body();
        assertTrue(about(number, preview).contains("Cannot be sent in this state."));
        assertFalse(preview.contains("name=\"lead-" + number));
    }

    @Test void nothingChosenAndForgedNumbersAreNothingToSend() throws Exception {
        var visitor = dispatcher();
        var queue = visitor.get("/en/desk?view=dispatch").body();
        assertTrue(queue.contains("/en/desk/bulk") || desk.asks("灯").text().isEmpty());
        for (var choice : List.of("", "20261122-000017-4", "'; drop table cases")) {
            assertTrue(visitor.post("/en/desk/bulk", queue, "case", choice).body().contains("No case was chosen."), choice);
        }
    }

    @Test void anOfficerOfAnOfficeCannotSendWhatTheDispatcherSends() throws Exception {
        var number = desk.asks("滨河路的灯不亮");
        var officer = new Visitor(desk);
        officer.signIn("officer");
        var forged = officer.get("/en/desk").body().replace("/en/desk/sign-out", "/en/desk/bulk/send");
        assertFalse(officer.post("/en/desk/bulk/send", forged, "case", number.text(), "lead-" + number, "urban").body().contains("Sent to"));
        assertEquals(State.RECEIVED, desk.see(number).state());
    }
}

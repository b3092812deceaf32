package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.cases.State;
import lianqiao.offices.Delegation;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.web.Site;
import org.junit.jupiter.api.Test;

/** Somebody is away: a colleague of another office has the queue for that time, under the own name, and no longer. */
class CoveringTest {
    private final TownDesk desk = new TownDesk();

    private CaseNumber atTheEnvironmentBureau(String title) {
        var number = desk.asks(title);
        desk.does(number, new Act.Assign(new OfficeCode("environment"), java.util.List.of(), ""), Role.DISPATCHER, "dispatcher").orThrow();
        return number;
    }

    private Visitor signedIn(String login) throws Exception {
        var visitor = new Visitor(desk);
        assertEquals(303, visitor.signIn(login).statusCode());
        return visitor;
    }

    @Test void theOneWhoCoversHasTheQueueActsUnderTheOwnNameAndLosesItWhenTheTimeIsOver() throws Exception {
        var number = atTheEnvironmentBureau("凌晨两点工地还在打桩");
        var health = signedIn("health.officer");
        assertEquals(404, health.get("/desk/cases/" + number).statusCode());

        var begins = desk.now().minus(Duration.ofHours(1));
        var away = new OfficerId("environment.officer");
        desk.offices.put(new Delegation(away, new OfficerId("health.officer"), begins, desk.now().plus(Duration.ofHours(8)))).orThrow();
        var queue = health.get("/en/desk").body();
        assertTrue(queue.contains(number.text()));
        assertTrue(queue.contains("You are also covering for 蓬一清"));
        var form = health.get("/desk/cases/" + number).body();
        assertEquals(303, health.post("/desk/cases/" + number + "/accept", form, "step", "do").statusCode());
        assertEquals(State.HANDLING, desk.see(number).state());
        assertEquals("health.officer", desk.see(number).last("CaseAccepted").orElseThrow().officer().text());

        var end = desk.offices.coveredBy(new OfficerId("health.officer"), desk.now()).getFirst().ends();
        assertEquals(2, new Readers(desk.offices, () -> end.minusMillis(1)).find("health.officer").orElseThrow().hats().size());
        assertEquals(1, new Readers(desk.offices, () -> end).find("health.officer").orElseThrow().hats().size(), "it ends by itself");

        desk.offices.put(new Delegation(away, new OfficerId("health.officer"), begins, desk.now().minusMillis(1))).orThrow();
        assertEquals(404, health.get("/desk/cases/" + number).statusCode(), "cut short, it is over at once");
        assertFalse(health.get("/desk").body().contains(number.text()));
    }

    @Test void anAdministratorEntersItByDaysAndSeesWhoCoversForWhomNowAndSoon() throws Exception {
        var admin = signedIn("admin");
        var today = LocalDate.ofInstant(desk.now(), desk.town.room(Site.class).zone());
        var page = admin.get("/en/desk/admin/covering").body();
        var wrong = admin.post("/en/desk/admin/covering", page, "officer", "market.head", "covered-by", "market.head", "begins", today.plusDays(3).toString(), "ends", today.toString());
        assertEquals(422, wrong.statusCode());
        for (var told : java.util.List.of("Nobody covers for themselves.", "The last day lies before the first.", "value=\"" + today.plusDays(3) + "\"")) assertTrue(wrong.body().contains(told), told);
        assertEquals(422, admin.post("/en/desk/admin/covering", page, "officer", "nobody", "covered-by", "market.officer", "begins", "tomorrow", "ends", "").statusCode());

        assertEquals(303, admin.post("/en/desk/admin/covering", page, "officer", "market.head", "covered-by", "market.officer", "begins", today.toString(), "ends", today.toString()).statusCode());
        assertEquals(303, admin.post("/en/desk/admin/covering", page, "officer", "education.head", "covered-by", "education.officer", "begins", today.plusDays(2).toString(), "ends", today.plusDays(5).toString()).statusCode());
        desk.offices.put(new Delegation(new OfficerId("yunbu.head"), new OfficerId("yunbu.officer"), desk.now().minus(Duration.ofDays(9)), desk.now().minus(Duration.ofDays(2)))).orThrow();

        var listed = admin.get("/en/desk/admin/covering").body();
        assertEquals("now", state(listed, "揭实诚"));
        assertEquals("to come", state(listed, "鄢立人"));
        assertFalse(table(listed).contains("厍开埠"), "what is over is not listed");
        assertTrue(signedIn("market.officer").get("/en/desk").body().contains("You are also covering for 揭实诚"));
    }

    private static String table(String page) {
        return page.contains("<tbody>") ? page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>")) : "";
    }

    private static String state(String page, String who) {
        var row = table(page).substring(table(page).indexOf(who));
        return row.substring(0, row.indexOf("</tr>")).contains(">now<") ? "now" : "to come";
    }

    @Test void nobodyElseMaySayWhoCovers() throws Exception {
        var head = signedIn("head");
        assertEquals(404, head.get("/desk/admin/covering").statusCode());
        var forged = head.get("/desk").body().replace("/desk/sign-out", "/desk/admin/covering");
        assertEquals(404, head.post("/desk/admin/covering", forged, "officer", "head", "covered-by", "officer", "begins", "2026-11-23", "ends", "2026-11-24").statusCode());
    }
}

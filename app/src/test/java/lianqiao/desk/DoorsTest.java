package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.cases.Kind;
import lianqiao.cases.State;
import lianqiao.offices.OfficeCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets in, who sees what, and that nothing typed is lost at a closed door. */
class DoorsTest {
    private static TownDesk desk;

    @BeforeAll static void open() {
        desk = new TownDesk();
    }

    private static String at(CaseNumber number) {
        return "/desk/cases/" + number;
    }

    @Test void whoeverOnlyLooksIsLedToTheSignInAndBack() throws Exception {
        var visitor = new Visitor(desk);
        var closed = visitor.get("/en/desk/overdue");
        assertEquals(303, closed.statusCode());
        assertEquals("/en/desk/sign-in?to=%2Fdesk%2Foverdue", closed.headers().firstValue("Location").orElse(""));
        desk.mayEnter("officer");
        var page = visitor.get("/desk/sign-in?to=%2Fdesk%2Foverdue").body();
        var signedIn = visitor.post("/desk/sign-in", page, "login", "officer", "password", TownDesk.PASSWORD, "code", desk.code());
        assertEquals("/desk/overdue", signedIn.headers().firstValue("Location").orElse(""));
        assertEquals(200, visitor.get("/desk/overdue").statusCode());
    }

    @Test void onlyTheDeskSetsACookieAndItIsANewOneAfterTheSignIn() throws Exception {
        assertTrue(desk.town.get("/").headers().firstValue("Set-Cookie").isEmpty());
        var visitor = new Visitor(desk);
        var given = visitor.get("/desk/sign-in").headers().firstValue("Set-Cookie").orElse("");
        assertTrue(given.contains("HttpOnly") && given.contains("SameSite=Lax"), given);
        var before = visitor.cookies();
        assertEquals(303, visitor.signIn("head").statusCode());
        assertNotEquals(before, visitor.cookies());
    }

    @Test void aWrongCodeIsToldAndTheLoginIsKept() throws Exception {
        var visitor = new Visitor(desk);
        desk.mayEnter("housing.officer");
        var answer = visitor.post("/desk/sign-in", visitor.get("/desk/sign-in").body(), "login", "housing.officer", "password", TownDesk.PASSWORD, "code", "123");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("value=\"housing.officer\""));
        assertFalse(answer.body().contains(TownDesk.PASSWORD));
    }

    @Test void whatWasTypedBeforeTheSessionEndedIsKeptAndSentAfterwards() throws Exception {
        var number = desk.handled("梧桐路的路灯坏了两盏");
        var visitor = new Visitor(desk);
        visitor.signIn("officer");
        var form = visitor.get(at(number) + "/answer").body();
        visitor.losesTheSession();

        var closed = visitor.post(at(number) + "/answer", form, "text", "两盏灯都换好了，𠮷街也看过。", "step", "do");
        assertEquals(401, closed.statusCode());
        assertTrue(closed.body().contains("两盏灯都换好了，𠮷街也看过。"));
        assertEquals(State.HANDLING, desk.see(number).state());
        desk.mayEnter("officer");
        var signedIn = visitor.post("/desk/sign-in", closed.body(), "login", "officer", "password", TownDesk.PASSWORD, "code", desk.code());
        assertEquals("/desk/send-again", signedIn.headers().firstValue("Location").orElse(""));
        var again = visitor.get("/desk/send-again").body();
        assertTrue(again.contains("两盏灯都换好了，𠮷街也看过。"));
        var looked = visitor.post(at(number) + "/answer", again);
        assertEquals(200, looked.statusCode(), "it names no date: the checklist says so once");
        assertEquals(303, visitor.post(at(number) + "/answer", looked.body(), "text", "两盏灯都换好了，𠮷街也看过。", "checked", "yes", "step", "do").statusCode());
        assertEquals("两盏灯都换好了，𠮷街也看过。", desk.see(number).last("ReplyPublished").orElseThrow().text());
    }

    @Test void aFormWithoutTheSessionsTokenIsNotTakenButOfferedAgain() throws Exception {
        var number = desk.handled("灯杆歪了");
        var visitor = new Visitor(desk);
        visitor.signIn("officer");
        var answer = visitor.post(at(number) + "/note", "", "text", "先放一放", "seen", "3");
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("先放一放"));
        assertTrue(desk.see(number).last("NoteWritten").isEmpty());
    }

    @Test void theSameFormSentTwiceIsOneStep() throws Exception {
        var number = desk.handled("路灯白天亮着");
        var visitor = new Visitor(desk);
        visitor.signIn("officer");
        var form = visitor.get(at(number) + "/note").body();
        for (int i = 0; i < 2; i++) assertEquals(303, visitor.post(at(number) + "/note", form, "text", "已联系班组", "step", "do").statusCode());
        assertEquals(1, desk.see(number).trail().stream().filter(e -> e.event().equals("NoteWritten")).count());
    }

    @Test void aReportOfWrongdoingIsHiddenFromTheOfficeItIsAboutAndAllBelow() throws Exception {
        var number = desk.asks(Kind.REPORT, "举报听橹区办事人员收红包", new OfficeCode("tinglu"));
        desk.does(number, new Act.Assign(new OfficeCode("inspection"), List.of(), ""), Role.DISPATCHER, "dispatcher").orThrow();
        for (var login : List.of("tinglu.head", "shiliuqiao.officer", "shiliuqiao.head")) {
            var visitor = new Visitor(desk);
            visitor.signIn(login);
            assertEquals(404, visitor.get(at(number)).statusCode(), login);
            assertEquals(404, visitor.get(at(number) + "/note").statusCode(), login);
            for (var list : List.of("/desk", "/desk?view=all", "/desk/overdue", "/desk/find?q=" + "%E7%BA%A2%E5%8C%85")) {
                assertFalse(visitor.get(list).body().contains(number.text()), login + " " + list);
            }
        }
        var inspector = new Visitor(desk);
        inspector.signIn("inspection.officer");
        assertEquals(200, inspector.get(at(number)).statusCode());
        assertTrue(inspector.get("/desk").body().contains(number.text()));
    }

    @Test void anotherOfficesCaseDoesNotExistForAnOfficerAndItsContactIsNotShown() throws Exception {
        var number = desk.handled("路灯照进卧室");
        var visitor = new Visitor(desk);
        visitor.signIn("education.officer");
        assertEquals(404, visitor.get(at(number)).statusCode());
        assertEquals(404, visitor.post(at(number) + "/contact", visitor.get("/desk").body().replace("/desk/sign-out", at(number) + "/contact"), "purpose", "好奇").statusCode());
    }

    @Test void theContactIsShownOnlyWithAPurposeAndTheLookIsRecorded() throws Exception {
        var number = desk.handled("路灯忽明忽暗");
        var visitor = new Visitor(desk);
        visitor.signIn("officer");
        var page = visitor.get(at(number)).body();
        assertFalse(page.contains("138"), "hidden at first");
        assertEquals(422, visitor.post(at(number) + "/contact", page, "purpose", "").statusCode());
        var shown = visitor.post(at(number) + "/contact", page, "purpose", "约时间上门");
        assertTrue(shown.body().contains("<strong>138"));
        var resident = desk.cases.residentOf(number).orElseThrow();
        var reveals = desk.town.room(lianqiao.identity.Residents.class).revealsOf(resident);
        assertTrue(reveals.getFirst().toString().contains("officer"));
    }
}

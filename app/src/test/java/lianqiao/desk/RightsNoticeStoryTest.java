package lianqiao.desk;

import static lianqiao.town.Browser.assertValidHtml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.State;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import org.junit.jupiter.api.Test;

/** Somebody finds a lie about themselves in a public case, gives notice without an account, and nobody but the desk learns who it was. */
class RightsNoticeStoryTest {
    private static final String STATEMENT = "我没有打人，派出所有记录。可以打13912345678核对。";

    private final TownDesk desk = new TownDesk();
    private final Visitor neighbour = new Visitor(desk);

    private Cases.Received accusation(boolean confidential) {
        return desk.cases.receive(new NewCase(Kind.COMPLAINT, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "柳枝巷", null, "邻居打人",
                "十四号的邻居昨晚打人。", Language.ZH, confidential, null, "web", null, null, List.of()), By.resident(), desk.now()).orThrow();
    }

    private static String found(String pattern, String page) {
        var match = Pattern.compile(pattern).matcher(page);
        assertTrue(match.find(), () -> pattern + " in " + page);
        return match.group(1);
    }

    @Test void aNoticeReachesTheAuthorAndTheDeskAndSaysToNobodyElseWhoGaveIt() throws Exception {
        var accused = accusation(false);
        var path = "/case/" + accused.number() + "/rights";
        assertTrue(neighbour.get("/case/" + accused.number()).body().contains("href=\"" + path + "\""));
        var form = neighbour.get(path).body();
        assertValidHtml(form);
        assertValidHtml(neighbour.get("/en" + path).body());

        var missing = neighbour.post(path, form, "entry", "1", "statement", STATEMENT, "name", "周砚秋", "contact", "call me");
        assertEquals(422, missing.statusCode());
        for (var kept : List.of("没有打人", "周砚秋", "call me")) assertTrue(missing.body().contains(kept), kept);
        assertEquals(422, neighbour.post(path, form, "entry", "99", "right", "REPUTATION", "statement", STATEMENT, "name", "周砚秋", "contact", "13800138001").statusCode());

        int before = counted("未决定");
        var given = neighbour.post(path, form, "entry", "1", "right", "REPUTATION", "statement", STATEMENT, "name", "周砚秋", "contact", "13800138001");
        assertEquals(201, given.statusCode(), given.body());
        var again = neighbour.post(path, form, "entry", "1", "right", "REPUTATION", "statement", STATEMENT, "name", "周砚秋", "contact", "13800138001");
        var number = found("id=\"receipt-number\">([^<]+)<", given.body());
        assertEquals(number, found("id=\"receipt-number\">([^<]+)<", again.body()), "pressed twice, given once");

        assertEquals(404, neighbour.get("/case/" + number).statusCode());
        for (var page : List.of("/case/" + accused.number(), "/moderation", "/search?q=%E6%B4%BE%E5%87%BA%E6%89%80"))
            for (var hidden : List.of("周砚秋", "13800138001", "派出所有记录")) assertFalse(neighbour.get(page).body().contains(hidden), page + " shows " + hidden);
        assertTrue(counted("未决定") > before, "one more of them is undecided");
        assertValidHtml(neighbour.get("/moderation").body());
        assertValidHtml(neighbour.get("/en/moderation").body());

        var own = neighbour.post("/follow", neighbour.get("/follow").body(), "number", accused.number().text(), "code", accused.code().grouped()).body();
        assertTrue(own.contains("派出所有记录") && own.contains("名誉权"), own);
        assertValidHtml(own);
        for (var hidden : List.of("周砚秋", "13800138001", "13912345678", number)) assertFalse(own.contains(hidden), "the author reads " + hidden);

        var supervisor = new Visitor(desk);
        supervisor.signIn("supervisor");
        var waiting = supervisor.get("/desk/measures").body();
        assertValidHtml(waiting);
        assertTrue(waiting.contains("/desk/cases/" + number) && waiting.contains("关于诉求 " + accused.number() + " 第 1 条"), waiting);
        var opened = supervisor.get("/desk/cases/" + number);
        assertEquals(200, opened.statusCode());
        assertEquals(2, opened.body().split("通知人：周砚秋", -1).length, "the name stands there, once");

        var trail = neighbour.get("/case/" + accused.number()).body();
        assertTrue(trail.contains("关于第 1 条：名誉权。已转送作者。"), trail);
        assertTrue(neighbour.get("/en/case/" + accused.number()).body().contains("About entry 1: reputation. The author was told."));
        var decline = "/desk/cases/" + accused.number() + "/decline-notice";
        var asked = supervisor.get(decline);
        assertEquals(200, asked.statusCode());
        assertValidHtml(asked.body());
        var forwarded = desk.see(accused.number()).notices().getFirst().number();
        assertEquals(422, supervisor.post(decline, asked.body(), "step", "do", "notice", Integer.toString(forwarded)).statusCode(), "never without a reason");
        var declined = supervisor.post(decline, asked.body(), "step", "do", "notice", Integer.toString(forwarded), "reason", "派出所记录与此事无关，属于正常反映。");
        assertEquals(303, declined.statusCode(), declined.body());
        var decided = neighbour.get("/case/" + accused.number()).body();
        assertTrue(decided.contains("对权益通知不采取措施") && decided.contains("属于正常反映"), decided);
        assertEquals(303, supervisor.get(decline).statusCode(), "nothing is left to decline");

        desk.carriedOn(() -> !supervisor.get("/desk/measures").body().contains(number));
        assertEquals(before, counted("未决定"));
        var notice = desk.see(CaseNumber.read(number).orElseThrow());
        assertEquals(State.ANSWERED, notice.state(), "the decision is the answer");
        assertEquals("DECLINED", notice.last("NoticeAnswered").orElseThrow().fact("decision"));
    }

    private int counted(String what) throws Exception {
        var row = neighbour.get("/moderation").body().replaceAll("\\s+", " ").split("<th scope=\"row\">名誉权</th>", 2);
        return row.length < 2 ? 0 : Integer.parseInt(found("data-label=\"" + what + "\">([0-9]+)<", row[1]));
    }

    @Test void whetherAConfidentialCaseExistsIsNotToldHereEither() throws Exception {
        var secret = accusation(true);
        var form = neighbour.get("/case/" + accusation(false).number() + "/rights").body();
        for (var path : List.of("/case/" + secret.number() + "/rights", "/case/20260101-000001-8/rights", "/case/nonsense/rights")) {
            assertEquals(404, neighbour.get(path).statusCode(), path);
            assertEquals(404, neighbour.post(path, form).statusCode(), path);
        }
    }
}

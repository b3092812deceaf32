package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.brief.Brief;
import lianqiao.brief.Briefs;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.State;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/** The brief hands a leader one case to answer in person; the answer stands in public as the leader's, and is counted. */
class LeaderAnswersTest extends AtTheDesk {
    /** Accepted by an office sixty days ago and never answered. */
    private static CaseNumber forgotten(int i) {
        var then = desk.now().minus(Duration.ofDays(60));
        var number = desk.cases.receive(new NewCase(Kind.HELP, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "", null, "第" + i + "号门洞没有灯", "第" + i + "号门洞两个月没有灯，问过的人都说在办。",
                Language.ZH, false, null, "web", null, null, List.of()), By.resident(), then).orThrow().number();
        desk.cases.act(number, new Act.Assign(new OfficeCode("urban"), List.of(), ""), desk.by(Role.DISPATCHER, "dispatcher"), then).orThrow();
        if (i % 2 == 0) desk.cases.act(number, new Act.Accept(), desk.by(Role.OFFICER, "officer"), then).orThrow();
        return number;
    }

    private static long answers(Brief brief) {
        return brief.deeds().stream().filter(deed -> deed.event().equals("ReplyPublished")).mapToLong(Deed::count).sum();
    }

    @Test void theOneOfTheBriefIsAnsweredInPersonAndEverybodySeesIt() throws Exception {
        for (int i = 1; i <= 6; i++) forgotten(i);
        var briefs = desk.town.room(Briefs.class);
        var brief = briefs.write(desk.now().plus(Duration.ofDays(1)));
        var number = Objects.requireNonNull(brief.answer()).number();
        var page = browser.open(Eyes.DESKTOP);
        desk.signIn(page, "", "leader");
        page.navigate(desk.town.address() + "/desk/brief/" + brief.day());
        look(page, "brief-leader");
        page.click(".brief-answer a.button");
        assertTrue(page.url().endsWith("/desk/cases/" + number + "/answer"), page.url());
        page.fill("#text", "让您久等了。我已请城管局11月30日前装好这盏灯，由路灯管理所负责，电话 12345。有异议可在此继续反映。");
        page.click("button[value=preview]");
        look(page, "leader-answer");
        press(page);
        var answered = desk.see(number);
        assertEquals(State.ANSWERED, answered.state());
        assertEquals(Role.LEADER, answered.last("ReplyPublished").orElseThrow().role());
        assertTrue(desk.cases.agreesWithItsEvents(number));
        page.navigate(desk.town.address() + "/case/" + number);
        Browser.picture(page, "leader-answer-public");
        assertTrue(page.locator("main").textContent().contains("领导亲自答复"), page.locator("main").textContent());
        page.navigate(desk.town.address() + "/leaders");
        assertTrue(page.locator("main table").textContent().contains("答复"), page.locator("main").textContent());
        assertEquals(1, page.locator("main .items a[href='/case/" + number + "']").count());
        assertTrue(desk.town.get("/case/" + number).body().contains("领导已经亲自答复"), "the card says who answered");
        Browser.leave(page);
        var next = briefs.write(desk.now().plus(Duration.ofDays(2)));
        assertEquals(1 + answers(brief), answers(next), "what the leader did stands in the next brief");
        var supervisor = new Visitor(desk);
        supervisor.signIn("supervisor");
        var read = supervisor.get("/desk/brief/" + next.day()).body();
        assertTrue(read.contains("brief-answer") && !read.contains("/answer\""), "whoever watches is not offered what is a leader's");
    }

    @Test void aLeaderAnswersWhatAnOfficeHasAndNothingElse() {
        var received = desk.asks("还没有派出去的灯");
        var answer = new Act.Answer("我来答复。", List.of());
        assertFalse(desk.does(received, answer, Role.LEADER, "leader").isDone());
        var assigned = forgotten(7);
        desk.does(assigned, answer, Role.LEADER, "leader").orThrow();
        assertFalse(desk.does(assigned, answer, Role.LEADER, "leader").isDone(), "answered once");
        assertFalse(desk.does(forgotten(9), answer, Role.SUPERVISOR, "supervisor").isDone(), "whoever watches the offices does not answer for them");
    }
}

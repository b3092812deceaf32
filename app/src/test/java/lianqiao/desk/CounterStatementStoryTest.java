package lianqiao.desk;

import static lianqiao.town.Browser.assertNoAxeViolations;
import static lianqiao.town.Browser.assertNoSidewaysScroll;
import static lianqiao.town.Browser.assertValidHtml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.RightsNotice.Standing;
import lianqiao.cases.State;
import lianqiao.channels.Notices;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.privacy.Details;
import lianqiao.rights.CarryNoticesOn;
import lianqiao.store.Database;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/**
 * The way of the Civil Code, articles 1195 and 1196, with its two ends: a neighbour gives notice, the entry is withheld, the author
 * states that nothing is violated, and then either nobody complains and it is shown again by rule, or somebody sues and it stays.
 */
class CounterStatementStoryTest {
    private static final String ACCUSED = "十四号的店主卖假酒，我亲眼看见换标签。";
    private static final String COUNTER = "我有购买小票和照片，质检所也有检测报告，可打13700137000核对。";

    private final TownDesk desk = new TownDesk();
    private final Visitor anybody = new Visitor(desk);
    private Cases.Received accused;
    private CaseNumber notice;
    private String noticeCode;

    private void accuse() {
        var contact = Contact.read("13700137000").orElseThrow();
        var author = desk.town.room(Residents.class).contactable(contact, Language.ZH, desk.now());
        accused = desk.cases.receive(new NewCase(Kind.COMPLAINT, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "柳枝巷", null, "店主卖假酒", ACCUSED,
                Language.ZH, false, null, "web", author, null, List.of()), By.resident(), desk.now()).orThrow();
    }

    private static String found(String pattern, String page) {
        var match = Pattern.compile(pattern).matcher(page);
        assertTrue(match.find(), () -> pattern + " in " + page);
        return match.group(1);
    }

    private void giveNotice() throws Exception {
        var path = "/case/" + accused.number() + "/rights";
        var given = anybody.post(path, anybody.get(path).body(), "entry", "1", "right", "REPUTATION", "statement", "我从不卖假酒，有进货单。", "name", "石老板", "contact", "13600136000");
        assertEquals(201, given.statusCode(), given.body());
        notice = CaseNumber.read(found("id=\"receipt-number\">([^<]+)<", given.body())).orElseThrow();
        noticeCode = found("id=\"receipt-code\">([^<]+)<", given.body());
    }

    /** Proposed by one person and confirmed by another, on the notice that step names. */
    private int withhold() throws Exception {
        var supervisor = new Visitor(desk);
        supervisor.signIn("supervisor");
        var path = "/desk/cases/" + accused.number() + "/propose-measure";
        var form = supervisor.get(path).body();
        assertValidHtml(form);
        int forwarded = about().notices().getFirst().number();
        var proposed = supervisor.post(path, form, "step", "do", "target", "1", "form", "WITHHOLD", "basis", "reputation", "content", "ACCUSATION",
                "follows", Integer.toString(forwarded), "why", "没有证据");
        assertEquals(303, proposed.statusCode(), proposed.body());
        int proposal = about().measures().getFirst().proposal();
        desk.does(accused.number(), new Act.Withhold(proposal), Role.LEADER, "leader").orThrow();
        assertFalse(publicly().contains("亲眼看见"), "withheld");
        assertTrue(publicly().contains("依据第 " + forwarded + " 条权益通知"), "the measure names its notice in public");
        assertEquals(Standing.MEASURED, about().notices().getFirst().standing());
        return forwarded;
    }

    private Case about() {
        return desk.see(accused.number());
    }

    private String publicly() throws Exception {
        return anybody.get("/case/" + accused.number()).body();
    }

    private String followed(CaseNumber number, String code) throws Exception {
        return anybody.post("/follow", anybody.get("/follow").body(), "number", number.text(), "code", code).body();
    }

    private HttpResponse<String> counter(String page, String... fields) throws Exception {
        return anybody.post("/follow/counter", page, fields);
    }

    private void stateCounter(int forwarded) throws Exception {
        var own = followed(accused.number(), accused.code().grouped());
        assertValidHtml(own);
        var half = counter(own, "notice", "" + forwarded, "counter", COUNTER);
        assertEquals(422, half.statusCode(), "the statement itself is missing");
        assertTrue(half.body().contains("质检所也有检测报告"), "what was typed is kept");
        var stated = counter(own, "notice", "" + forwarded, "no-violation", "yes", "counter", COUNTER);
        assertEquals(200, stated.statusCode(), stated.body());
        assertTrue(stated.body().contains("已收到您的声明"), stated.body());
        assertValidHtml(stated.body());
        assertFalse(followed(accused.number(), accused.code().grouped()).contains("/follow/counter"), "once");
        assertFalse(publicly().contains("质检所"), "its words are not public");
        assertTrue(publicly().contains("作者声明不构成侵权"));
        desk.carriedOn(() -> desk.see(notice).last("CounterForwarded").isPresent());
    }

    private Instant reportBy() {
        return about().notices().getFirst().reportBy();
    }

    private void runsAt(Instant when) {
        desk.town.room(CarryNoticesOn.class).run(when);
    }

    private List<String> toCall(CaseNumber number) {
        return desk.town.room(Notices.class).undelivered(10_000).stream().filter(u -> u.number().equals(number)).map(Notices.Undelivered::about).toList();
    }

    @Test void nobodyComplainsAndItIsShownAgainByRule() throws Exception {
        accuse();
        giveNotice();
        int forwarded = withhold();
        desk.carriedOn(() -> desk.see(notice).state() == State.ANSWERED);
        assertEquals("MEASURED", desk.see(notice).last("NoticeAnswered").orElseThrow().fact("decision"));
        stateCounter(forwarded);

        var giver = followed(notice, noticeCode);
        assertValidHtml(giver);
        assertTrue(giver.contains("质检所也有检测报告") && giver.contains("投诉或向法院起诉"), giver);
        assertTrue(giver.contains(Details.MASK) && !giver.contains("13700137000"), "the author's number stays masked");
        assertValidHtml(anybody.post("/en/follow", anybody.get("/en/follow").body(), "number", notice.text(), "code", noticeCode).body());
        desk.carriedOn(() -> toCall(notice).contains("counter-forwarded"));
        assertTrue(toCall(notice).contains("notice-answered") && toCall(accused.number()).contains("withheld"), toCall(notice).toString());

        runsAt(reportBy().minusSeconds(1));
        assertFalse(publicly().contains("亲眼看见"), "not a moment early");
        runsAt(reportBy().plus(Duration.ofMinutes(11)));
        assertTrue(publicly().contains("亲眼看见换标签") && publicly().contains("按规则恢复"), publicly());
        assertTrue(desk.cases.agreesWithItsEvents(accused.number()));
        var restored = about().last("EntryRestored").orElseThrow();
        assertEquals(Role.CLOCK, restored.role());
        assertEquals("" + forwarded, restored.fact("notice"));
        assertEquals(200, inTheLog(accused.number(), restored.number()), "a leaf of the public log");
        desk.carriedOn(() -> desk.see(notice).last("NoticeSettled").isPresent());
        assertEquals("LIFTED", desk.see(notice).last("NoticeSettled").orElseThrow().fact("end"));
        desk.carriedOn(() -> toCall(notice).contains("notice-settled"));
        runsAt(reportBy().plus(Duration.ofDays(1)));
        assertEquals(1, about().trail().stream().filter(e -> e.event().equals("EntryRestored")).count(), "once");

        var late = anybody.post("/follow/recourse", giver, "recourse", "COURT", "where", "区法院");
        assertEquals(422, late.statusCode(), "told after the end");
        assertTrue(late.body().contains("告知期限已过") && late.body().contains("区法院"), late.body());
    }

    private int inTheLog(CaseNumber number, int entry) throws Exception {
        int status = 0;
        for (int turn = 0; turn < 100 && status != 200; turn++) {
            status = anybody.get("/log/receipt/" + number + "/" + entry).statusCode();
            Thread.sleep(100);
        }
        return status;
    }

    @Test void somebodySuesInTimeAndItStaysWithheld() throws Exception {
        accuse();
        giveNotice();
        stateCounter(withhold());
        var giver = followed(notice, noticeCode);
        var told = anybody.post("/follow/recourse", giver, "recourse", "COURT", "where", "石榴桥区法院，（2026）民初 12 号");
        assertEquals(200, told.statusCode(), told.body());
        assertTrue(told.body().contains("已记下"), told.body());
        desk.carriedOn(() -> publicly().contains("通知人已向法院起诉"));
        assertFalse(publicly().contains("民初"), "where and under which number is not public");
        runsAt(reportBy().plus(Duration.ofDays(1)));
        assertFalse(publicly().contains("亲眼看见"), "it stays until the court has decided");
        var byRule = desk.cases.act(accused.number(), new Act.RestoreByRule(about().measures().getFirst().number()), By.clock(), reportBy().plus(Duration.ofDays(1)));
        assertFalse(byRule.isDone(), "and the step itself is refused, whoever comes upon the idea to take it");
        assertTrue(followed(accused.number(), accused.code().grouped()).contains("对方已向法院起诉"));
        var third = By.officer(Role.SUPERVISOR, new OfficeCode("inspection"), new OfficerId("third"));
        desk.cases.act(accused.number(), new Act.Restore(about().measures().getFirst().number(), "法院驳回了起诉"), third, desk.now()).orThrow();
        desk.carriedOn(() -> desk.see(notice).last("NoticeSettled").isPresent());
    }

    private static void look(Page page, String name) throws Exception {
        Browser.picture(page, "rights-" + name + "-" + page.viewportSize().width);
        assertNoAxeViolations(page);
        assertNoSidewaysScroll(page);
        assertValidHtml(page.content());
    }

    private void follow(Page page, String prefix, CaseNumber number, String code) {
        page.navigate(desk.town.address() + prefix + "/follow?number=" + number);
        page.fill("#number", number.text());
        page.fill("#code", code);
        page.click("main form button[type=submit]");
    }

    private void seesTheForms(Page page, String prefix) throws Exception {
        page.navigate(desk.town.address() + prefix + "/case/" + accused.number() + "/rights");
        page.click("main form button[type=submit]");
        look(page, "notice-error");
        follow(page, prefix, accused.number(), accused.code().grouped());
        page.click("details:has(form[action$='/follow/counter']) > summary");
        page.fill("#counter", COUNTER);
        page.click("form[action$='/follow/counter'] button");
        assertEquals(COUNTER, page.inputValue("#counter"));
        look(page, "counter-error");
    }

    private void seesWhatCameOfIt(Page page, String prefix) throws Exception {
        follow(page, prefix, notice, noticeCode);
        page.click("form[action$='/follow/recourse'] button");
        look(page, "giver-error");
        page.navigate(desk.town.address() + prefix + "/case/" + accused.number());
        look(page, "case");
        page.navigate(desk.town.address() + prefix + "/moderation");
        look(page, "moderation");
    }

    @Test void everyPageOfItCanBeReadByEarAndOnAPhone() throws Exception {
        accuse();
        giveNotice();
        int forwarded = withhold();
        try (var browser = Browser.start()) {
            var phone = browser.open(Eyes.PHONE);
            var desktop = browser.open(Eyes.DESKTOP);
            seesTheForms(phone, "");
            seesTheForms(desktop, "/en");
            stateCounter(forwarded);
            seesWhatCameOfIt(phone, "");
            seesWhatCameOfIt(desktop, "/en");
            desk.signIn(desktop, "/en", "supervisor");
            desktop.navigate(desk.town.address() + "/en/desk/measures");
            look(desktop, "desk-measures");
            desktop.navigate(desk.town.address() + "/en/desk/cases/" + accused.number() + "/propose-measure");
            look(desktop, "desk-propose");
        }
    }

    @Test void theAuthorTakesTheCaseBackInTheSameMoment() throws Exception {
        accuse();
        var path = "/case/" + accused.number() + "/rights";
        var form = anybody.get(path).body();
        var database = desk.town.room(Database.class);
        var sent = new CompletableFuture<HttpResponse<String>>();
        database.inTransaction(() -> {
            desk.cases.act(accused.number(), new Act.Conceal(), By.resident(), desk.now()).orThrow();
            Thread.ofVirtual().start(() -> {
                try {
                    sent.complete(anybody.post(path, form, "entry", "1", "right", "PRIVACY", "statement", "这里写了我家的门牌。", "name", "石老板", "contact", "13600136000"));
                } catch (Exception e) {
                    sent.completeExceptionally(e);
                }
            });
            awaitSomebodyAtTheRow(database);   // the form was read from the state before and waits for this row
        });
        var answer = sent.get();
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("这里写了我家的门牌") && answer.body().contains("石老板") && answer.body().contains("13600136000"), "what was typed is kept");
        assertValidHtml(answer.body());
        assertTrue(desk.see(accused.number()).notices().isEmpty());
    }

    private static void awaitSomebodyAtTheRow(Database database) {
        var waiting = database.sql().sql("select count(*) from pg_locks where not granted");
        for (int turn = 0; turn < 2_000 && waiting.query(Long.class).single() == 0; turn++) LockSupport.parkNanos(10_000_000);
    }

    @Test void aNoticeAboutACaseThatItsAuthorTakesBackIsEnded() throws Exception {
        accuse();
        giveNotice();
        desk.cases.act(accused.number(), new Act.Conceal(), By.resident(), desk.now()).orThrow();
        desk.carriedOn(() -> desk.see(notice).last("NoticeSettled").isPresent());
        assertEquals("GONE", desk.see(notice).last("NoticeSettled").orElseThrow().fact("end"));
        assertTrue(followed(notice, noticeCode).contains("已不再公开"));
    }
}

package lianqiao.cases;

import static lianqiao.cases.Town.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Act.Solved;
import lianqiao.cases.By.Role;
import lianqiao.offices.OfficerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaseLifeTest {
    private static Town town;

    @BeforeAll static void open() {
        town = new Town();
    }

    @AfterAll static void shut() {
        town.close();
    }

    private static String why(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why();
    }

    @Test void aCaseGoesFromQuestionToConfirmedAnswer() {
        var office = town.departments.getFirst();
        var number = town.asks(at("2026-09-28T09:00")).number();
        town.does(number, new Act.Assign(office, List.of(), "请今天看"), town.dispatcher(), at("2026-09-28T10:00"));
        town.does(number, new Act.Accept(), town.officer(office), at("2026-09-28T14:00"));
        town.does(number, new Act.Answer("师傅明天上午去换灯泡，周三前亮。", List.of()), town.officer(office), at("2026-09-29T09:00"));
        town.does(number, new Act.Verdict(Solved.SOLVED, 5, 4, "亮了，谢谢"), By.resident(), at("2026-09-30T20:00"));
        var verdict = town.see(number, at("2026-09-30T20:00")).last("VerdictSolved").orElseThrow().number();
        town.does(number, new Act.CloseConfirmed(verdict), town.dispatcher(), at("2026-09-30T20:05"));

        var lamp = town.cases.publicly(number, at("2026-10-01T00:00")).orElseThrow();
        assertEquals(State.CLOSED, lamp.state());
        assertEquals(Closing.RESIDENT_CONFIRMED, lamp.closing());
        assertEquals(List.of("CaseReceived", "CaseAssigned", "CaseAccepted", "ReplyPublished", "VerdictSolved", "CaseClosedAsConfirmed"),
                lamp.trail().stream().map(Case.Entry::event).toList());
        assertTrue(lamp.trail().stream().allMatch(e -> e.officer() == null), "no officer's code in public");
        assertTrue(town.cases.agreesWithItsEvents(number));
        assertEquals(7, town.cases.history(number).size());
    }

    @Test void theDateRunsFromReceiptOverTheHolidayNotFromAcceptance() {
        var number = town.asks(at("2026-09-30T17:10")).number();
        assertEquals(LocalDate.parse("2026-10-13"), town.see(number, at("2026-09-30T18:00")).deadline().lastDay());   // 8, 9, 10 (make-up), 12, 13
        var office = town.departments.getFirst();
        town.does(number, new Act.Assign(office, List.of(), ""), town.dispatcher(), at("2026-10-09T10:00"));
        town.does(number, new Act.Accept(), town.officer(office), at("2026-10-10T10:00"));
        assertEquals(LocalDate.parse("2026-10-13"), town.see(number, at("2026-10-10T18:00")).deadline().lastDay());
    }

    @Test void theSecondSendBackIsDecidedByTheSupervisorAndADecidedCaseStays() {
        var a = town.departments.get(0);
        var b = town.departments.get(1);
        var reason = town.offices.sendBackReasons().getFirst().code();
        var number = town.asks(at("2026-11-02T09:00")).number();
        var t = at("2026-11-02T10:00");
        town.does(number, new Act.Assign(a, List.of(), ""), town.dispatcher(), t);
        town.does(number, new Act.SendBack(reason, "不归我们管"), town.officer(a), t);
        town.does(number, new Act.Assign(b, List.of(), ""), town.dispatcher(), t);
        town.does(number, new Act.SendBack(reason, "也不归我们管"), town.officer(b), t);
        assertEquals("cases.refused.only-decide", why(town.cases.act(number, new Act.Assign(a, List.of(), ""), town.dispatcher(), t)));
        var decision = new Act.AssignFinally(a, List.of(b), "路灯归城管，街道配合");
        assertEquals("cases.refused.supervisor-decides", why(town.cases.act(number, decision, town.dispatcher(), t)));
        town.does(number, decision, town.supervisor(), t);
        assertEquals("cases.refused.decided", why(town.cases.act(number, new Act.SendBack(reason, "还是不归我们"), town.officer(a), t)));
        assertEquals(2, town.see(number, t).sendBacks());
    }

    @Test void aQuestionToTheResidentStopsTheClockAndTheAnswerStartsItAgain() {
        var office = town.departments.getFirst();
        var number = town.asks(at("2026-11-02T09:00")).number();
        town.does(number, new Act.Assign(office, List.of(), ""), town.dispatcher(), at("2026-11-02T10:00"));
        town.does(number, new Act.Accept(), town.officer(office), at("2026-11-02T10:00"));
        assertEquals(LocalDate.parse("2026-11-09"), town.see(number, at("2026-11-02T11:00")).deadline().lastDay());
        town.does(number, new Act.AskBack("是哪一盏？"), town.officer(office), at("2026-11-03T10:00"));
        town.does(number, new Act.Supplement("3 栋门口那盏", List.of()), By.resident(), at("2026-11-05T10:00"));
        assertEquals(LocalDate.parse("2026-11-11"), town.see(number, at("2026-11-05T11:00")).deadline().lastDay());
        assertTrue(town.cases.agreesWithItsEvents(number));
    }

    @Test void aDateIsExtendedBeforeItPassesAndNotAfter() {
        var office = town.departments.getFirst();
        var number = town.asks(at("2026-11-02T09:00")).number();
        town.does(number, new Act.Assign(office, List.of(), ""), town.dispatcher(), at("2026-11-02T10:00"));
        var more = new Act.Extend(TimeLimit.parse("3wd"), "配件要从外地来");
        town.does(number, more, town.officer(office), at("2026-11-09T23:59"));
        assertEquals(LocalDate.parse("2026-11-12"), town.see(number, at("2026-11-09T23:59")).deadline().lastDay());
        assertEquals("cases.refused.too-late-to-extend", why(town.cases.act(number, more, town.officer(office), at("2026-11-13T00:00"))));
    }

    @Test void theLadderIsClimbedOnceHoweverLateTheJobComes() {
        var number = town.asks(at("2026-11-02T09:00")).number();
        var late = at("2026-11-20T08:00");
        while (town.cases.runClocks(late, 100) > 0) { }
        var rungs = town.see(number, late).trail().stream().filter(e -> e.event().equals("LadderClimbed")).toList();
        assertEquals(List.of("REMINDER", "HEAD", "SUPERVISOR", "LEADER"), rungs.stream().map(e -> e.fact("rung")).toList());
        assertEquals(List.of(at("2026-11-06T00:00"), at("2026-11-10T00:00"), at("2026-11-12T00:00"), at("2026-11-17T00:00")),
                rungs.stream().map(e -> Instant.parse(e.fact("on"))).toList());
        assertEquals(Act.Level.LEADER, town.see(number, late).level());
    }

    @Test void silenceClosesOnlyAfterTheCallBackAndIsNotSatisfaction() {
        var office = town.departments.getFirst();
        var number = town.asks(at("2026-11-02T09:00")).number();
        town.does(number, new Act.Assign(office, List.of(), ""), town.dispatcher(), at("2026-11-02T10:00"));
        town.does(number, new Act.Accept(), town.officer(office), at("2026-11-02T10:00"));
        town.does(number, new Act.Answer("已安排。", List.of()), town.officer(office), at("2026-11-02T11:00"));
        for (var day = 3; day <= 20; day++) town.cases.runClocks(at("2026-11-%02dT08:00".formatted(day)), 100);
        var quiet = town.see(number, at("2026-11-20T08:00"));
        assertEquals(Closing.SILENCE_AFTER_CALL_BACK, quiet.closing());
        assertEquals(null, quiet.solved());
        assertEquals(List.of("ResidentCalledBack", "CaseClosedAfterSilence"),
                quiet.trail().stream().map(Case.Entry::event).filter(e -> e.startsWith("ResidentCalled") || e.startsWith("CaseClosed")).toList());
    }

    @Test void aReportOfWrongdoingIsNeverPublicAndNeverGoesToTheOfficeItConcerns() {
        var accused = town.departments.get(1);
        var asked = new NewCase(Kind.REPORT, town.service, town.area, "", null, "有人收红包", "窗口有人收红包", Language.ZH, false, accused,
                "web", null, null, List.of());
        var number = town.cases.receive(asked, By.resident(), at("2026-11-02T09:00")).orThrow().number();
        var t = at("2026-11-02T10:00");
        assertTrue(town.cases.publicly(number, t).isEmpty());
        assertEquals("cases.refused.concerned-office", why(town.cases.act(number, new Act.Assign(accused, List.of(), ""), town.dispatcher(), t)));
        assertFalse(Sight.ofAllBut(Set.of(accused)).shows(town.see(number, t)));
        assertTrue(town.cases.list(CaseQuery.queueOf(Set.of(), Sight.ofAllBut(Set.of(accused)), 200)).stream().noneMatch(l -> l.number().equals(number)));
    }

    @Test void theSameFormSentTwiceIsOneCaseWithTheSameCode() {
        var t = at("2026-11-02T09:00");
        var first = town.cases.receive(town.lamp("form-1"), By.resident(), t).orThrow();
        var second = town.cases.receive(town.lamp("form-1"), By.resident(), t.plusSeconds(2)).orThrow();
        assertEquals(first, second);
        assertTrue(town.cases.own(first.number(), second.code(), t).isPresent());
    }

    @Test void aJoinedResidentIsAskedForAnOwnVerdictOnceTheLeadCaseIsAnswered() {
        var office = town.departments.getFirst();
        var lead = town.asks(at("2026-11-02T09:00")).number();
        var mine = town.asks(at("2026-11-02T09:30")).number();
        var t = at("2026-11-02T10:00");
        town.does(mine, new Act.Join(lead), town.dispatcher(), t);
        var verdict = new Act.Verdict(Solved.NOT, 0, 2, "我这盏还不亮");
        assertEquals("cases.refused.not-answered", why(town.cases.act(mine, verdict, By.resident(), t)));
        town.does(lead, new Act.Assign(office, List.of(), ""), town.dispatcher(), t);
        town.does(lead, new Act.Accept(), town.officer(office), t);
        town.does(lead, new Act.Answer("都换了。", List.of()), town.officer(office), t);
        town.does(mine, verdict, By.resident(), t.plusSeconds(60));
        town.does(mine, new Act.Reopen("还有一盏不亮"), By.officer(Role.OPERATOR, office, new OfficerId("p1")), t.plusSeconds(120));
        var again = town.see(mine, t.plusSeconds(120));
        assertEquals(State.HANDLING, again.state());
        assertEquals(office, again.lead());
        assertTrue(town.cases.agreesWithItsEvents(mine));
    }

    @Test void nobodyButTheStepTableMovesACase() {
        var office = town.departments.getFirst();
        var number = town.asks(at("2026-11-02T09:00")).number();
        var t = at("2026-11-02T10:00");
        assertEquals("cases.refused.no-such-step", why(town.cases.act(number, new Act.CloseConfirmed(1), town.dispatcher(), t)));
        town.does(number, new Act.Assign(office, List.of(), ""), town.dispatcher(), t);
        assertEquals("cases.refused.no-such-step", why(town.cases.act(number, new Act.CloseAfterSilence(1), By.clock(), t)));
        assertEquals("cases.refused.other-role", why(town.cases.act(number, new Act.Accept(), By.resident(), t)));
        assertEquals("cases.refused.other-office", why(town.cases.act(number, new Act.Accept(), town.officer(town.departments.get(2)), t)));
        assertTrue(Workflow.all().stream().noneMatch(s -> s.from() == State.ASSIGNED && !s.to().isOpen()), "no step from assigned to closed");
    }
}

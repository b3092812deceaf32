package lianqiao.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.calendar.Clock;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Workflow.Step;
import lianqiao.store.Event;
import org.jspecify.annotations.Nullable;

/** Turns an act into the facts of its event: codes, dates and numbers, never words that people wrote. */
final class Facts {
    private final Clockwork clockwork;

    Facts(Clockwork clockwork) {
        this.clockwork = clockwork;
    }

    /** The first event of every case. */
    Event received(CaseNumber number, NewCase asked, By by, TimeLimit limit, Instant now) {
        var facts = new HashMap<>(clockwork.dueFacts(Clock.startedAt(now, limit), now));
        facts.putAll(Map.of("state", State.RECEIVED.name(), "kind", asked.kind().name(), "service", asked.service().toString(),
                "area", asked.area().toString(), "channel", asked.channel(), "limit", limit.format(),
                "confidential", Boolean.toString(asked.confidential())));
        return Decisions.event(number, 1, "CaseReceived", by, facts, now);
    }

    Map<String, String> of(Progress p, Step step, Act act, Instant now, @Nullable Progress other) {
        var facts = new HashMap<String, String>();
        if (step.from() != step.to()) facts.put("state", step.to().name());
        var rules = clockwork.rules();
        switch (act) {
            case Act.AskBack a -> waitFor(facts, rules.waitForResident(), now);
            case Act.Supplement a -> resume(facts, p, now);
            case Act.StopWaiting a -> resume(facts, p, now);
            case Act.Assign a -> offices(facts, a.lead().toString(), Progress.joined(a.helping()));
            case Act.AssignFinally a -> offices(facts, a.lead().toString(), Progress.joined(a.helping()));
            case Act.Reclassify a -> { facts.put("service", a.to().text()); facts.put("was", p.service == null ? "" : p.service.text()); }
            case Act.SendBack a -> facts.put("reason", a.reasonCode());
            case Act.Extend a -> extend(facts, p, a, now);
            case Act.GiveTask a -> facts.put("office", a.office().toString());
            case Act.FinishTask a -> facts.put("task", Integer.toString(a.task()));
            case Act.Answer a -> waitFor(facts, rules.callBackWithin(), now);
            case Act.ClaimDone a -> waitFor(facts, rules.callBackWithin(), now);
            case Act.CallBack a -> { facts.put("how", a.how().name()); waitFor(facts, rules.silenceAfterCallBack(), now); }
            case Act.Verdict a -> verdict(facts, a, now);
            case Act.Reopen a -> reopen(facts, p, other, now);
            case Act.Escalate a -> facts.put("level", a.to().name());
            case Act.Climb a -> { facts.put("rung", a.rung().name()); facts.put("on", a.on().toString()); }
            case Act.PutOnBook a -> putOnBook(facts, a);
            case Act.Revisit a -> restart(facts, now);
            case Act.Refuse a -> facts.put("ground", a.groundCode());
            case Act.Join a -> { facts.put("into", a.into().text()); waitFor(facts, TimeLimit.parse("1wd"), now); }
            case Act.CloseConfirmed a -> facts.put("verdict", Integer.toString(a.verdict()));
            case Act.CloseAfterSilence a -> facts.put("callBack", Integer.toString(a.callBack()));
            case Act.Recompute a -> { facts.put("calendar", a.calendarVersion()); facts.put("was", p.due.toString()); facts.putAll(clockwork.dueFacts(p.clock, now)); }
            case Act.MaskAnew a -> facts.put("rules", Integer.toString(a.rules()));
            case Act.ProposeMeasure a -> propose(facts, a);
            case Act.DropProposal a -> facts.put("proposal", Integer.toString(a.proposal()));
            case Act.Mask a -> take(facts, p, a.proposal(), now);
            case Act.Withhold a -> take(facts, p, a.proposal(), now);
            case Act.Appeal a -> { facts.put("measure", Integer.toString(a.measure())); facts.put("decideBy", clockwork.after(rules.decideAppealWithin(), now).toString()); }
            case Act.Uphold a -> facts.put("measure", Integer.toString(a.measure()));
            case Act.Restore a -> restored(facts, p, a.measure());
            case Act.RestoreByRule a -> restored(facts, p, a.measure());
            case Act.StateCounter a -> { facts.put("notice", Integer.toString(a.notice())); facts.put("reportBy", clockwork.after(rules.recourseWithin(), now).toString()); }
            case Act.ReportRecourse a -> { facts.put("notice", Integer.toString(a.notice())); facts.put("recourse", a.recourse().name()); }
            case Act.LapseNotice a -> facts.put("notice", Integer.toString(a.notice()));
            case Act.GiveNotice a -> facts.putAll(Map.of("about", a.about().text(), "entry", Integer.toString(a.entry()), "right", a.right().name()));
            case Act.AnswerNotice a -> answerNotice(facts, p, step, a, now);
            case Act.PassOnCounter a -> facts.put("reportBy", a.reportBy().toString());
            case Act.TakeRecourse a -> facts.put("recourse", a.recourse().name());
            case Act.SettleNotice a -> facts.put("end", a.end().name());
            case Act.ForwardNotice a -> { facts.put("entry", Integer.toString(a.entry())); facts.put("right", a.right().name()); }
            case Act.DeclineNotice a -> facts.put("notice", Integer.toString(a.notice()));
            case Act.WithdrawWords a -> withdraw(facts, a);
            case Act.Conceal a -> facts.put("confidential", "true");
            case Act.CorrectContact a -> { }
            case Act.ForgetContact a -> { }
            case Act.Accept a -> { }
            case Act.Report a -> { }
            case Act.Note a -> { }
            case Act.CloseImported a -> { }
        }
        return facts;
    }

    private static void restored(Map<String, String> facts, Progress p, int measure) {
        facts.put("measure", Integer.toString(measure));
        int notice = p.measures.taken(measure).map(Measure::notice).orElse(0);
        if (notice > 0) facts.put("notice", Integer.toString(notice));
    }

    /** A case that had its answer before only hears of the decision. */
    private void answerNotice(Map<String, String> facts, Progress p, Step step, Act.AnswerNotice act, Instant now) {
        facts.put("decision", act.decision().name());
        if (step.from() == step.to()) return;
        resume(facts, p, now);
        waitFor(facts, clockwork.rules().callBackWithin(), now);
    }

    private static void withdraw(Map<String, String> facts, Act.WithdrawWords a) {
        facts.put("entries", String.join(",", a.entries().stream().map(String::valueOf).toList()));
        facts.put("fields", String.join(",", a.fields()));
        facts.put("law", Forgetting.LAW);
    }

    private void waitFor(Map<String, String> facts, TimeLimit limit, Instant now) {
        facts.put("waitUntil", clockwork.after(limit, now).toString());
    }

    private void resume(Map<String, String> facts, Progress p, Instant now) {
        if (p.clock.isPaused()) facts.putAll(clockwork.dueFacts(p.clock.resumedAt(now), now));
    }

    private static void offices(Map<String, String> facts, String lead, String helping) {
        facts.put("lead", lead);
        facts.put("helping", helping);
    }

    private void extend(Map<String, String> facts, Progress p, Act.Extend act, Instant now) {
        facts.put("by", act.by().format());
        facts.put("was", p.due.toString());
        facts.putAll(clockwork.dueFacts(p.clock.extendedBy(act.by()), now));
    }

    private void verdict(Map<String, String> facts, Act.Verdict act, Instant now) {
        facts.put("solved", act.solved().name());
        facts.put("attitude", Integer.toString(act.attitude()));
        facts.put("speed", Integer.toString(act.speed()));
        var rules = clockwork.rules();
        waitFor(facts, act.solved() == Act.Solved.SOLVED ? rules.closeConfirmedAfter() : rules.reopenWithin(), now);
    }

    private void reopen(Map<String, String> facts, Progress p, @Nullable Progress other, Instant now) {
        if (p.lead == null && other != null && other.lead != null) facts.put("lead", other.lead.toString());
        restart(facts, now);
    }

    private void restart(Map<String, String> facts, Instant now) {
        var limit = clockwork.rules().reopenLimit();
        facts.put("limit", limit.format());
        facts.putAll(clockwork.dueFacts(Clock.startedAt(now, limit), now));
    }

    private void putOnBook(Map<String, String> facts, Act.PutOnBook act) {
        ZoneId zone = clockwork.calendar().zone();
        facts.put("revisitOn", act.revisitOn().toString());
        facts.put("waitUntil", act.revisitOn().atStartOfDay(zone).toInstant().toString());
    }

    private static void propose(Map<String, String> facts, Act.ProposeMeasure a) {
        facts.putAll(Map.of("form", a.form().name(), "entry", Integer.toString(a.entry()), "basis", a.basis(), "content", a.content().name()));
        if (!a.spans().isEmpty()) facts.put("spans", Measure.written(a.spans()));
        if (a.photo() != null) facts.put("photo", a.photo().toString());
        if (a.instead() != null) facts.put("instead", a.instead().toString());
        if (a.notice() > 0) facts.put("notice", Integer.toString(a.notice()));
    }

    /** Repeats what was proposed, for readers who do not see the proposal. */
    private void take(Map<String, String> facts, Progress p, int proposal, Instant now) {
        var m = p.measures.proposal(proposal).orElseThrow();
        propose(facts, new Act.ProposeMeasure(m.form(), m.entry(), m.photo(), m.instead(), m.spans(), m.basis(), m.content(), m.notice(), "-"));
        facts.put("proposal", Integer.toString(proposal));
        facts.put("appealUntil", clockwork.after(clockwork.rules().appealWithin(), now).toString());
    }

    /** The words that come with an act, kept beside the event; empty when there are none. */
    static String words(Act act) {
        return switch (act) {
            case Act.AskBack a -> a.question();
            case Act.Supplement a -> a.text();
            case Act.AssignFinally a -> a.reason();
            case Act.SendBack a -> a.explanation();
            case Act.Extend a -> a.reason();
            case Act.Report a -> a.text();
            case Act.Note a -> a.text();
            case Act.GiveTask a -> a.text();
            case Act.FinishTask a -> a.text();
            case Act.Answer a -> a.text();
            case Act.ClaimDone a -> a.evidence();
            case Act.Verdict a -> a.words();
            case Act.Reopen a -> a.reason();
            case Act.Escalate a -> a.reason();
            case Act.PutOnBook a -> a.reason();
            case Act.Refuse a -> a.explanation();
            case Act.ProposeMeasure a -> a.why();
            case Act.DropProposal a -> a.why();
            case Act.Uphold a -> a.reason();
            case Act.Restore a -> a.reason();
            case Act.DeclineNotice a -> a.reason();
            case Act.GiveNotice a -> a.words();
            case Act.TakeRecourse a -> a.words();
            case Act.StateCounter a -> "";
            case Act.ReportRecourse a -> "";
            case Act.RestoreByRule a -> "";
            case Act.LapseNotice a -> "";
            case Act.AnswerNotice a -> "";
            case Act.PassOnCounter a -> "";
            case Act.SettleNotice a -> "";
            case Act.ForwardNotice a -> "";
            case Act.MaskAnew a -> "";
            case Act.Mask a -> "";
            case Act.Withhold a -> "";
            case Act.Appeal a -> "";
            case Act.WithdrawWords a -> "";
            case Act.Conceal a -> "";
            case Act.CorrectContact a -> "";
            case Act.ForgetContact a -> "";
            case Act.Accept a -> "";
            case Act.Reclassify a -> "";
            case Act.StopWaiting a -> "";
            case Act.Assign a -> "";
            case Act.CallBack a -> "";
            case Act.Climb a -> "";
            case Act.Revisit a -> "";
            case Act.Join a -> "";
            case Act.CloseConfirmed a -> "";
            case Act.CloseAfterSilence a -> "";
            case Act.CloseImported a -> "";
            case Act.Recompute a -> "";
        };
    }

    /** The photos that come with an act. */
    static List<PhotoId> photos(Act act) {
        return switch (act) {
            case Act.Supplement a -> a.photos();
            case Act.Report a -> a.photos();
            case Act.FinishTask a -> a.photos();
            case Act.Answer a -> a.photos();
            case Act.ClaimDone a -> a.photos();
            default -> List.of();
        };
    }

    /** What the act adds for the desk alone, kept as a note of its own. */
    static String note(Act act) {
        return switch (act) {
            case Act.Assign a -> a.note();
            case Act.CallBack a -> a.note();
            case Act.Appeal a -> a.words();
            case Act.StateCounter a -> a.words();
            default -> "";
        };
    }
}

package lianqiao.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lianqiao.cases.By.Role;
import lianqiao.cases.RightsNotice.Standing;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Service;
import org.jspecify.annotations.Nullable;

/**
 * What the step table cannot say: whose case it is, how often something may happen, until when. Each refusal is the
 * key of a sentence that is shown. Stateless beside its collaborators; thread-safe.
 */
final class Guards {
    private final Offices offices;
    private final Clockwork clockwork;

    Guards(Offices offices, Clockwork clockwork) {
        this.offices = offices;
        this.clockwork = clockwork;
    }

    /**
     * What refuses the act, as the end of a key of the words files; null when nothing does.
     *
     * @param concerns the office a report of wrongdoing is about
     * @param other the case that is joined into, or this joined case's lead case
     */
    @Nullable String refusal(
            Progress p, Act act, By by, Instant now, String channel, @Nullable OfficeCode concerns, @Nullable Progress other) {
        var why = notTheirs(p, act, by);
        return why == null ? refused(p, act, by, now, channel, concerns, other) : why;
    }

    private @Nullable String notTheirs(Progress p, Act act, By by) {
        var working = by.role() == Role.OFFICER || by.role() == Role.HEAD;
        if (!working || by.office() == null || p.lead == null) return null;
        if (by.office().equals(p.lead)) return null;
        var helps = act instanceof Act.Report || act instanceof Act.FinishTask || act instanceof Act.Note;
        if (helps && (p.helping.contains(by.office()) || act instanceof Act.FinishTask)) return null;
        return by.role() == Role.HEAD && isUnder(p.lead, by.office()) ? null : "other-office";
    }

    private boolean isUnder(OfficeCode office, OfficeCode top) {
        return offices.under(top).contains(office);
    }

    private @Nullable String refused(
            Progress p, Act act, By by, Instant now, String channel, @Nullable OfficeCode concerns, @Nullable Progress other) {
        var rules = clockwork.rules();
        return switch (act) {
            case Act.Assign a -> p.sendBacks >= rules.sendBacksBeforeDecision() ? "only-decide" : cannotLead(a.lead(), a.helping(), concerns);
            case Act.AssignFinally a -> p.sendBacks >= rules.sendBacksBeforeDecision() && by.role() != Role.SUPERVISOR
                    ? "supervisor-decides" : cannotLead(a.lead(), a.helping(), concerns);
            case Act.Reclassify a -> a.to().equals(p.service) ? "same-service" : offices.service(a.to()).filter(Service::active).isEmpty() ? "unknown-service" : null;
            case Act.SendBack a -> p.decided ? "decided" : offices.sendBackReason(a.reasonCode()).isEmpty() ? "unknown-reason" : null;
            case Act.Extend a -> extend(p, a, now);
            case Act.GiveTask a -> offices.office(a.office()).isEmpty() ? "unknown-office" : isConcerned(a.office(), concerns) ? "concerned-office" : null;
            case Act.CallBack a -> p.state == State.JOINED ? notAnswered(other) : null;
            case Act.Verdict a -> p.state == State.JOINED ? notAnswered(other) : null;
            case Act.Reopen a -> reopen(p, a, by, now, other);
            case Act.PutOnBook a -> revisit(a, now);
            case Act.Refuse a -> offices.ground(a.groundCode()).isEmpty() ? "unknown-ground" : null;
            case Act.Join a -> join(p, other);
            case Act.CloseConfirmed a -> a.verdict() == p.verdictEntry && p.solved == Act.Solved.SOLVED ? null : "no-verdict";
            case Act.CloseAfterSilence a -> a.callBack() != p.callBackEntry || p.waitUntil == null || now.isBefore(p.waitUntil) ? "too-early" : null;
            case Act.CloseImported a -> channel.equals("import") ? null : "not-imported";
            case Act.Climb a -> a.rung() == Clockwork.nextRung(p) && a.on().equals(clockwork.wakeAt(p)) && !now.isBefore(a.on()) ? null : "too-early";
            case Act.StopWaiting a -> p.waitUntil == null || now.isBefore(p.waitUntil) ? "too-early" : null;
            case Act.ProposeMeasure a -> propose(p, a);
            case Act.DropProposal a -> p.measures.proposal(a.proposal()).isEmpty() ? "no-proposal" : null;
            case Act.Mask a -> take(p, a.proposal(), Measure.Form.MASK, by);
            case Act.Withhold a -> take(p, a.proposal(), Measure.Form.WITHHOLD, by);
            case Act.Appeal a -> appeal(p, a.measure(), now);
            case Act.Uphold a -> decideAppeal(p, a.measure(), by, true);
            case Act.Restore a -> decideAppeal(p, a.measure(), by, false);
            case Act.ForwardNotice a -> a.entry() >= 1 && a.entry() <= p.events ? null : "unknown-entry";
            case Act.DeclineNotice a -> notice(p, a.notice(), n -> n.standing() == Standing.OPEN) ? null : "no-notice";
            case Act.StateCounter a -> notice(p, a.notice(), RightsNotice::mayBeCountered) ? null : "no-notice";
            case Act.ReportRecourse a -> notice(p, a.notice(), RightsNotice::waits) ? null : "no-notice";
            case Act.RestoreByRule a -> restoreByRule(p, a.measure(), now);
            case Act.LapseNotice a -> lapse(p, a.notice(), now);
            case Act.GiveNotice a -> p.measures.notices().isGiven() ? "no-such-step" : null;
            case Act.AnswerNotice a -> !p.measures.notices().isGiven() ? "no-notice" : p.lead == null && by.office() == null ? "unknown-office" : null;
            case Act.PassOnCounter a -> p.measures.notices().isGiven() ? null : "no-notice";
            case Act.TakeRecourse a -> p.measures.notices().noRecourse(now);
            case Act.SettleNotice a -> p.measures.notices().isGiven() ? null : "no-notice";
            case Act.MaskAnew a -> null;
            case Act.WithdrawWords a -> a.entries().isEmpty() ? "nothing-left" : null;
            case Act.Conceal a -> null;
            case Act.CorrectContact a -> null;
            case Act.ForgetContact a -> null;
            case Act.Accept a -> null;
            case Act.AskBack a -> null;
            case Act.Supplement a -> null;
            case Act.Report a -> null;
            case Act.Note a -> null;
            case Act.FinishTask a -> null;
            case Act.Answer a -> null;
            case Act.ClaimDone a -> null;
            case Act.Escalate a -> null;
            case Act.Revisit a -> null;
            case Act.Recompute a -> null;
        };
    }

    private @Nullable String cannotLead(OfficeCode lead, List<OfficeCode> helping, @Nullable OfficeCode concerns) {
        var all = new ArrayList<>(helping);
        all.add(lead);
        for (var code : all) {
            var office = offices.office(code);
            if (office.isEmpty() || !office.get().active()) return "unknown-office";
            if (isConcerned(code, concerns)) return "concerned-office";
        }
        return helping.contains(lead) ? "lead-helps-itself" : null;
    }

    private boolean isConcerned(OfficeCode code, @Nullable OfficeCode concerns) {
        return concerns != null && (isUnder(code, concerns) || code.equals(concerns));
    }

    private @Nullable String extend(Progress p, Act.Extend act, Instant now) {
        if (!now.isBefore(p.due)) return "too-late-to-extend";
        if (p.extensions >= clockwork.rules().mostExtensions()) return "extended-enough";
        return act.by().getClass() == p.clock.limit().getClass() ? null : "other-unit";
    }

    private static @Nullable String notAnswered(@Nullable Progress lead) {
        return lead == null || lead.answeredAt == null ? "not-answered" : null;
    }

    private @Nullable String reopen(Progress p, Act.Reopen act, By by, Instant now, @Nullable Progress other) {
        if (p.wordsGoneAt != null) return "words-gone";
        if (act.reason().isBlank() && by.role() != Role.CLOCK) return "reason-missing";
        if (by.role() == Role.CLOCK && (p.state != State.DISPUTED || p.waitUntil == null || now.isBefore(p.waitUntil))) return "too-early";
        if (p.closing == Closing.EARLIER_SYSTEM) return null;
        if (p.closedAt != null && now.isAfter(p.closedAt.plus(clockwork.rules().reopenClosedFor()))) return "too-long-ago";
        return p.lead == null && p.state != State.REFUSED && (other == null || other.lead == null) ? "not-answered" : null;
    }

    private @Nullable String revisit(Act.PutOnBook act, Instant now) {
        var today = clockwork.calendar().dateOf(now);
        if (!act.revisitOn().isAfter(today)) return "revisit-in-the-past";
        return act.revisitOn().isAfter(today.plusYears(1)) ? "revisit-too-far" : null;
    }

    private @Nullable String propose(Progress p, Act.ProposeMeasure act) {
        if (!p.measures.hasEntry(act.entry())) return "unknown-entry";
        if (act.notice() != 0 && !notice(p, act.notice(), n -> n.standing().isAlive())) return "no-notice";
        var basis = offices.measureGround(act.basis());
        return basis.isEmpty() || !basis.get().active() ? "unknown-ground" : null;
    }

    /** Two people: whoever proposed a measure cannot confirm it. */
    private static @Nullable String take(Progress p, int proposal, Measure.Form form, By by) {
        var proposed = p.measures.proposal(proposal).filter(m -> m.form() == form);
        if (proposed.isEmpty()) return "no-proposal";
        return by.officer() == null || by.officer().equals(proposed.get().proposer()) ? "same-person" : null;
    }

    private static @Nullable String appeal(Progress p, int measure, Instant now) {
        var taken = p.measures.taken(measure).filter(m -> m.standing() == Measure.Standing.IN_FORCE);
        if (taken.isEmpty()) return "no-measure";
        return taken.get().appealUntil() != null && now.isAfter(taken.get().appealUntil()) ? "appeal-too-late" : null;
    }

    /** A third person: neither of the two who took a measure decides about it. It may be lifted without an appeal, but not upheld. */
    private static @Nullable String decideAppeal(Progress p, int measure, By by, boolean appealedOnly) {
        var taken = p.measures.taken(measure).filter(m -> m.standing() == Measure.Standing.APPEALED || !appealedOnly && m.standing().isInForce());
        if (taken.isEmpty()) return "no-measure";
        return by.officer() == null || taken.get().wasTakenBy(by.officer()) ? "decides-own" : null;
    }

    private static boolean notice(Progress p, int number, Predicate<RightsNotice> which) {
        return p.measures.notices().of(number, which).isPresent();
    }

    private static @Nullable String restoreByRule(Progress p, int measure, Instant now) {
        var taken = p.measures.taken(measure).filter(m -> m.standing().isInForce());
        return taken.isEmpty() ? "no-measure" : lapsed(p, taken.get().notice(), now);
    }

    private static @Nullable String lapse(Progress p, int notice, Instant now) {
        return notice(p, notice, n -> n.standing() == Standing.OPEN) ? lapsed(p, notice, now) : "no-notice";
    }

    /** Nobody told in time that they complained or sued. */
    private static @Nullable String lapsed(Progress p, int notice, Instant now) {
        return notice(p, notice, n -> n.waits() && n.reportBy() != null && !now.isBefore(n.reportBy())) ? null : "too-early";
    }

    private static @Nullable String join(Progress p, @Nullable Progress into) {
        if (into == null || !into.state.isOpen() || into.state == State.JOINED) return "join-not-open";
        return into == p ? "join-itself" : null;
    }
}

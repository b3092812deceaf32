package lianqiao.cases;

import static lianqiao.cases.By.Role.*;
import static lianqiao.cases.State.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.cases.By.Role;
import lianqiao.privacy.Speaker;

/**
 * The step table: state, act, next state, event. What does not stand here cannot happen, and the desk offers nothing
 * else. There is no step that leads from an assignment to a closing. Immutable.
 */
public final class Workflow {
    private Workflow() {}

    /**
     * One permitted step.
     *
     * @param event the name of the event it appends, past tense
     * @param publicly whether the trail shows it to everybody
     * @param who the roles that may take it
     */
    public record Step(State from, Class<? extends Act> act, State to, String event, boolean publicly, Set<Role> who) {}

    private static final Role[] OFFICE = {OFFICER, HEAD};
    private static final Role[] DISPATCH = {DISPATCHER, SUPERVISOR};
    private static final Role[] STAFF = {OPERATOR, DISPATCHER, OFFICER, HEAD, SUPERVISOR, LEADER};
    private static final State[] OPEN = EnumSet.complementOf(EnumSet.of(CLOSED, REFUSED)).toArray(State[]::new);

    private static final List<Step> STEPS = steps();
    /** Asked for every entry of every trail that is drawn or indexed. */
    private static final Set<String> PUBLIC = Stream.concat(Stream.of("CaseReceived"), STEPS.stream().filter(Step::publicly).map(Step::event)).collect(Collectors.toUnmodifiableSet());

    private static List<Step> steps() {
        var t = new ArrayList<Step>();
        intake(t);
        handling(t);
        verdicts(t);
        closings(t);
        anywhere(t);
        measures(t);
        notices(t);
        resident(t);
        return List.copyOf(t);
    }

    private static void intake(List<Step> t) {
        add(t, RECEIVED, Act.AskBack.class, UNCLEAR, "ResidentAsked", true, DISPATCHER, OPERATOR);
        add(t, UNCLEAR, Act.Supplement.class, RECEIVED, "ResidentAdded", true, RESIDENT, OPERATOR);
        add(t, UNCLEAR, Act.StopWaiting.class, RECEIVED, "WaitingEnded", true, CLOCK);
        add(t, RECEIVED, Act.Assign.class, ASSIGNED, "CaseAssigned", true, DISPATCH);
        add(t, SENT_BACK, Act.Assign.class, ASSIGNED, "CaseAssigned", true, DISPATCH);
        add(t, RECEIVED, Act.AssignFinally.class, ASSIGNED, "CaseAssignedFinally", true, SUPERVISOR);
        add(t, SENT_BACK, Act.AssignFinally.class, ASSIGNED, "CaseAssignedFinally", true, DISPATCH);
        for (var s : new State[] {RECEIVED, SENT_BACK}) add(t, s, Act.Reclassify.class, s, "ServiceChanged", true, DISPATCH);
        add(t, ASSIGNED, Act.Accept.class, HANDLING, "CaseAccepted", true, OFFICE);
        add(t, ASSIGNED, Act.SendBack.class, SENT_BACK, "CaseSentBack", true, OFFICE);
        add(t, RECEIVED, Act.Answer.class, ANSWERED, "ReplyPublished", true, DISPATCHER, OPERATOR);
    }

    private static void handling(List<Step> t) {
        add(t, HANDLING, Act.AskBack.class, WAITING, "ResidentAsked", true, OFFICE);
        add(t, WAITING, Act.Supplement.class, HANDLING, "ResidentAdded", true, RESIDENT, OPERATOR);
        add(t, WAITING, Act.StopWaiting.class, HANDLING, "WaitingEnded", true, CLOCK);
        for (var s : new State[] {ASSIGNED, HANDLING}) add(t, s, Act.Extend.class, s, "DateExtended", true, OFFICE);
        for (var s : new State[] {HANDLING, WAITING, ON_BOOK}) add(t, s, Act.Report.class, s, "InterimReported", true, OFFICE);
        for (var s : new State[] {HANDLING, WAITING}) add(t, s, Act.GiveTask.class, s, "TaskGiven", false, OFFICE);
        for (var s : new State[] {HANDLING, WAITING}) add(t, s, Act.FinishTask.class, s, "TaskFinished", false, OFFICE);
        add(t, ASSIGNED, Act.Answer.class, ANSWERED, "ReplyPublished", true, LEADER);
        add(t, HANDLING, Act.Answer.class, ANSWERED, "ReplyPublished", true, OFFICER, HEAD, LEADER);
        add(t, HANDLING, Act.ClaimDone.class, CLAIMED_DONE, "DoneClaimed", true, OFFICE);
        add(t, ANSWERED, Act.ClaimDone.class, CLAIMED_DONE, "DoneClaimed", true, OFFICE);
        add(t, HANDLING, Act.PutOnBook.class, ON_BOOK, "PutOnBook", true, HEAD, SUPERVISOR);
        add(t, ON_BOOK, Act.Revisit.class, HANDLING, "TakenUpAgain", true, CLOCK, OFFICER, HEAD, SUPERVISOR);
    }

    private static void verdicts(List<Step> t) {
        for (var s : new State[] {ANSWERED, CLAIMED_DONE, JOINED}) {
            add(t, s, Act.CallBack.class, CALLED_BACK, "ResidentCalledBack", true, OPERATOR, DISPATCHER, SUPERVISOR, CLOCK);
        }
        for (var s : new State[] {ANSWERED, CLAIMED_DONE, CALLED_BACK, JOINED}) {
            add(t, s, Act.Verdict.class, CONFIRMED, "VerdictSolved", true, RESIDENT, OPERATOR);
            add(t, s, Act.Verdict.class, DISPUTED, "VerdictNotSolved", true, RESIDENT, OPERATOR);
        }
        for (var s : new State[] {DISPUTED, CLOSED}) {
            add(t, s, Act.Reopen.class, HANDLING, "CaseReopened", true, RESIDENT, OPERATOR, DISPATCHER, SUPERVISOR, LEADER, CLOCK);
        }
        add(t, REFUSED, Act.Reopen.class, RECEIVED, "CaseReopened", true, RESIDENT, OPERATOR, SUPERVISOR, LEADER);
        add(t, CONFIRMED, Act.Reopen.class, HANDLING, "CaseReopened", true, RESIDENT, OPERATOR);
    }

    private static void closings(List<Step> t) {
        add(t, CONFIRMED, Act.CloseConfirmed.class, CLOSED, "CaseClosedAsConfirmed", true, OPERATOR, DISPATCHER, OFFICER, HEAD, SUPERVISOR, CLOCK);
        add(t, CALLED_BACK, Act.CloseAfterSilence.class, CLOSED, "CaseClosedAfterSilence", true, CLOCK);
        add(t, ANSWERED, Act.CloseImported.class, CLOSED, "CaseClosedAsImported", true, CLOCK);
        for (var s : new State[] {RECEIVED, SENT_BACK}) add(t, s, Act.Refuse.class, REFUSED, "CaseRefused", true, DISPATCH);
        add(t, HANDLING, Act.Refuse.class, REFUSED, "CaseRefused", true, HEAD, SUPERVISOR);
        add(t, RECEIVED, Act.Join.class, JOINED, "CaseJoined", true, RESIDENT, DISPATCHER, SUPERVISOR, OFFICER, HEAD);
        for (var s : new State[] {SENT_BACK, ASSIGNED, HANDLING}) {
            add(t, s, Act.Join.class, JOINED, "CaseJoined", true, DISPATCHER, SUPERVISOR, OFFICER, HEAD);
        }
    }

    private static void anywhere(List<Step> t) {
        for (var s : OPEN) {
            add(t, s, Act.Note.class, s, "NoteWritten", false, STAFF);
            add(t, s, Act.Escalate.class, s, "CaseEscalated", true, RESIDENT, OPERATOR, DISPATCHER, HEAD, SUPERVISOR, LEADER);
            if (s.clockRuns()) add(t, s, Act.Climb.class, s, "LadderClimbed", true, CLOCK);
            if (s.clockRuns() || s.clockPaused()) add(t, s, Act.Recompute.class, s, "DateRecomputed", true, CLOCK);
            if (!s.clockPaused()) add(t, s, Act.Supplement.class, s, "ResidentAdded", true, RESIDENT, OPERATOR);
        }
    }

    /** What everybody may read of an entry is decided apart from where the case stands, also when it is long closed. */
    private static void measures(List<Step> t) {
        for (var s : State.values()) {
            add(t, s, Act.MaskAnew.class, s, "DetailsMasked", true, CLOCK);
            add(t, s, Act.ProposeMeasure.class, s, "MeasureProposed", false, OPERATOR, DISPATCHER, OFFICER, HEAD, SUPERVISOR, LEADER);
            add(t, s, Act.DropProposal.class, s, "ProposalDropped", false, SUPERVISOR, LEADER);
            add(t, s, Act.Mask.class, s, "EntryMasked", true, SUPERVISOR, LEADER);
            add(t, s, Act.Withhold.class, s, "EntryWithheld", true, SUPERVISOR, LEADER);
            add(t, s, Act.Appeal.class, s, "MeasureAppealed", true, RESIDENT, OPERATOR);
            add(t, s, Act.Uphold.class, s, "MeasureUpheld", true, SUPERVISOR, LEADER);
            add(t, s, Act.Restore.class, s, "EntryRestored", true, SUPERVISOR, LEADER);
            add(t, s, Act.ForwardNotice.class, s, "NoticeForwarded", true, CLOCK);
            add(t, s, Act.DeclineNotice.class, s, "NoticeDeclined", true, SUPERVISOR, LEADER);
            add(t, s, Act.StateCounter.class, s, "CounterStated", true, RESIDENT, OPERATOR);
            add(t, s, Act.ReportRecourse.class, s, "RecourseReported", true, CLOCK);
            add(t, s, Act.RestoreByRule.class, s, "EntryRestored", true, CLOCK);
            add(t, s, Act.LapseNotice.class, s, "NoticeLapsed", true, CLOCK);
        }
    }

    /** A case that is itself a notice: a decision on it answers it, whoever it is with; what comes later is told, wherever it stands. */
    private static void notices(List<Step> t) {
        var unanswered = EnumSet.of(RECEIVED, UNCLEAR, ASSIGNED, SENT_BACK, HANDLING, WAITING);
        add(t, RECEIVED, Act.GiveNotice.class, RECEIVED, "NoticeGiven", true, RESIDENT);
        for (var s : State.values()) {
            add(t, s, Act.AnswerNotice.class, unanswered.contains(s) ? ANSWERED : s, "NoticeAnswered", true, CLOCK);
            add(t, s, Act.PassOnCounter.class, s, "CounterForwarded", true, CLOCK);
            add(t, s, Act.TakeRecourse.class, s, "RecourseTaken", true, RESIDENT, OPERATOR);
            add(t, s, Act.SettleNotice.class, s, "NoticeSettled", true, CLOCK);
        }
    }

    /** What a resident may ask about their own words and contact. While a case is open its words are needed; a contact never is. */
    private static void resident(List<Step> t) {
        for (var s : State.values()) {
            add(t, s, Act.Conceal.class, s, "MadeConfidential", true, RESIDENT);
            add(t, s, Act.CorrectContact.class, s, "ContactCorrected", false, RESIDENT);
            if (s.isOpen()) add(t, s, Act.ForgetContact.class, s, "ContactForgotten", false, RESIDENT);
            else add(t, s, Act.ForgetContact.class, s, "ContactForgotten", false, RESIDENT, CLOCK);
            if (!s.isOpen()) add(t, s, Act.WithdrawWords.class, s, "WordsErased", true, RESIDENT);
        }
    }

    private static void add(List<Step> t, State from, Class<? extends Act> act, State to, String event, boolean publicly, Role... who) {
        t.add(new Step(from, act, to, event, publicly, Set.of(who)));
    }

    /** Every permitted step, in the order of a case's life. */
    public static List<Step> all() {
        return STEPS;
    }

    /** The step that an act would take from a state, if there is one. A verdict's next state depends on what it says. */
    static Optional<Step> find(List<Step> steps, State from, Act act) {
        return steps.stream().filter(s -> s.from() == from && s.act() == act.getClass())
                .filter(s -> !(act instanceof Act.Verdict v) || (v.solved() == Act.Solved.SOLVED) == (s.to() == CONFIRMED))
                .findFirst();
    }

    /** The kinds of act that a role may take in a state: what the desk may offer, before looking at the case itself. */
    public static Set<Class<? extends Act>> actsFor(State from, Set<Role> roles) {
        var acts = new LinkedHashSet<Class<? extends Act>>();
        for (var s : STEPS) if (s.from() == from && s.who().stream().anyMatch(roles::contains)) acts.add(s.act());
        return acts;
    }

    /** Whether a role may take that kind of act in a state. */
    static boolean allows(State from, Class<? extends Act> act, Role role) {
        return STEPS.stream().anyMatch(s -> s.from() == from && s.act() == act && s.who().contains(role));
    }

    /** Whose words come with an act, which decides about what is masked in them. */
    public static Speaker speaker(Class<? extends Act> act) {
        return STEPS.stream().filter(s -> s.act() == act).findFirst().map(s -> PublicTexts.speaker(s.event())).orElse(Speaker.RESIDENT);
    }

    /** The events whose entries are shown to everybody. */
    static Set<String> publicEvents() {
        return PUBLIC;
    }

    /** Whether an event's entry is shown to everybody. */
    static boolean isPublic(String event) {
        return PUBLIC.contains(event);
    }
}

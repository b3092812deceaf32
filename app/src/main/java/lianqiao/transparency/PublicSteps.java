package lianqiao.transparency;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.store.Event;

/**
 * The table of what becomes a leaf of the public log and which facts of it stand there in the clear. A test compares it
 * with the step table of cases: every event is a leaf or says why it is none. docs/log-format.md repeats it.
 */
final class PublicSteps {
    private PublicSteps() {}

    /**
     * A kind of event.
     *
     * @param shown facts that stand in the leaf of a public case; a confidential case shows none of them
     * @param whyNot why it is no leaf; empty when it is one
     */
    record Kind(Set<String> shown, String whyNot) {}

    /** Facts that stand in every leaf that has them: whether a clock runs and whether a case has ended must be seen of every case. */
    static final Set<String> ALWAYS_SHOWN = Set.of("state");
    private static final Kind PLAIN = new Kind(Set.of(), "");

    static final Map<String, Kind> TABLE = table();

    private static Map<String, Kind> table() {
        var t = new LinkedHashMap<String, Kind>();
        leaf(t, "CaseReceived", "channel", "limit");
        leaf(t, "ResidentAsked", "waitUntil");
        leaf(t, "ResidentAdded");
        leaf(t, "WaitingEnded");
        leaf(t, "CaseAssigned", "lead", "helping");
        leaf(t, "CaseAssignedFinally", "lead", "helping");
        leaf(t, "ServiceChanged");
        leaf(t, "CaseAccepted");
        leaf(t, "CaseSentBack", "reason");
        leaf(t, "ReplyPublished");
        leaf(t, "DateExtended", "by", "was");
        leaf(t, "InterimReported");
        leaf(t, "DoneClaimed");
        leaf(t, "PutOnBook", "revisitOn");
        leaf(t, "TakenUpAgain", "limit");
        leaf(t, "ResidentCalledBack", "how", "waitUntil");
        leaf(t, "VerdictSolved", "solved");
        leaf(t, "VerdictNotSolved", "solved");
        leaf(t, "CaseReopened", "limit");
        leaf(t, "CaseClosedAsConfirmed", "verdict");
        leaf(t, "CaseClosedAfterSilence", "callBack");
        leaf(t, "CaseClosedAsImported");
        leaf(t, "CaseRefused", "ground");
        leaf(t, "CaseJoined", "into");
        leaf(t, "CaseEscalated", "level");
        leaf(t, "LadderClimbed", "rung", "on");
        leaf(t, "DateRecomputed", "calendar", "was");
        leaf(t, "DetailsMasked", "rules");
        leaf(t, "WordsErased", "entries", "fields", "law");
        leaf(t, "MadeConfidential");
        leaf(t, "EntryMasked", "form", "entry", "basis", "content", "appealUntil", "notice");
        leaf(t, "EntryWithheld", "form", "entry", "basis", "content", "appealUntil", "notice");
        leaf(t, "MeasureAppealed", "measure", "decideBy");
        leaf(t, "MeasureUpheld", "measure");
        leaf(t, "EntryRestored", "measure", "notice");
        leaf(t, "NoticeForwarded", "entry", "right");
        leaf(t, "NoticeDeclined", "notice");
        leaf(t, "CounterStated", "notice", "reportBy");
        leaf(t, "RecourseReported", "notice", "recourse");
        leaf(t, "NoticeLapsed", "notice");
        leaf(t, "NoticeGiven");
        leaf(t, "NoticeAnswered");
        leaf(t, "CounterForwarded");
        leaf(t, "RecourseTaken");
        leaf(t, "NoticeSettled");
        none(t, "MeasureProposed", "not decided yet; the step that decides it is a leaf");
        none(t, "ProposalDropped", "a proposal that came to nothing: nothing public has changed");
        none(t, "ContactCorrected", "how somebody is reached is nobody else's business");
        none(t, "ContactForgotten", "how somebody is reached is nobody else's business");
        none(t, "NoteWritten", "a note for the desk, which the public trail does not show");
        none(t, "TaskGiven", "work within the offices, which the public trail does not show");
        none(t, "TaskFinished", "work within the offices, which the public trail does not show");
        return t;
    }

    private static void leaf(Map<String, Kind> t, String event, String... shown) {
        t.put(event, new Kind(Set.of(shown), ""));
    }

    private static void none(Map<String, Kind> t, String event, String whyNot) {
        t.put(event, new Kind(Set.of(), whyNot));
    }

    /** What to show of an event; empty when it is no public step. A name nobody has entered becomes a plain leaf: rather one too many than one too few. */
    static Optional<Kind> of(Event event) {
        var kind = TABLE.getOrDefault(event.name(), PLAIN);
        var reminder = event.name().equals("LadderClimbed") && event.fact("rung").equals("REMINDER");
        return kind.whyNot().isEmpty() && !reminder ? Optional.of(kind) : Optional.empty();
    }
}

package lianqiao.desk;

import java.time.Instant;
import lianqiao.cases.Act.Solved;
import lianqiao.cases.Case;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Closing;
import lianqiao.cases.State;
import lianqiao.web.Frame;
import lianqiao.web.Tone;
import org.jspecify.annotations.Nullable;

/** How states and entries look at the desk. */
public final class Looks {
    private Looks() {}

    /** A number with one digit behind the point. */
    public static String one(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }

    public static Tone tone(State state, boolean late, @Nullable Closing closing) {
        if (late) return Tone.LATE;
        return switch (state) {
            case RECEIVED, ASSIGNED, SENT_BACK, HANDLING -> Tone.OPEN;
            case UNCLEAR, WAITING, ON_BOOK, CALLED_BACK, JOINED -> Tone.WAITING;
            case ANSWERED -> Tone.ANSWERED;
            case CLAIMED_DONE -> Tone.DONE;
            case CONFIRMED -> Tone.CONFIRMED;
            case DISPUTED -> Tone.UNSOLVED;
            case CLOSED -> closing == Closing.RESIDENT_CONFIRMED ? Tone.CONFIRMED : Tone.CLOSED;
            case REFUSED -> Tone.REFUSED;
        };
    }

    public static Tone tone(CaseLine line, Instant now) {
        return tone(line.state(), line.isOverdueAt(now), line.closing());
    }

    public static Tone tone(Case shown, Instant now) {
        return tone(shown.state(), shown.isOverdueAt(now), shown.closing());
    }

    /** A few words for where a case of a list stands; a date that has passed is said first. */
    public static String word(Frame frame, CaseLine line, Instant now) {
        return word(frame, line.word(), line.isOverdueAt(now));
    }

    /** The same for a case on its own page. */
    public static String word(Frame frame, Case shown, Instant now) {
        return word(frame, shown.word(), shown.isOverdueAt(now));
    }

    private static String word(Frame frame, String word, boolean late) {
        return late ? frame.say("cases.late", frame.say(word)) : frame.say(word);
    }

    /** The key of the sentence that says why a case is in a list. */
    public static String why(CaseLine line, Instant now) {
        if (line.isOverdueAt(now)) return "desk.why.overdue";
        return line.state() == State.DISPUTED && line.solved() == Solved.PARTLY ? "desk.why.partly" : "desk.why." + line.state();
    }

    /** The look of an entry of the trail; null for the plain dot. */
    public static @Nullable Tone tone(Case.Entry entry) {
        return switch (entry.event()) {
            case "ReplyPublished" -> Tone.ANSWERED;
            case "DoneClaimed" -> Tone.DONE;
            case "VerdictSolved", "CaseClosedAsConfirmed" -> Tone.CONFIRMED;
            case "VerdictNotSolved" -> Tone.UNSOLVED;
            case "CaseEscalated", "LadderClimbed" -> Tone.LATE;
            case "ResidentAsked", "ResidentCalledBack", "PutOnBook" -> Tone.WAITING;
            case "CaseRefused" -> Tone.REFUSED;
            case "CaseClosedAfterSilence", "CaseClosedAsImported" -> Tone.CLOSED;
            default -> null;
        };
    }
}

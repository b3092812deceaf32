package lianqiao.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.calendar.TimeLimit;
import lianqiao.identity.ResidentId;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * The only ways to change a case. An act carries its proof: a closing without the resident's word, a call-back or a
 * published ground cannot even be written down. Texts are what people typed, already freed of control characters.
 */
public sealed interface Act {

    /** Most characters of any text that comes with an act, counted in code points. */
    int MOST_CHARACTERS = 20_000;

    /** An act that brings a text which must not be blank. */
    private static String required(String text) {
        if (text.isBlank()) throw new IllegalArgumentException("an act needs its words");
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) throw new IllegalArgumentException("more than " + MOST_CHARACTERS + " characters");
        return text;
    }

    /** Ask the resident for something that is missing; the clock pauses and the question is told to the resident. */
    record AskBack(String question) implements Act {
        public AskBack { required(question); }
    }

    /** The resident adds to the case, be it asked or not; a paused clock runs on. */
    record Supplement(String text, List<PhotoId> photos) implements Act {
        public Supplement { required(text); photos = List.copyOf(photos); }
    }

    /** The resident did not answer in time: the clock runs on by rule and the office works with what it has. */
    record StopWaiting() implements Act {}

    /** Send to a lead office, with helping offices if needed (派单). {@code note} is for the desk only and may be empty. */
    record Assign(OfficeCode lead, List<OfficeCode> helping, String note) implements Act {
        public Assign { helping = List.copyOf(helping); }
    }

    /** Decide an assignment that cannot be sent back (Weifang ordinance, article 22); the reason is public. */
    record AssignFinally(OfficeCode lead, List<OfficeCode> helping, String reason) implements Act {
        public AssignFinally { required(reason); helping = List.copyOf(helping); }
    }

    /** The case is about something else than was chosen when it began (改类). Its date stays as it was promised. */
    record Reclassify(ServiceCode to) implements Act {}

    /** The office takes the case (签收). It does not start the clock, which has been running since receipt. */
    record Accept() implements Act {}

    /** The office disputes the assignment (退单): a reason code of the published list and an explanation. */
    record SendBack(String reasonCode, String explanation) implements Act {
        public SendBack { required(reasonCode); required(explanation); }
    }

    /** A later date with its reason, told to the resident before the old date passes (延期). */
    record Extend(TimeLimit by, String reason) implements Act {
        public Extend { required(reason); }
    }

    /** An interim report to the resident; the case stays where it is. */
    record Report(String text, List<PhotoId> photos) implements Act {
        public Report { required(text); photos = List.copyOf(photos); }
    }

    /** An entry for the desk only. */
    record Note(String text) implements Act {
        public Note { required(text); }
    }

    /** Give a field worker or a helping office a piece of the work; the number of its entry names it from then on. */
    record GiveTask(OfficeCode office, String text) implements Act {
        public GiveTask { required(text); }
    }

    /** The piece of work is done; photos before and after may show it. {@code task} is the number of the entry that gave it. */
    record FinishTask(int task, String text, List<PhotoId> photos) implements Act {
        public FinishTask { required(text); photos = List.copyOf(photos); }
    }

    /** The office's answer. It does not close anything. */
    record Answer(String text, List<PhotoId> photos) implements Act {
        public Answer { required(text); photos = List.copyOf(photos); }
    }

    /** The office says it is done and shows evidence: words and at least one photo or a document reference. */
    record ClaimDone(String evidence, List<PhotoId> photos) implements Act {
        public ClaimDone { required(evidence); photos = List.copyOf(photos); }
    }

    /** Ask the resident whether it was solved (回访). */
    record CallBack(How how, String note) implements Act {
        public enum How { PHONE, MESSAGE, IN_PERSON }
    }

    /** The resident's own word on the result, with two ratings from 1 to 5 or 0 for none. */
    record Verdict(Solved solved, int attitude, int speed, String words) implements Act {
        public Verdict {
            if (attitude < 0 || attitude > 5 || speed < 0 || speed > 5) throw new IllegalArgumentException("ratings go from 1 to 5, 0 for none");
            if (words.codePointCount(0, words.length()) > MOST_CHARACTERS) throw new IllegalArgumentException("more than " + MOST_CHARACTERS + " characters");
        }
    }

    /** Take the case up again after a dispute, or after closing. Only the rule for disputes may leave the reason empty. */
    record Reopen(String reason) implements Act {}

    /** Raise the case to the level above (督办, 提级), with the reason in public. */
    record Escalate(Level to, String reason) implements Act {
        public Escalate { required(reason); }
    }

    /** The clock climbs one rung of the ladder; {@code on} is when the rung was due, whatever the hour it is fired. */
    record Climb(Rung rung, Instant on) implements Act {}

    /** Put on the public book with the day on which it is taken up again (挂账). */
    record PutOnBook(LocalDate revisitOn, String reason) implements Act {
        public PutOnBook { required(reason); }
    }

    /** Take the case off the book again. */
    record Revisit() implements Act {}

    /** Refuse by a published ground, which names the right channel; the words explain it to this resident. */
    record Refuse(String groundCode, String explanation) implements Act {
        public Refuse { required(groundCode); required(explanation); }
    }

    /** Handle together with another case about the same thing (并单). */
    record Join(CaseNumber into) implements Act {}

    /** Close on the resident's word: {@code verdict} is the number of the entry in which they said "solved". */
    record CloseConfirmed(int verdict) implements Act {}

    /** Close by the published rule for silence: {@code callBack} is the number of the entry that asked. Never counted as satisfied. */
    record CloseAfterSilence(int callBack) implements Act {}

    /** Close what was answered in an earlier system and brought in by an import; counted apart from every other closing. */
    record CloseImported() implements Act {}

    /** An act about the resident: who may read the words, whether they are kept, how to reach their author. The case stays where it is. */
    interface AboutResident {}

    /**
     * What the resident wrote in these entries goes, with its photos; what was done stays.
     *
     * @param fields names of the fields that the public log can no longer be tried for, such as {@code 1.title}
     */
    record WithdrawWords(List<Integer> entries, List<String> fields) implements Act, AboutResident {
        public WithdrawWords { entries = List.copyOf(entries); fields = List.copyOf(fields); }
    }

    /** The resident no longer agrees that everybody reads the case. */
    record Conceal() implements Act, AboutResident {}

    /** The resident is reached otherwise from now on. */
    record CorrectContact(ResidentId to) implements Act, AboutResident {}

    /** The case no longer knows how to reach its resident. */
    record ForgetContact() implements Act, AboutResident {}

    /** An act about what everybody may read of an entry. The case itself stays where it is. */
    interface AboutMeasures {}

    /**
     * Propose to mask passages, blacken parts of a photo or withhold an entry as a whole.
     *
     * @param entry the entry, 1 being what was asked
     * @param photo the one photo it is about; null for the words or the whole entry
     * @param instead the picture with black boxes that is to be shown in its place
     * @param basis code of the published ground
     * @param notice the entry that passed on the notice it follows from; 0 when it follows from none
     * @param why for the second person who decides; the desk alone reads it
     */
    record ProposeMeasure(Measure.Form form, int entry, @Nullable PhotoId photo, @Nullable PhotoId instead, List<Measure.Span> spans, String basis,
                          Measure.Content content, int notice, String why) implements Act, AboutMeasures {
        public ProposeMeasure {
            required(why);
            spans = List.copyOf(spans);
            boolean something = form == Measure.Form.WITHHOLD || (photo == null ? !spans.isEmpty() : instead != null);
            if (!something) throw new IllegalArgumentException("a masking says what it masks");
        }
    }

    /** Do not take the measure that entry {@code proposal} proposes, and why. */
    record DropProposal(int proposal, String why) implements Act, AboutMeasures {
        public DropProposal { required(why); }
    }

    /** Mask what entry {@code proposal} proposes; by another person than the one who proposed it. */
    record Mask(int proposal) implements Act, AboutMeasures {}

    /** Withhold what entry {@code proposal} proposes; by another person than the one who proposed it. */
    record Withhold(int proposal) implements Act, AboutMeasures {}

    /** The author disagrees with the measure of that number. The words are for those who decide. */
    record Appeal(int measure, String words) implements Act, AboutMeasures {
        public Appeal { required(words); }
    }

    /** The measure stays, and why; by somebody who did not take it. */
    record Uphold(int measure, String reason) implements Act, AboutMeasures {
        public Uphold { required(reason); }
    }

    /** The measure is lifted and the entry shown again, and why; by somebody who did not take it. */
    record Restore(int measure, String reason) implements Act, AboutMeasures {
        public Restore { required(reason); }
    }

    /** Pass on to the author that somebody says an entry violates a right of theirs; what they say stands in their notice, a case of its own. */
    record ForwardNotice(int entry, Right right) implements Act, AboutMeasures {}

    /** Take no measure on the notice that entry {@code notice} passed on, and why: for everybody to read. */
    record DeclineNotice(int notice, String reason) implements Act, AboutMeasures {
        public DeclineNotice { required(reason); }
    }

    /** The author states that nothing is violated, with first evidence, against the notice that entry {@code notice} passed on. The words are for the other side and the desk. */
    record StateCounter(int notice, String words) implements Act, AboutMeasures {
        public StateCounter { required(words); }
    }

    /** Whoever gave the notice that entry {@code notice} passed on has told that they complained or sued: what was taken stays. */
    record ReportRecourse(int notice, RightsNotice.Recourse recourse) implements Act, AboutMeasures {}

    /** The time to complain or sue is over and the measure of that number, which followed from a notice, is lifted by rule. */
    record RestoreByRule(int measure) implements Act, AboutMeasures {}

    /** The time to complain or sue is over, and no measure follows from the notice that entry {@code notice} passed on. */
    record LapseNotice(int notice) implements Act, AboutMeasures {}

    /** An act about a case that is itself a notice of somebody whose right is touched. */
    interface AboutNotice {}

    /** Says what the notice is about, and in {@code words} who gives it. */
    record GiveNotice(CaseNumber about, int entry, Right right, String words) implements Act, AboutNotice {
        public GiveNotice { required(words); }
    }

    /** Tell whoever gave the notice how it was decided; that is the answer to it. */
    record AnswerNotice(RightsNotice.Standing decision) implements Act, AboutNotice {}

    /** Pass on the author's counter-statement to whoever gave the notice, who may complain or sue until then. */
    record PassOnCounter(Instant reportBy) implements Act, AboutNotice {}

    /** Whoever gave the notice tells that they complained to the authority in charge or sued, and where. */
    record TakeRecourse(RightsNotice.Recourse recourse, String words) implements Act, AboutNotice {
        public TakeRecourse { required(words); }
    }

    /** Tell whoever gave the notice how it ended. */
    record SettleNotice(End end) implements Act, AboutNotice {}

    /** How a notice ended after it was decided, or without a decision. */
    enum End implements Public {
        /** What was taken is shown again. */
        LIFTED,
        /** The time was over and there was no measure. */
        LAPSED,
        /** What it was about is not public any more: its author took it back. */
        GONE
    }

    /** The rules for personal details have changed, and with them what everybody reads of this case. {@code rules} is their number. */
    record MaskAnew(int rules) implements Act {}

    /** The calendar has changed and with it the date; told on the case. */
    record Recompute(String calendarVersion) implements Act {}

    /** What the resident says about the result. */
    enum Solved implements Public { SOLVED, PARTLY, NOT }

    /** To whom a case is raised. */
    enum Level implements Public { HEAD, SUPERVISOR, LEADER }

    /** The ladder that the clock climbs: a reminder before the date, then ever higher. */
    enum Rung implements Public {
        REMINDER, HEAD, SUPERVISOR, LEADER;

        /** The rung above, or null at the top. */
        public @Nullable Rung next() {
            return this == LEADER ? null : values()[ordinal() + 1];
        }
    }
}

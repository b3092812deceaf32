package lianqiao.portal;

import java.time.Instant;
import java.util.Locale;
import lianqiao.cases.Act.Solved;
import lianqiao.cases.Case;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Closing;
import lianqiao.cases.State;
import lianqiao.web.Frame;
import lianqiao.web.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, as a resident reads it: a look and its words. "Answered", "done, says the office" and "confirmed by
 * the resident" never share a look.
 *
 * @param key the ending of {@code portal.says.…}, the sentence on the page of the case
 * @param word the key of the few words on a label; every page and the desk say the same
 */
public record Standing(Tone tone, String key, String word) {
    static Standing of(Case shown, Instant now) {
        var standing = of(shown.state(), shown.closing(), shown.solved(), shown.isOverdueAt(now), shown.word());
        return standing.tone() == Tone.ANSWERED && shown.leaderAnswered() ? new Standing(Tone.ANSWERED, standing.key() + "-by-leader", standing.word()) : standing;
    }

    static Standing of(CaseLine line, Instant now) {
        return of(line.state(), line.closing(), line.solved(), line.isOverdueAt(now), line.word());
    }

    private static Standing of(State state, @Nullable Closing closing, @Nullable Solved solved, boolean overdue, String word) {
        if (overdue) return new Standing(Tone.LATE, "overdue", word);
        return switch (state) {
            case CLOSED -> closed(closing, word);
            case DISPUTED -> new Standing(Tone.UNSOLVED, solved == Solved.PARTLY ? "partly" : "disputed", word);
            case UNCLEAR, WAITING -> new Standing(Tone.WAITING, "waiting", word);
            case ON_BOOK -> new Standing(Tone.WAITING, "on-book", word);
            case ANSWERED -> new Standing(Tone.ANSWERED, "answered", word);
            case CALLED_BACK -> new Standing(Tone.ANSWERED, "called-back", word);
            case CLAIMED_DONE -> new Standing(Tone.DONE, "claimed-done", word);
            case CONFIRMED -> new Standing(Tone.CONFIRMED, "confirmed", word);
            case REFUSED -> new Standing(Tone.REFUSED, "refused", word);
            case RECEIVED, ASSIGNED, SENT_BACK, HANDLING, JOINED ->
                    new Standing(Tone.OPEN, state.name().toLowerCase(Locale.ROOT).replace('_', '-'), word);
        };
    }

    private static Standing closed(@Nullable Closing closing, String word) {
        return switch (closing) {
            case RESIDENT_CONFIRMED -> new Standing(Tone.CONFIRMED, "closed-confirmed", word);
            case SILENCE_AFTER_CALL_BACK -> new Standing(Tone.CLOSED, "closed-silence", word);
            case EARLIER_SYSTEM -> new Standing(Tone.CLOSED, "closed-earlier", word);
            case PUBLISHED_GROUND -> new Standing(Tone.REFUSED, "refused", word);
            case null -> new Standing(Tone.CLOSED, "closed-earlier", word);
        };
    }

    /** A few words for a label; a date that has passed is said first. */
    public String in(Frame frame) {
        return tone == Tone.LATE ? frame.say("cases.late", frame.say(word)) : frame.say(word);
    }

    /** The key of the sentence on the page; {0} is the office that is at it. */
    public String says() {
        return "portal.says." + key;
    }
}

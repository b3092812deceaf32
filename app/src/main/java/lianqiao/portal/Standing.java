package lianqiao.portal;

import java.time.Instant;
import java.util.Locale;
import lianqiao.cases.Act.Solved;
import lianqiao.cases.Case;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Closing;
import lianqiao.cases.State;
import lianqiao.web.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, as a resident reads it: a look and the key of its words. "Answered", "done, says the office" and
 * "confirmed by the resident" never share a look.
 *
 * @param key the ending of {@code portal.state.…} (a few words) and of {@code portal.says.…} (a sentence)
 */
public record Standing(Tone tone, String key) {

    static Standing of(Case shown, Instant now) {
        return of(shown.state(), shown.closing(), shown.solved() == Solved.PARTLY, shown.isOverdueAt(now));
    }

    static Standing of(CaseLine line, Instant now) {
        return of(line.state(), line.closing(), false, line.isOverdueAt(now));
    }

    private static Standing of(State state, @Nullable Closing closing, boolean partly, boolean overdue) {
        if (overdue) return new Standing(Tone.LATE, "overdue");
        return switch (state) {
            case CLOSED -> closed(closing);
            case DISPUTED -> new Standing(Tone.UNSOLVED, partly ? "partly" : "disputed");
            case UNCLEAR, WAITING -> new Standing(Tone.WAITING, "waiting");
            case ON_BOOK -> new Standing(Tone.WAITING, "on-book");
            case ANSWERED -> new Standing(Tone.ANSWERED, "answered");
            case CALLED_BACK -> new Standing(Tone.ANSWERED, "called-back");
            case CLAIMED_DONE -> new Standing(Tone.DONE, "claimed-done");
            case CONFIRMED -> new Standing(Tone.CONFIRMED, "confirmed");
            case REFUSED -> new Standing(Tone.REFUSED, "refused");
            case RECEIVED, ASSIGNED, SENT_BACK, HANDLING, JOINED -> new Standing(Tone.OPEN, word(state));
        };
    }

    private static Standing closed(@Nullable Closing closing) {
        return switch (closing) {
            case RESIDENT_CONFIRMED -> new Standing(Tone.CONFIRMED, "closed-confirmed");
            case SILENCE_AFTER_CALL_BACK -> new Standing(Tone.CLOSED, "closed-silence");
            case EARLIER_SYSTEM -> new Standing(Tone.CLOSED, "closed-earlier");
            case PUBLISHED_GROUND -> new Standing(Tone.REFUSED, "refused");
            case null -> new Standing(Tone.CLOSED, "closed-earlier");
        };
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of a few words for a label. */
    public String word() {
        return "portal.state." + key;
    }

    /** The key of the sentence on the page; {0} is the office that is at it. */
    public String says() {
        return "portal.says." + key;
    }
}

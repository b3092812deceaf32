package lianqiao.authenticity;

import java.time.Instant;
import lianqiao.base.Public;

/**
 * One line of the public list of a fold: that a review was asked for, or what was decided. Appended, never changed.
 *
 * @param key the text it is about, 0 for the fold as a whole
 * @param byAuthor of a request: whether the author of that text asked
 * @param reason in public words; empty for a request, whose words only the desk reads
 * @param standing of a label: whether it stands today
 */
public record Decision(long id, Kind kind, long key, boolean byAuthor, String reason, Instant at, boolean standing) implements Public {

    /** What happened. */
    public enum Kind implements Public {
        /** Somebody asked for a review. */
        ASKED,
        /** Reviewed, and it stays folded. */
        KEEP,
        /** One text was taken out and stays apart for good. */
        TAKE_OUT,
        /** All texts stand alone again. */
        DISSOLVE,
        /** One officer named evidence of where these texts came from; nothing follows until a second one has looked. */
        PROPOSE_APART,
        /** A second officer confirmed it: unverified people of these texts are counted apart and shown beside. */
        CONFIRM_APART,
        DECLINE_APART,
        /** The label was lifted; everybody counts as before. */
        LIFT_APART
    }
}

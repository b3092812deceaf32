package lianqiao.web;

import java.util.Locale;

/** How a state looks: each has its own shape and colour beside its word, so that none rests on colour alone. */
public enum Tone {
    /** In hand, the clock runs. */
    OPEN,
    /** Somebody outside the office has to act first, the clock stands. */
    WAITING,
    /** The date has passed. */
    LATE,
    /** The office has written an answer; nobody has said that it helped. */
    ANSWERED,
    /** The office says that the work is done; the resident has not been heard. */
    DONE,
    /** The resident says that it is solved. The only one drawn solid green. */
    CONFIRMED,
    /** The resident says that it is not solved. */
    UNSOLVED,
    /** Closed by a published rule without the resident's word. */
    CLOSED,
    /** Not taken on, with a published ground. */
    REFUSED;

    /** The ending of the style classes {@code chip-…} and {@code tone-…}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package lianqiao.routing;

import lianqiao.base.Public;

/** What a suggestion is good for. It never decides: even a preselected label is sent by a person. */
public enum Advice implements Public {
    /** Sure enough to stand in the form already. */
    PRESELECT,
    /** Shown as a list; nothing is selected. */
    UNSURE,
    /** Too few signs to say anything. */
    TOO_SHORT,
    /** More than half of what it says was never seen before. */
    STRANGE;

    /** The key of the sentence that explains it. */
    public String key() {
        return "routing.advice." + name();
    }
}

package lianqiao.checklist;

import lianqiao.base.Public;

/** What is looked at in an answer, in the order in which it is shown. */
public enum Item implements Public {
    /** It is about the same thing as the question. */
    TAKEN_UP,
    /** Each thing that was asked has a sentence. */
    ASKS,
    /** It is not put together from earlier answers, nor equal to an answer to something else. */
    OWN_WORDS,
    /** It names who is at it: an office, a person or a telephone. */
    WHO,
    /** It says what was done or will be. */
    WHAT,
    /** It says until when. */
    WHEN,
    /** It names the rule it rests on. */
    RULE,
    /** It says what to do for whoever disagrees. */
    OBJECTION,
    /** It has no word that hurts for nothing. */
    TONE,
    /** It gives away no personal detail. */
    DETAILS;

    /** The key of its name; followed by {@code .look} of the sentence that says what to look at. */
    public String key() {
        return "checklist.item." + name();
    }
}

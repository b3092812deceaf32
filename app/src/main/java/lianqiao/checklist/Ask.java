package lianqiao.checklist;

import lianqiao.base.Public;

/**
 * A sentence of the question that asks for something.
 *
 * @param answered whether a part of the answer is about it
 */
public record Ask(String text, boolean answered) implements Public {
    /** Without what somebody wrote. */
    @Override public String toString() {
        return "Ask[" + answered + "]";
    }
}

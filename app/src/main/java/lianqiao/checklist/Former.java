package lianqiao.checklist;

import lianqiao.base.Public;

/** An earlier question and its answer, as everybody may read them. */
public record Former(String caseNumber, String question, String answer) implements Public {
    @Override public String toString() {
        return "Former[" + caseNumber + "]";
    }
}

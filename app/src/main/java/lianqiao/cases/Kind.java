package lianqiao.cases;

import lianqiao.base.Public;

/** What a resident wants, after the kinds of the Beijing ordinance, article 2, with thanks added. */
public enum Kind implements Public {
    QUESTION, HELP, COMPLAINT,
    /** A report of wrongdoing: always confidential, and never visible to the office it concerns. */
    REPORT,
    SUGGESTION, THANKS;

    /** Whether the resident may not choose to publish it. */
    public boolean alwaysConfidential() {
        return this == REPORT;
    }
}

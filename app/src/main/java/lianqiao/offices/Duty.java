package lianqiao.offices;

import java.util.Locale;
import lianqiao.base.Public;

/** What an officer may do. An officer has one or more duties, all of them for the officer's own office and those below it. */
public enum Duty implements Public {
    /** Takes calls and enters cases for residents (话务员). */
    OPERATOR,
    /** Sends cases to offices and calls residents back. */
    DISPATCHER,
    /** Handles and answers cases of the own office (经办人). */
    OFFICER,
    /** Answers for the office: approves, sends back, extends; hears of what is overdue first. */
    HEAD,
    /** Decides disputes about assignments, supervises (督办); hears of what is overdue second. */
    SUPERVISOR,
    /** Leads the government: sees everything that is raised; hears of what is overdue third. */
    LEADER,
    /**
     * Sees to it that nobody looks where they should not: reads every trail, measure, record of a look and of a change, and
     * the checks of the public log. Sees no contact details and changes nothing.
     */
    AUDITOR,
    /** Keeps offices, services, calendar, templates and people up to date. Sees no contact details. */
    ADMINISTRATOR;

    /** The key of its name in the words files. */
    public String word() {
        return "offices.duty." + name().toLowerCase(Locale.ROOT);
    }
}

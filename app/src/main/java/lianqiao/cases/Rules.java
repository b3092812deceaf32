package lianqiao.cases;

import java.time.Duration;
import lianqiao.calendar.TimeLimit;

/**
 * The published rules of time around the handling limit. Each is a setting of the installation; the defaults follow
 * the practice named beside them (docs/workflow.md shows them to the public).
 *
 * @param waitForResident how long the clock may stand still for an answer of the resident
 * @param callBackWithin when the resident is asked by message if nobody has called before
 * @param silenceAfterCallBack how long after the call-back silence closes a case; counted apart, never as satisfied
 * @param closeConfirmedAfter how long a confirmed case stays open for second thoughts
 * @param reopenWithin when a dispute reopens by itself
 * @param reopenLimit the new handling limit of a reopened case
 * @param mostExtensions how often a date may be extended
 * @param sendBacksBeforeDecision after so many send-backs only a final assignment is left (the second one is decided)
 * @param reminderWorkingDays how many working days before the date the office is reminded
 * @param supervisorAfter working days after the date at which the supervisor is told
 * @param leaderAfter working days after the date at which the leader is told
 * @param reopenClosedFor how long after closing a resident may reopen
 * @param appealWithin how long the author may appeal against a measure (60 days, as for administrative reconsideration)
 * @param decideAppealWithin by when such an appeal is decided; an overdue one is public
 * @param recourseWithin how long whoever gave a notice has, after a counter-statement, to tell that they complained or sued; then what was
 *     taken is shown again. The Civil Code (1196) says "a reasonable time"; 15 days, as the E-Commerce Law, article 43, has it for platforms
 */
public record Rules(
        TimeLimit waitForResident, TimeLimit callBackWithin, TimeLimit silenceAfterCallBack,
        TimeLimit closeConfirmedAfter, TimeLimit reopenWithin, TimeLimit reopenLimit,
        int mostExtensions, int sendBacksBeforeDecision, int reminderWorkingDays, int supervisorAfter, int leaderAfter,
        Duration reopenClosedFor, TimeLimit appealWithin, TimeLimit decideAppealWithin, TimeLimit recourseWithin) {

    /** The rules of an installation that has set none. */
    public static Rules standard() {
        return new Rules(TimeLimit.parse("5wd"), TimeLimit.parse("2wd"), TimeLimit.parse("7wd"),
                TimeLimit.parse("1wd"), TimeLimit.parse("1wd"), TimeLimit.parse("5wd"),
                2, 2, 1, 2, 5, Duration.ofDays(90), TimeLimit.parse("60d"), TimeLimit.parse("5wd"), TimeLimit.parse("15d"));
    }
}

package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import lianqiao.authenticity.Folded;
import lianqiao.base.Text;
import lianqiao.cases.Case;
import lianqiao.cases.Measure;
import lianqiao.cases.RightsNotice;
import lianqiao.insight.HotIssue;
import lianqiao.rights.GivenNotices;
import lianqiao.portal.Step.Said;
import lianqiao.web.Form;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param office who is at it now
 * @param date the date that matters now, in words
 * @param daysLeft working days up to the date, negative when it has passed; null when no clock runs
 * @param why why this office has it
 * @param tombstones what stands in the place of words of the question that were masked by hand or withheld
 * @param verified whether whoever filed it was a verified resident; it changes nothing about the case
 * @param own what the resident may do here; null for everybody else
 * @param fold the text that this one is shown as, with its number of people; null when nobody else sent it
 * @param issue what many people say and this one too; null when it is none of them
 */
public record CaseView(
        Case shown, Standing standing, Text service, Text place, Text office, List<Text> helping, Said date,
        @Nullable Integer daysLeft, @Nullable Said why, List<Step> trail, List<Said> tombstones, @Nullable Own own, boolean verified, @Nullable Folded fold,
        @Nullable HotIssue issue, Instant now) {

    /**
     * The resident's own view.
     *
     * @param code as typed, carried on in hidden fields and never in an address
     * @param acts what the step table lets the resident do now: supplement, verdict, reopen, escalate
     * @param next the one of them that matters most, empty when nothing is asked of the resident
     * @param measures those that can be appealed
     * @param notices what others say violates a right of theirs, the newest in front
     * @param given what this case says as a notice about another; null when it is none
     * @param form what was typed into an act that was refused
     * @param told the key of a sentence about what was just done, null when nothing was
     */
    public record Own(String number, String code, List<String> acts, String next, List<Measure> measures, List<Told> notices, GivenNotices.@Nullable Own given,
                      Form form, @Nullable String told) {
        public boolean may(String act) {
            return acts.contains(act);
        }

        /** Notices that the resident may still answer. */
        public List<Told> counterable() {
            return notices.stream().filter(n -> n.standing() != null && n.standing().mayBeCountered()).toList();
        }
    }

    /**
     * A notice that was passed on to this resident.
     *
     * @param standing what became of it; null when it was given before that was written down
     */
    public record Told(GivenNotices.Forwarded said, @Nullable RightsNotice standing) {}

    /** Whether the explanation of the date makes sense now. */
    public boolean hasClock() {
        return shown.state().clockRuns() || shown.state().clockPaused();
    }
}

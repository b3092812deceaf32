package lianqiao.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lianqiao.authenticity.Tally;
import lianqiao.base.Language;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * What several residents say about the same thing and place. Only a link between cases: each of them keeps its number, its clock
 * and its answer.
 *
 * @param id stays the same as long as most of its cases stay together
 * @param name its strongest phrases, as residents wrote them, joined by a middle dot; never the words of one person alone
 * @param language the language of most of its texts
 * @param phrases at most five, the strongest first
 * @param area code of the area most of it is about, empty if unknown
 * @param service code of the service most of it is about, empty if unknown
 * @param place the place named by most, as written; empty if none is
 * @param tally persons, letters and own words; never a count of messages
 * @param likes signs of agreement of all its messages, shown apart: a like is not a voice
 * @param busiest persons in the busiest thirty days
 * @param busiestFrom the first of these days
 * @param rise set while it is rising
 * @param cases how many messages it links
 * @param members their numbers, the newest first, at most {@link #MOST_MEMBERS}; the rest is asked of {@link HotIssues#members}
 * @param countedAt when these figures were counted
 */
public record HotIssue(long id, String name, Language language, List<String> phrases, Shape shape, String area, String service, String place,
                       Tally tally, int likes, Heat heat, Instant first, Instant last, int busiest, LocalDate busiestFrom, @Nullable Rise rise,
                       Standing standing, int cases, List<String> members, Instant countedAt) implements Public {
    /** As many numbers travel with an issue. */
    public static final int MOST_MEMBERS = 100;

    /** What holds it together. */
    public enum Shape implements Public {
        /** The same thing, at one place or at two. */
        ISSUE,
        /** The same thing at three places or more: a theme for policy, not one event. */
        SEVERAL_PLACES,
        /** Only the name of a place: many different things there. Never among the hot issues. */
        PLACE_GROUP
    }

    /**
     * Where its cases stand.
     *
     * @param open not closed
     * @param unanswered open and without an answer
     * @param overdue open, clock running, date passed
     * @param confirmed closed on the resident's word
     */
    public record Standing(int open, int unanswered, int overdue, int confirmed) implements Public {}

    /** The same with its numbers. */
    HotIssue with(List<String> numbers) {
        return new HotIssue(id, name, language, phrases, shape, area, service, place, tally, likes, heat, first, last, busiest, busiestFrom, rise, standing, cases,
                numbers, countedAt);
    }

    public Optional<Rise> rising() {
        return Optional.ofNullable(rise);
    }
}

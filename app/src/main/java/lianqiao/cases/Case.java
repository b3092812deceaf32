package lianqiao.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.calendar.Clock;
import lianqiao.calendar.Deadline;
import lianqiao.cases.NewCase.Point;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * A case as one of three doors of {@link Cases} shows it: to everybody, to its resident, or to the desk. It never says
 * who the resident is. What the door may not show is not in it. It is not marked public, because at the desk it holds
 * confidential text and names officers.
 *
 * @param deadline of the handling clock; while that is paused, as if it ran on now
 * @param waitUntil when the present state is acted on by rule: the resident is asked, the case closed or taken up
 * @param joinedCases how many other cases are handled together with this one
 * @param named officers whom a report of wrongdoing names, at the desk only: they stand aside
 * @param trail the entries this reader may see, oldest first
 */
public record Case(
        CaseNumber number, Kind kind, State state, ServiceCode service, AreaCode area, String address,
        @Nullable Point point, String title, String body, Language language, boolean confidential,
        @Nullable OfficeCode concerns, String channel, @Nullable OfficeCode lead, List<OfficeCode> helping,
        int sendBacks, boolean decided, int extensions, int reopened, Act.@Nullable Level level, Act.@Nullable Rung rung,
        Clock clock, Deadline deadline, @Nullable Instant waitUntil, @Nullable LocalDate revisitOn,
        @Nullable CaseNumber joinedInto, int joinedCases, Act.@Nullable Solved solved, int attitude, int speed,
        @Nullable Closing closing, @Nullable String ground, Instant receivedAt, Instant updatedAt,
        @Nullable Instant answeredAt, @Nullable Instant doneAt, @Nullable Instant closedAt, Set<OfficerId> named,
        List<Entry> trail) {

    /**
     * One line of the trail.
     *
     * @param number its place in the history; a report, verdict or task is named by it
     * @param event past tense, for example {@code CaseAssigned}; words under {@code cases.event.…}
     * @param officer only at the desk, never in public
     * @param facts codes, dates and numbers of the event, by name
     * @param text what was written, if anything
     */
    public record Entry(
            int number, String event, Instant at, By.Role role, @Nullable OfficeCode office, @Nullable OfficerId officer,
            boolean isPublic, Map<String, String> facts, String text, List<PhotoId> photos) {

        public String fact(String key) {
            return facts.getOrDefault(key, "");
        }
    }

    /** Whether what was answered last was answered by a leader in person, not by the office. */
    public boolean leaderAnswered() {
        return last("ReplyPublished").filter(entry -> entry.role() == By.Role.LEADER).isPresent();
    }

    /** The key of the words for where it stands. */
    public String word() {
        return state.word(closing, solved);
    }

    /** What was masked by hand or withheld, as far as this reader may know, oldest first. */
    public List<Measure> measures() {
        return Measures.in(trail);
    }

    /** Whether the handling clock has passed its date. */
    public boolean isOverdueAt(Instant now) {
        return state.clockRuns() && deadline.passedAt(now);
    }

    /** The last entry of that kind that this reader may see. */
    public Optional<Entry> last(String event) {
        return trail.reversed().stream().filter(e -> e.event().equals(event)).findFirst();
    }

    /** When its resident's words went; null while they stand. */
    public @Nullable Instant wordsGoneAt() {
        return last("WordsErased").map(Entry::at).orElse(null);
    }

    /** Notices of people who say that something in it violates a right of theirs, oldest first. */
    public List<RightsNotice> notices() {
        return Measures.of(trail).notices().all();
    }

    /** Whether it is itself such a notice, whose giver can tell now that they complained or sued. */
    public boolean awaitsRecourse(Instant now) {
        return Measures.of(trail).notices().noRecourse(now) == null;
    }

    /** Tasks that were given and not finished yet. */
    public List<Entry> openTasks() {
        var finished = trail.stream().filter(e -> e.event().equals("TaskFinished")).map(e -> e.fact("task")).toList();
        return trail.stream().filter(e -> e.event().equals("TaskGiven") && !finished.contains(Integer.toString(e.number()))).toList();
    }
}

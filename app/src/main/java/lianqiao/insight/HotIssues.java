package lianqiao.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The issues as they were last counted. Thread-safe. */
public final class HotIssues {
    /** The hottest first, place groups left out, at most so many; the same heat: more persons, then the older. */
    public List<HotIssue> hottest(Instant now, int most) {
        return List.of();
    }

    /** Issues with a rise noticed in the last seven days, the newest rise first; at most fifty. */
    public List<HotIssue> rising(Instant now) {
        return List.of();
    }

    /** What is held together only by the name of a place, the most persons first: for the street office. */
    public List<HotIssue> placeGroups(Instant now, int most) {
        return List.of();
    }

    /** An issue by its number; one that was joined with another answers as that other. */
    public Optional<HotIssue> find(long id) {
        return Optional.empty();
    }

    /** The issue a contribution belongs to, if it is one of several. */
    public Optional<HotIssue> of(long contribution) {
        return Optional.empty();
    }

    /** Case numbers of an issue, the newest first: those older than the contribution {@code before}, {@code Long.MAX_VALUE} for the first page. */
    public List<Member> members(long id, long before, int most) {
        return List.of();
    }

    /** A message of an issue. */
    public record Member(long contribution, String reference, Instant at) implements lianqiao.base.Public {}
}

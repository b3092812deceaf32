package lianqiao.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The issues as {@link HotIssues} counts them, as far as what presses and the brief ask. Thread-safe. */
public interface IssueList {
    /** Where nothing is counted. */
    IssueList NONE = new IssueList() {
        @Override public List<HotIssue> hottest(Instant now, int most) {
            return List.of();
        }

        @Override public List<HotIssue> rising(Instant now) {
            return List.of();
        }

        @Override public Optional<HotIssue> find(long id) {
            return Optional.empty();
        }

        @Override public boolean isSettled() {
            return true;
        }
    };

    /** As {@link HotIssues} answers it. */
    static IssueList of(HotIssues issues) {
        return new IssueList() {
            @Override public List<HotIssue> hottest(Instant now, int most) {
                return issues.hottest(now, most);
            }

            @Override public List<HotIssue> rising(Instant now) {
                return issues.rising(now);
            }

            @Override public Optional<HotIssue> find(long id) {
                return issues.find(id);
            }

            @Override public boolean isSettled() {
                return issues.isSettled();
            }
        };
    }

    /** The hottest first, at most so many. */
    List<HotIssue> hottest(Instant now, int most);

    /** Those with a rise noticed in the last seven days, the newest rise first; like the hottest, never one that only shares a place. */
    List<HotIssue> rising(Instant now);

    /** An issue by its number. */
    Optional<HotIssue> find(long id);

    /** Whether all issues were formed anew since most of what was said came in. */
    boolean isSettled();
}

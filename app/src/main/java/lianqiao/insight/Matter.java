package lianqiao.insight;

import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.cases.CaseLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of what presses: a case, and those that stand behind it because they are the same text or the same issue. Only a line
 * of a list: each case keeps its clock and its answer.
 *
 * @param line the most pressing of them
 * @param with the others that were found, at most twenty
 * @param others how many others were found
 * @param strength V, by which voices count for order: Σ √(persons of one text)
 * @param issue the hot issue it belongs to, if it is one of several
 */
public record Matter(CaseLine line, List<CaseNumber> with, int others, Urgency urgency, Points points, double strength, @Nullable HotIssue issue) implements Public {
    /** Few enough to be missed easily. */
    static final double QUIET = 2;

    public Matter {
        with = List.copyOf(with);
    }

    /** Said by few and not answered yet. */
    public boolean isQuiet() {
        return strength <= QUIET && line.answeredAt() == null;
    }

    /** Since when its resident waits. */
    public Instant since() {
        return line.receivedAt();
    }
}

package lianqiao.cases;

import java.time.Instant;
import java.time.LocalDate;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Public;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/** A case as one line of a list. In public lists no confidential case appears at all. */
public record CaseLine(
        CaseNumber number, String title, Language language, Kind kind, State state, ServiceCode service, AreaCode area,
        @Nullable OfficeCode lead, boolean confidential, Instant receivedAt, Instant updatedAt, Instant due,
        LocalDate lastDay, boolean provisional, @Nullable Instant waitUntil, @Nullable Instant answeredAt,
        @Nullable Instant closedAt, Act.@Nullable Solved solved, @Nullable Closing closing, int sendBacks, int reopened, Act.@Nullable Level level)
        implements Public {

    /** The key of the words for where it stands. */
    public String word() {
        return state.word(closing, solved);
    }

    /** Whether the step table lets a leader answer it in person. */
    public boolean leaderMayAnswer() {
        return Workflow.allows(state, Act.Answer.class, By.Role.LEADER);
    }

    public boolean isOverdueAt(Instant now) {
        return state.clockRuns() && !now.isBefore(due);
    }
}

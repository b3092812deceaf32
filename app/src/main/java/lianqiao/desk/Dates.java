package lianqiao.desk;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import lianqiao.calendar.DayLine;
import lianqiao.calendar.Deadline;
import lianqiao.calendar.Deadlines;
import lianqiao.calendar.TimeLimit;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.Case;

/** Dates that are only being thought about or explained: nothing of it is kept. */
public final class Dates {
    private final Supplier<WorkingCalendar> calendar;

    /** @param calendar the one in use, asked anew each time */
    public Dates(Supplier<WorkingCalendar> calendar) {
        this.calendar = calendar;
    }

    /** The date a case would have after an extension. */
    Deadline extended(Case shown, TimeLimit more, Instant now) {
        return Deadlines.of(shown.clock().extendedBy(more), calendar.get(), now);
    }

    /** The date of a case day by day. */
    List<DayLine> explain(Case shown, Instant now) {
        return Deadlines.explain(shown.clock(), calendar.get(), now);
    }

    /** Working days until the last day of the date, negative once it has passed. */
    int daysLeft(Case shown, Instant now) {
        return Deadlines.workingDaysLeft(shown.deadline(), calendar.get(), now);
    }
}

package lianqiao.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lianqiao.calendar.Clock;
import lianqiao.calendar.Deadline;
import lianqiao.calendar.Deadlines;
import lianqiao.calendar.Hours;
import lianqiao.calendar.TimeLimit;
import lianqiao.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a case's time: its date, what it waits for, the ladder, and what the clock does next. The one place
 * that asks the calendar. Thread-safe; the calendar may be exchanged at any moment and is asked anew each time.
 */
final class Clockwork {
    private final Supplier<WorkingCalendar> calendar;
    private final Rules rules;

    Clockwork(Supplier<WorkingCalendar> calendar, Rules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    WorkingCalendar calendar() {
        return calendar.get();
    }

    Rules rules() {
        return rules;
    }

    Deadline deadline(Clock clock, Instant now) {
        return Deadlines.of(clock, calendar.get(), now);
    }

    /** The facts that tell an event's reader which date holds from now on. */
    Map<String, String> dueFacts(Clock clock, Instant now) {
        var deadline = deadline(clock, now);
        var facts = new HashMap<String, String>();
        facts.put("due", deadline.due().toString());
        facts.put("lastDay", deadline.lastDay().toString());
        facts.put("provisional", Boolean.toString(deadline.provisional()));
        return facts;
    }

    /** When a limit that starts now is over. */
    Instant after(TimeLimit limit, Instant now) {
        return deadline(Clock.startedAt(now, limit), now).due();
    }

    /** When the clock has something to do for this case; null when it never will. */
    @Nullable Instant wakeAt(Progress p) {
        if (p.state.clockRuns()) return rungAt(p);
        return p.state.isOpen() ? p.waitUntil : null;
    }

    /** The next rung of the ladder; null at the top. */
    static Act.@Nullable Rung nextRung(Progress p) {
        return p.rung == null ? Act.Rung.REMINDER : p.rung.next();
    }

    private @Nullable Instant rungAt(Progress p) {
        var next = nextRung(p);
        if (next == null) return null;
        return p.clock.limit() instanceof Hours ? hourRung(p, next) : dayRung(p, next);
    }

    private Instant dayRung(Progress p, Act.Rung rung) {
        var last = p.due.minusMillis(1);
        return switch (rung) {
            case REMINDER -> laterOf(p.clock.start(), Deadlines.workingDaysBefore(p.due, rules.reminderWorkingDays(), calendar.get()));
            case HEAD -> p.due;
            case SUPERVISOR -> Deadlines.addWorkingDays(last, rules.supervisorAfter(), calendar.get());
            case LEADER -> Deadlines.addWorkingDays(last, rules.leaderAfter(), calendar.get());
        };
    }

    /** Emergency limits run around the clock, and so does their ladder: three quarters, due, one day over, three days over. */
    private static Instant hourRung(Progress p, Act.Rung rung) {
        return switch (rung) {
            case REMINDER -> p.due.minus(Duration.between(p.clock.start(), p.due).dividedBy(4));
            case HEAD -> p.due;
            case SUPERVISOR -> p.due.plus(Duration.ofDays(1));
            case LEADER -> p.due.plus(Duration.ofDays(3));
        };
    }

    private static Instant laterOf(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** What the clock does for this case at that moment, if anything. Cases joined to another are asked about by {@link Cases}. */
    Optional<Act> dueAct(Progress p, Instant now) {
        var wake = wakeAt(p);
        if (wake == null || now.isBefore(wake)) return Optional.empty();
        return switch (p.state) {
            case UNCLEAR, WAITING -> Optional.of(new Act.StopWaiting());
            case ANSWERED, CLAIMED_DONE -> Optional.of(new Act.CallBack(Act.CallBack.How.MESSAGE, ""));
            case CALLED_BACK -> Optional.of(new Act.CloseAfterSilence(p.callBackEntry));
            case CONFIRMED -> Optional.of(new Act.CloseConfirmed(p.verdictEntry));
            case DISPUTED -> Optional.of(new Act.Reopen(""));
            case ON_BOOK -> Optional.of(new Act.Revisit());
            case RECEIVED, ASSIGNED, SENT_BACK, HANDLING -> climb(p, wake);
            case JOINED, CLOSED, REFUSED -> Optional.empty();
        };
    }

    private static Optional<Act> climb(Progress p, Instant on) {
        var rung = nextRung(p);
        return rung == null ? Optional.empty() : Optional.of(new Act.Climb(rung, on));
    }
}

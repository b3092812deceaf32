package lianqiao.cases;

import java.util.EnumSet;
import java.util.Set;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/** Where a case stands. "Answered", "done, says the office" and "confirmed by the resident" are three different things. */
public enum State implements Public {
    /** Received, not yet with an office; the dispatcher's desk owns it. */
    RECEIVED,
    /** Received, and the dispatcher has asked the resident something; the clock pauses. */
    UNCLEAR,
    /** Sent to an office that has not yet accepted it; the clock runs all the same. */
    ASSIGNED,
    /** The office disputes the assignment; the dispatcher must decide. */
    SENT_BACK,
    /** An office is at it. */
    HANDLING,
    /** The office has asked the resident something; the clock pauses. */
    WAITING,
    /** The office has answered; nobody has asked the resident yet. */
    ANSWERED,
    /** The office says that it is done and has shown evidence; nobody has asked the resident yet. */
    CLAIMED_DONE,
    /** The resident has been asked whether it was solved. */
    CALLED_BACK,
    /** The resident says: solved. */
    CONFIRMED,
    /** The resident says: not solved, or only partly. */
    DISPUTED,
    /** Cannot be done now; kept on the public book with a date on which it is taken up again. */
    ON_BOOK,
    /** Handled together with another case; this resident keeps a receipt and an own verdict. */
    JOINED,
    /** Closed by the resident's word or by the published rule for silence after a call-back. */
    CLOSED,
    /** Closed by a published ground that names the right channel. */
    REFUSED;

    private static final Set<State> ENDED = EnumSet.of(CLOSED, REFUSED);
    private static final Set<State> WITH_THE_DISPATCHER = EnumSet.of(RECEIVED, UNCLEAR, SENT_BACK);
    private static final Set<State> CLOCK_RUNS = EnumSet.of(RECEIVED, ASSIGNED, SENT_BACK, HANDLING);
    private static final Set<State> CLOCK_PAUSED = EnumSet.of(UNCLEAR, WAITING);

    /** Whether the case still has an owner and a clock. */
    public boolean isOpen() {
        return !ENDED.contains(this);
    }

    /** Whether the next step is the dispatcher's. */
    public boolean isWithTheDispatcher() {
        return WITH_THE_DISPATCHER.contains(this);
    }

    /** Whether the handling clock is running. */
    public boolean clockRuns() {
        return CLOCK_RUNS.contains(this);
    }

    /** Whether the handling clock stands still because the resident has been asked something. */
    public boolean clockPaused() {
        return CLOCK_PAUSED.contains(this);
    }

    /** The key of its words, the same on every page. */
    public String word() {
        return "cases.state." + name();
    }

    /** As {@link #word()}, more exact where it matters how the case ended or that the resident said: only partly. */
    String word(@Nullable Closing closing, Act.@Nullable Solved solved) {
        if (this == CLOSED && closing != null) return word() + "." + closing;
        return this == DISPUTED && solved == Act.Solved.PARTLY ? word() + ".PARTLY" : word();
    }

    /** Whether the resident can say now whether it was solved. */
    public boolean awaitsVerdict() {
        return this == ANSWERED || this == CLAIMED_DONE || this == CALLED_BACK;
    }
}

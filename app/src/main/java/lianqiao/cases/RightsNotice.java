package lianqiao.cases;

import java.time.Instant;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * A notice of somebody who says that an entry violates a right of theirs, and what became of it, as the trail of the case
 * tells it (Civil Code, articles 1195 and 1196). What the two sides say, and who gave it, is not in it.
 *
 * @param number the entry that passed it on to the author, which names it from then on
 * @param entry the entry it is about
 * @param counteredAt when the author stated that nothing is violated; null while they did not
 * @param reportBy until when whoever gave it has to tell that they complained or sued; null while there is no counter-statement
 * @param recourse what they told; null while they did not
 */
public record RightsNotice(int number, int entry, Right right, Instant at, Standing standing, @Nullable Instant counteredAt, @Nullable Instant reportBy,
                           @Nullable Recourse recourse) implements Public {

    /** What the office made of it. */
    public enum Standing implements Public {
        /** Nothing yet. */
        OPEN,
        /** A measure names it. */
        MEASURED,
        /** No measure is taken, with a public reason. */
        DECLINED,
        /** Every measure that named it was lifted again. */
        LIFTED,
        /** The time to complain or to sue ran out, and there was no measure to lift. */
        LAPSED;

        /** Whether something can still follow from it. */
        public boolean isAlive() {
            return this == OPEN || this == MEASURED;
        }
    }

    /** Whom whoever gave it has turned to. */
    public enum Recourse implements Public { AUTHORITY, COURT }

    /** Whether the author may state that nothing is violated: once. */
    public boolean mayBeCountered() {
        return standing.isAlive() && counteredAt == null;
    }

    /** Whether the author's statement runs a clock at the end of which what was taken is shown again. */
    public boolean waits() {
        return standing.isAlive() && reportBy != null && recourse == null;
    }

    RightsNotice with(Standing now) {
        return new RightsNotice(number, entry, right, at, now, counteredAt, reportBy, recourse);
    }

    RightsNotice countered(Instant when, @Nullable Instant until) {
        return new RightsNotice(number, entry, right, at, standing, when, until, recourse);
    }

    RightsNotice reported(Recourse to) {
        return new RightsNotice(number, entry, right, at, standing, counteredAt, reportBy, to);
    }
}

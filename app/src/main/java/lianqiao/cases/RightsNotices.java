package lianqiao.cases;

import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.store.Database;

/**
 * RightsNotices of people who say that something in a public case violates a right of theirs (Civil Code, articles 1195 and 1196).
 * Each is a confidential case of its own, with number, code, clock and sealed contact; here stands what it is about. Thread-safe.
 */
public final class RightsNotices {
    private final RightsNoticeStore store;

    public RightsNotices(Database database) {
        this.store = new RightsNoticeStore(database);
    }

    /** The right that is said to be violated. */
    public enum Right implements Public { REPUTATION, PRIVACY, LIKENESS, COPYRIGHT, OTHER }

    /**
     * What a notice is about.
     *
     * @param notice the confidential case that holds it
     * @param about the public case
     * @param entry the entry of that case, 1 being what was asked
     */
    public record Notice(CaseNumber notice, CaseNumber about, int entry, Right right, Instant at) {}

    /**
     * A notice as the author of the case reads it: who gave it is not in it.
     *
     * @param statement with phone, identity, card and plate numbers masked
     */
    public record Forwarded(int entry, Right right, Instant at, String statement) {}

    /**
     * How many notices named a right.
     *
     * @param open how many of them are not closed yet
     */
    public record Count(Right right, int given, int open) implements Public {}

    /** Enters a notice; entering it again changes nothing. */
    public void give(Notice notice) {
        store.add(notice);
    }

    /** Whether that case is a notice which has been entered. */
    public boolean isGiven(CaseNumber notice) {
        return store.has(notice);
    }

    /** For the author of a case, the newest in front. */
    public List<Forwarded> forwardedTo(CaseNumber about, int most) {
        return store.about(about, most);
    }

    /** Those whose case is not closed, the oldest in front; for the desk alone. */
    public List<Notice> open(int most) {
        return store.open(most);
    }

    /** One line for each right that was ever named. */
    public List<Count> counts() {
        return store.counts();
    }
}

package lianqiao.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianqiao.base.CaseNumber;
import lianqiao.identity.ResidentId;
import lianqiao.store.Database;

/**
 * The cases of a resident who is signed in: those filed so, and those that reach them at an address they have shown to be
 * theirs. Anybody may leave somebody else's address with a case, so a confidential one that was not filed signed in is
 * listed by its number only and opens with its code. Thread-safe.
 */
public final class OwnCases {
    private final OwnCaseStore store;
    private final Cases cases;

    public OwnCases(Database database, Cases cases) {
        this.cases = cases;
        store = new OwnCaseStore(database);
    }

    /** @param opens whether it opens without its code; otherwise nothing but its number may be shown */
    public record Own(CaseLine line, boolean opens) {}

    /** Notes that this resident filed the case while signed in. Part of the transaction that begins the case. */
    public void filed(CaseNumber number, ResidentId resident, boolean verified, Instant now) {
        store.filed(number, resident, verified, now);
    }

    /** Newest first, at most {@code most}. */
    public List<Own> of(ResidentId resident, int most) {
        return store.of(resident, most);
    }

    /** The case as its resident sees it, when it opens for them without its code. */
    public Optional<Case> open(CaseNumber number, ResidentId resident) {
        return store.opens(number, resident) ? cases.own(number) : Optional.empty();
    }

    /** Whether whoever filed it was a verified resident. It changes nothing about how the case is handled. */
    public boolean isVerified(CaseNumber number) {
        return store.isVerified(number);
    }

    /** How many cases were filed by verified residents, confidential ones included. */
    public long verified() {
        return store.verified();
    }

    /** Two residents turned out to be one person. */
    public void move(ResidentId from, ResidentId into) {
        store.move(from, into);
    }

    /** From now on nobody knows who filed these cases. */
    public void forget(ResidentId resident) {
        store.forget(resident);
    }

    /** As {@link #forget(ResidentId)} for one case. */
    public void forget(CaseNumber number) {
        store.forget(number);
    }
}

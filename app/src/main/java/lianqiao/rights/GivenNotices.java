package lianqiao.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.base.Public;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.CaseText;
import lianqiao.cases.Cases;
import lianqiao.cases.Cases.Received;
import lianqiao.cases.Right;
import lianqiao.cases.RightsNotice;
import lianqiao.privacy.Details;
import lianqiao.privacy.Speaker;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Notices of people who say that something in a public case violates a right of theirs (Civil Code, articles 1195 and 1196).
 * Each is a confidential case of its own, with number, code, clock and sealed contact; what the author answers stands in the
 * author's case. Here stands which belongs to which, and each side reads of the other what the law has passed on. Thread-safe.
 */
public final class GivenNotices {
    private final Database database;
    private final Cases cases;
    private final GivenNoticeStore store;

    public GivenNotices(Database database, Cases cases) {
        this.database = database;
        this.cases = cases;
        this.store = new GivenNoticeStore(database);
    }

    /** What somebody says is violated, where, and who says so, in a sentence that the author never reads. */
    public record Claim(CaseNumber about, int entry, Right right, String by) {}

    /**
     * A notice and what it is about.
     *
     * @param notice the confidential case that holds it
     * @param about the public case
     * @param entry the entry of that case, 1 being what was asked
     * @param forwarded the entry of that case that passed it on; 0 when none did
     * @param reportBy until when whoever gave it has to tell that they complained or sued; null while there is no counter-statement
     */
    public record Given(CaseNumber notice, CaseNumber about, int entry, int forwarded, Right right, Instant at, @Nullable Instant reportBy) {}

    /**
     * A notice as the author of the case reads it: who gave it is not in it.
     *
     * @param number the entry that passed it on
     * @param statement with phone, identity, card and plate numbers masked
     */
    public record Forwarded(int number, int entry, Right right, Instant at, String statement) {
        @Override public String toString() {
            return "Forwarded[" + number + "]";
        }
    }

    /**
     * A notice as whoever gave it reads it.
     *
     * @param standing what became of it; null when what it is about is not public any more
     * @param counter what the author stated, with personal details masked; empty when they did not
     */
    public record Own(CaseNumber about, int entry, Right right, @Nullable RightsNotice standing, String counter) {
        @Override public String toString() {
            return "Own[" + about + "]";
        }
    }

    /**
     * How many notices named a right.
     *
     * @param open how many of them nobody has decided about
     * @param countered how many the author answered with a counter-statement
     * @param recourse after how many of these whoever gave it complained or sued
     * @param lifted how often a measure that followed from one was lifted again
     */
    public record Count(Right right, int given, int open, int measured, int declined, int countered, int recourse, int lifted) implements Public {}

    /** Takes back what was done in a transaction whose outcome is a refusal. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Outcome<Received> refused;

        Undone(Outcome<Received> refused) {
            super(null, null, false, false);
            this.refused = refused;
        }
    }

    /**
     * Takes a notice in and passes it on, all of it or nothing: if its author takes the case back in the same moment, nothing is kept.
     *
     * @param taken takes in the confidential case; the same again when it is sent again, which then changes nothing
     */
    public Outcome<Received> give(Claim claim, Supplier<Outcome<Received>> taken, Instant now) {
        try {
            return database.inTransaction(() -> {
                var received = taken.get();
                if (received instanceof Outcome.Done<Received>(var notice) && !store.has(notice.number())) passOn(notice.number(), claim, now);
                return received;
            });
        } catch (Undone undone) {
            return undone.refused;
        }
    }

    private void passOn(CaseNumber notice, Claim claim, Instant now) {
        int forwarded = orUndo(cases.act(claim.about(), new Act.ForwardNotice(claim.entry(), claim.right()), By.clock(), now));
        orUndo(cases.act(notice, new Act.GiveNotice(claim.about(), claim.entry(), claim.right(), claim.by()), By.resident(), now));
        store.add(new Given(notice, claim.about(), claim.entry(), forwarded, claim.right(), now, null));
    }

    private static int orUndo(Outcome<Integer> outcome) {
        return switch (outcome) {
            case Outcome.Done<Integer>(var entry) -> entry;
            case Outcome.Refused<Integer>(var why, var details) -> throw new Undone(Outcome.refused(why, details.toArray(String[]::new)));
        };
    }

    /** For the author of a case, the newest in front. */
    public List<Forwarded> forwardedTo(CaseNumber about, int most) {
        var given = store.about(about, most);
        var statements = cases.texts(given.stream().map(Given::notice).toList()).stream().collect(Collectors.toMap(CaseText::number, CaseText::body));
        return given.stream().map(g -> new Forwarded(g.forwarded(), g.entry(), g.right(), g.at(), statements.getOrDefault(g.notice(), ""))).toList();
    }

    /** What whoever gave this notice may read of the other side; empty when the case is no notice. */
    public Optional<Own> own(CaseNumber notice, Instant now) {
        return store.find(notice).map(given -> {
            var standing = cases.publicly(given.about(), now).flatMap(about -> about.notices().stream().filter(n -> n.number() == given.forwarded()).findFirst());
            var counter = standing.filter(s -> s.counteredAt() != null).flatMap(s -> cases.atTheDesk(given.about(), now)).map(about -> counter(about, given.forwarded()));
            return new Own(given.about(), given.entry(), given.right(), standing.orElse(null), counter.orElse(""));
        });
    }

    /** The words of a counter-statement stand in the note behind its entry, where nobody but the desk reads them unmasked. */
    private static String counter(Case about, int forwarded) {
        var stated = about.trail().stream().filter(e -> e.event().equals("CounterStated") && e.fact("notice").equals(Integer.toString(forwarded))).findFirst();
        return stated.flatMap(s -> about.trail().stream().filter(e -> e.number() == s.number() + 1).findFirst())
                .map(note -> Details.masked(note.text(), Speaker.RESIDENT)).orElse("");
    }

    /** Those that nobody has decided about, and those with a clock that runs, the oldest in front; for the desk alone. */
    public List<Given> open(int most) {
        return store.open(most);
    }

    /** One line for each right that was ever named. */
    public List<Count> counts() {
        return store.counts();
    }
}

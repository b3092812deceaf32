package lianqiao.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.cases.Measure.Content;
import lianqiao.cases.Measure.Form;
import lianqiao.cases.Measure.Standing;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Everything that was masked by hand or withheld, for everybody to count. No line can be taken out of it. Thread-safe. */
public final class Moderation {
    private final MeasureStore store;

    public Moderation(Database database) {
        this.store = new MeasureStore(database);
    }

    /**
     * How often an office acted on a ground.
     *
     * @param appealed how many of them were appealed, whatever came of it
     * @param restored how many were lifted again, after an appeal or without one
     */
    public record Count(String basis, @Nullable OfficeCode office, int masked, int withheld, int appealed, int restored) implements Public {}

    /**
     * One measure. What it concerns stands nowhere in it.
     *
     * @param measure its entry in the trail of the case
     * @param entry the entry it concerns
     * @param decideBy by when its appeal is to be decided
     * @param settledAt when it was upheld or lifted
     */
    public record Line(CaseNumber number, int measure, int entry, Form form, String basis, Content content, @Nullable OfficeCode office, Instant at,
                       @Nullable Instant appealUntil, Standing standing, @Nullable Instant appealedAt, @Nullable Instant decideBy, @Nullable Instant settledAt)
            implements Public {
        /** Whether an appeal should have been decided by now and is not. */
        public boolean isOverdueAt(Instant now) {
            return standing == Standing.APPEALED && decideBy != null && !now.isBefore(decideBy);
        }
    }

    /** By ground and office. */
    public List<Count> counts() {
        return store.counts();
    }

    /** Where a page of lines ended, as it stands in the address of the next one. */
    public record After(Instant at, CaseNumber number, int measure) {
        public static After of(Line last) {
            return new After(last.at(), last.number(), last.measure());
        }

        /** What an address says; null when it says nothing we can read. */
        public static @Nullable After read(@Nullable String text) {
            var parts = text == null ? new String[0] : text.split("~", 3);
            if (parts.length != 3 || !parts[2].matches("[0-9]{1,6}")) return null;
            try {
                return new After(Instant.parse(parts[0]), new CaseNumber(parts[1]), Integer.parseInt(parts[2]));
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                return null;
            }
        }

        @Override public String toString() {
            return at + "~" + number + "~" + measure;
        }
    }

    /** @param after where the page before ended; null for the first page */
    public List<Line> newest(@Nullable After after, int most) {
        return store.newest(after, most);
    }

    /** Something that waits for a second person; for the desk alone. */
    public record Proposal(CaseNumber number, Form form, String basis, Content content, @Nullable OfficeCode office, Instant at) {}

    /** What waits for a second person, the oldest in front. */
    public List<Proposal> openProposals(int most) {
        return store.proposals(most);
    }

    /** Appeals that are not decided yet, the one that is due first in front. */
    public List<Line> openAppeals(int most) {
        return store.appeals(most);
    }
}

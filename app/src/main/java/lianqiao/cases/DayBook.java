package lianqiao.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Public;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;

/**
 * What a day brought and what it asks for, counted over public cases only: whoever sums up a day reads nothing else of the
 * cases. Each question is a range of an index of its own, so that it costs what it finds and not what there is. Thread-safe.
 */
public final class DayBook {
    private final DayBookStore store;

    public DayBook(Database database) {
        this.store = new DayBookStore(database);
    }

    /** How many there are, and the first of them, at most as many as were asked for. */
    public record Some(long count, List<CaseLine> first) implements Public {
        public Some {
            first = List.copyOf(first);
        }
    }

    /** How many of one lead office; cases without one are not in it. */
    public record OfOffice(OfficeCode office, long count) implements Public {}

    /** How often a leader's office took a step that is recorded under this event. */
    public record Deed(OfficeCode office, String event, long count) implements Public {}

    /** What was asked, as everybody may read it. */
    public record Words(CaseNumber number, Language language, String title, String body) implements Public {
        /** Title and text as one, which passages are counted in. */
        public String text() {
            return title.isEmpty() ? body : title + "\n" + body;
        }

        /** The number only: texts do not belong into a log. */
        @Override public String toString() {
            return "Words[" + number + "]";
        }
    }

    /** Running clocks whose date falls into this time, what is due first. */
    public Some due(Instant from, Instant to, int most) {
        return store.some(DayBookStore.Question.DUE, from, to, most);
    }

    /** Running clocks whose date has passed, the longest overdue first. */
    public Some overdue(Instant now, int most) {
        return store.some(DayBookStore.Question.DUE, Instant.EPOCH, now, most);
    }

    /** The same by lead office, most first. */
    public List<OfOffice> overdueByOffice(Instant now) {
        return store.overdueByOffice(now);
    }

    /** On the book, with a day on which it was promised to be taken up that falls into this time. */
    public Some promised(Instant from, Instant to, int most) {
        return store.some(DayBookStore.Question.PROMISED, from, to, most);
    }

    /** Closed in this time on the word of the resident. */
    public Some solved(Instant from, Instant to, int most) {
        return store.some(DayBookStore.Question.SOLVED, from, to, most);
    }

    /** Received in this time. */
    public Some received(Instant from, Instant to, int most) {
        return store.some(DayBookStore.Question.RECEIVED, from, to, most);
    }

    /** Open, received in this time and never answered, the longest waiting first; those handled with another case are not in it. */
    public Some unanswered(Instant from, Instant to, int most) {
        return store.some(DayBookStore.Question.UNANSWERED, from, to, most);
    }

    /** Open and taken up again at least once, received in this time, oldest first. */
    public Some reopened(Instant from, Instant to, int most) {
        return store.some(DayBookStore.Question.REOPENED, from, to, most);
    }

    /** Those of these that are public, as lines, in their order; at most a thousand. */
    public List<CaseLine> lines(List<CaseNumber> numbers) {
        return store.lines(numbers);
    }

    /** What was asked in those of these that are public; at most a thousand. */
    public List<Words> words(Collection<CaseNumber> numbers) {
        return store.words(numbers);
    }

    /** By which keys these came as contributions; those not taken in yet, or no longer public, are left out. At most a thousand. */
    public Map<CaseNumber, Long> keys(Collection<CaseNumber> numbers) {
        return store.keys(numbers);
    }

    /** Steps that leaders took on public cases in this time, by their office and what it was. */
    public List<Deed> deedsOfLeaders(Instant from, Instant to) {
        return store.deedsOfLeaders(from, to);
    }

    /** Public cases on which a leader took a step that everybody can read in this time, the newest step first. */
    public List<CaseNumber> touchedByLeaders(Instant from, Instant to, int most) {
        return store.touchedByLeaders(Workflow.publicEvents(), from, to, most);
    }
}

package lianqiao.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.cases.CaseLine;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.DayBook.OfOffice;
import lianqiao.cases.DayBook.Some;
import lianqiao.cases.DayBook.Words;

/** What rooms that sum up ask of the cases: as {@link lianqiao.cases.DayBook} answers it, public cases alone. Thread-safe. */
public interface Book {
    /** Running clocks whose date falls into this time, what is due first. */
    Some due(Instant from, Instant to, int most);

    /** Running clocks whose date has passed, the longest overdue first. */
    Some overdue(Instant now, int most);

    /** The same by lead office, most first. */
    List<OfOffice> overdueByOffice(Instant now);

    /** On the book, to be taken up in this time. */
    Some promised(Instant from, Instant to, int most);

    /** Closed in this time on the word of the resident. */
    Some solved(Instant from, Instant to, int most);

    /** Received in this time. */
    Some received(Instant from, Instant to, int most);

    /** Open, received in this time and never answered, the longest waiting first. */
    Some unanswered(Instant from, Instant to, int most);

    /** Open and taken up again, received in this time, oldest first. */
    Some reopened(Instant from, Instant to, int most);

    /** Those of these that are public now, in their order; at most a thousand. */
    List<CaseLine> lines(List<CaseNumber> numbers);

    /** What was asked in those of these that are public now; at most a thousand. */
    List<Words> words(Collection<CaseNumber> numbers);

    /** By which keys these came as contributions; those not taken in yet, or no longer public, are left out. At most a thousand. */
    Map<CaseNumber, Long> keys(Collection<CaseNumber> numbers);

    /** What leaders did in this time. */
    List<Deed> deedsOfLeaders(Instant from, Instant to);
}

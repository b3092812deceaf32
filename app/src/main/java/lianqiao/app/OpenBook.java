package lianqiao.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.cases.CaseLine;
import lianqiao.cases.DayBook;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.DayBook.OfOffice;
import lianqiao.cases.DayBook.Some;
import lianqiao.cases.DayBook.Words;
import lianqiao.insight.Book;

/** The cases' book of days as the rooms that sum up read it: they cannot name it themselves, because they see of the cases only what is public. */
public record OpenBook(DayBook days) implements Book {
    @Override public Some due(Instant from, Instant to, int most) {
        return days.due(from, to, most);
    }

    @Override public Some overdue(Instant now, int most) {
        return days.overdue(now, most);
    }

    @Override public List<OfOffice> overdueByOffice(Instant now) {
        return days.overdueByOffice(now);
    }

    @Override public Some promised(Instant from, Instant to, int most) {
        return days.promised(from, to, most);
    }

    @Override public Some solved(Instant from, Instant to, int most) {
        return days.solved(from, to, most);
    }

    @Override public Some received(Instant from, Instant to, int most) {
        return days.received(from, to, most);
    }

    @Override public Some unanswered(Instant from, Instant to, int most) {
        return days.unanswered(from, to, most);
    }

    @Override public Some reopened(Instant from, Instant to, int most) {
        return days.reopened(from, to, most);
    }

    @Override public List<CaseLine> lines(List<CaseNumber> numbers) {
        return days.lines(numbers);
    }

    @Override public List<Words> words(Collection<CaseNumber> numbers) {
        return days.words(numbers);
    }

    @Override public Map<CaseNumber, Long> keys(Collection<CaseNumber> numbers) {
        return days.keys(numbers);
    }

    @Override public List<Deed> deedsOfLeaders(Instant from, Instant to) {
        return days.deedsOfLeaders(from, to);
    }
}

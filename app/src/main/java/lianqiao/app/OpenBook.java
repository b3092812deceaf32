package lianqiao.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.brief.Book;
import lianqiao.cases.CaseLine;
import lianqiao.cases.DayBook;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.DayBook.OfOffice;
import lianqiao.cases.DayBook.Some;
import lianqiao.cases.DayBook.Words;

/** The cases' book of days as the brief reads it: the brief itself cannot name it, because it sees of the cases only what is public. */
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

    @Override public List<Deed> deedsOfLeaders(Instant from, Instant to) {
        return days.deedsOfLeaders(from, to);
    }
}

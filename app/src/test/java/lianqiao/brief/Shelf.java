package lianqiao.brief;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Closing;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.DayBook.OfOffice;
import lianqiao.cases.DayBook.Some;
import lianqiao.cases.DayBook.Words;
import lianqiao.cases.Kind;
import lianqiao.cases.State;
import lianqiao.insight.Book;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/** A book of invented cases, in memory. */
final class Shelf implements Book {
    static final Instant NOW = Instant.parse("2026-11-22T23:00:00Z");   // 7 o'clock on a Monday in Shanghai

    final List<CaseLine> cases = new ArrayList<>();
    final List<Words> texts = new ArrayList<>();
    final List<Deed> deeds = new ArrayList<>();

    /** A case received and due so many days from now, negative for the past; answered or closed a day ago if its state says so. */
    CaseNumber add(State state, double received, double due, int reopened, String text) {
        var number = CaseNumber.of("20261122", cases.size() + 1);
        var closed = state == State.CLOSED ? at(-0.5) : null;
        var answered = closed != null || state == State.ANSWERED || reopened > 0 ? at(-0.8) : null;
        cases.add(new CaseLine(number, "标题" + cases.size(), Language.ZH, Kind.HELP, state, new ServiceCode("lamp"), new AreaCode("lane"), new OfficeCode("office" + cases.size() % 3),
                false, at(received), at(received), at(due), LocalDate.ofEpochDay(0), false, state == State.ON_BOOK ? at(due) : null, answered, closed, null,
                closed == null ? null : Closing.RESIDENT_CONFIRMED, 0, reopened, null));
        texts.add(new Words(number, Language.ZH, "标题" + texts.size(), text));
        return number;
    }

    static Instant at(double days) {
        return NOW.plus(Duration.ofMinutes(Math.round(days * 1440)));
    }

    private Some some(Predicate<CaseLine> which, Function<CaseLine, @Nullable Instant> when, Instant from, Instant to, int most) {
        var all = cases.stream().filter(which).filter(line -> when.apply(line) instanceof Instant at && !at.isBefore(from) && at.isBefore(to))
                .sorted(Comparator.comparing(line -> java.util.Objects.requireNonNull(when.apply(line)))).toList();
        return new Some(all.size(), all.subList(0, Math.min(most, all.size())));
    }

    @Override public Some due(Instant from, Instant to, int most) {
        return some(line -> line.state().clockRuns(), CaseLine::due, from, to, most);
    }

    @Override public Some overdue(Instant now, int most) {
        return due(Instant.EPOCH, now, most);
    }

    @Override public List<OfOffice> overdueByOffice(Instant now) {
        var late = overdue(now, 1000).first();
        return late.stream().map(CaseLine::lead).filter(java.util.Objects::nonNull).distinct()
                .map(office -> new OfOffice(office, late.stream().filter(line -> office.equals(line.lead())).count()))
                .sorted(Comparator.comparing(OfOffice::count).reversed().thenComparing(OfOffice::office)).toList();
    }

    @Override public Some promised(Instant from, Instant to, int most) {
        return some(line -> line.state() == State.ON_BOOK, CaseLine::waitUntil, from, to, most);
    }

    @Override public Some solved(Instant from, Instant to, int most) {
        return some(line -> line.closing() == Closing.RESIDENT_CONFIRMED, CaseLine::closedAt, from, to, most);
    }

    @Override public Some received(Instant from, Instant to, int most) {
        return some(_ -> true, CaseLine::receivedAt, from, to, most);
    }

    @Override public Some unanswered(Instant from, Instant to, int most) {
        return some(line -> line.state().isOpen() && line.answeredAt() == null, CaseLine::receivedAt, from, to, most);
    }

    @Override public Some reopened(Instant from, Instant to, int most) {
        return some(line -> line.state().isOpen() && line.reopened() > 0, CaseLine::receivedAt, from, to, most);
    }

    @Override public List<CaseLine> lines(List<CaseNumber> numbers) {
        return numbers.stream().flatMap(number -> cases.stream().filter(line -> line.number().equals(number))).toList();
    }

    @Override public List<Words> words(Collection<CaseNumber> numbers) {
        return texts.stream().filter(one -> numbers.contains(one.number())).toList();
    }

    @Override public Map<CaseNumber, Long> keys(Collection<CaseNumber> numbers) {
        return numbers.stream().collect(Collectors.toMap(number -> number, number -> Long.parseLong(number.text().substring(9, 15))));
    }

    @Override public List<Deed> deedsOfLeaders(Instant from, Instant to) {
        return deeds;
    }
}

package lianqiao.brief;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.brief.Brief.Figure;
import lianqiao.brief.Brief.Part;
import lianqiao.brief.Brief.Passage;
import lianqiao.cases.CaseLine;
import lianqiao.cases.DayBook.Some;
import lianqiao.cases.DayBook.Words;
import lianqiao.insight.Book;
import org.jspecify.annotations.Nullable;

/** Makes the brief of one morning out of ranges of the book, none of them unbounded. For one brief; one thread. */
final class Composing {
    /** So many cases stand behind each number; of more, the lists of the desk hold the rest. */
    static final int KEPT = 200;
    private static final int OFFICES = 8;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONG = Duration.ofDays(30);

    private final Book book;
    private final ZoneId zone;
    private final Instant now;
    private final Map<Part, Figure> figures = new EnumMap<>(Part.class);
    private final Map<Part, List<CaseLine>> lines = new EnumMap<>(Part.class);

    Composing(Book book, ZoneId zone, Instant now) {
        this.book = book;
        this.zone = zone;
        this.now = now;
    }

    /** @param since when the brief before was written */
    Brief since(Instant since) {
        var day = LocalDate.ofInstant(now, zone);
        note(Part.RECEIVED, book.received(since, now, KEPT));
        note(Part.SOLVED, book.solved(since, now, KEPT));
        note(Part.DUE, book.due(now, day.plusDays(2).atStartOfDay(zone).toInstant(), KEPT));
        note(Part.PROMISED, book.promised(Instant.EPOCH, day.plusDays(8).atStartOfDay(zone).toInstant(), KEPT));
        note(Part.OVERDUE, book.overdue(now, KEPT));
        note(Part.UNANSWERED, book.unanswered(Instant.EPOCH, now.minus(LONG), KEPT));
        var late = book.overdueByOffice(now);
        var chosen = chosen();
        var words = words(chosen);
        return new Brief(day, now, since, figures, late.subList(0, Math.min(OFFICES, late.size())), late.size(),
                passages(chosen, words), answer(chosen, words), book.deedsOfLeaders(now.minus(WEEK), now));
    }

    private void note(Part part, Some some) {
        figures.put(part, new Figure(some.count(), some.first().stream().map(CaseLine::number).toList()));
        lines.put(part, some.first());
    }

    /** Three different cases to read and, last, the one to answer; each with its reason. */
    private Map<CaseNumber, String> chosen() {
        var chosen = new LinkedHashMap<CaseNumber, String>();
        first(chosen, book.reopened(Instant.EPOCH, now, 5).first(), "reopened");
        first(chosen, lines(Part.UNANSWERED), "unanswered");
        first(chosen, lines(Part.OVERDUE), "overdue");
        first(chosen, lines(Part.DUE), "due");
        while (chosen.size() > 3) chosen.pollLastEntry();
        first(chosen, lines(Part.OVERDUE), "answer");
        return chosen;
    }

    private List<CaseLine> lines(Part part) {
        return lines.getOrDefault(part, List.of());
    }

    private static void first(Map<CaseNumber, String> chosen, List<CaseLine> from, String why) {
        from.stream().map(CaseLine::number).filter(number -> !chosen.containsKey(number)).findFirst().ifPresent(number -> chosen.put(number, why));
    }

    private Map<CaseNumber, Words> words(Map<CaseNumber, String> chosen) {
        var words = new LinkedHashMap<CaseNumber, Words>();
        book.words(chosen.keySet()).forEach(one -> words.put(one.number(), one));
        return words;
    }

    private static List<Passage> passages(Map<CaseNumber, String> chosen, Map<CaseNumber, Words> words) {
        var passages = new ArrayList<Passage>();
        chosen.forEach((number, why) -> {
            if (!why.equals("answer") && words.containsKey(number)) passages.add(Quotation.beginning(words.get(number), why));
        });
        return passages;
    }

    private static @Nullable Passage answer(Map<CaseNumber, String> chosen, Map<CaseNumber, Words> words) {
        return chosen.entrySet().stream().filter(e -> e.getValue().equals("answer") && words.containsKey(e.getKey()))
                .map(e -> Quotation.beginning(words.get(e.getKey()), e.getValue())).findFirst().orElse(null);
    }
}

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
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.brief.Brief.Figure;
import lianqiao.brief.Brief.Issue;
import lianqiao.brief.Brief.Part;
import lianqiao.brief.Brief.Passage;
import lianqiao.brief.Brief.Pressed;
import lianqiao.cases.CaseLine;
import lianqiao.cases.DayBook.Some;
import lianqiao.cases.DayBook.Words;
import lianqiao.insight.Book;
import lianqiao.insight.HotIssue;
import lianqiao.insight.Matter;
import lianqiao.insight.Quote;
import lianqiao.insight.Ranking;
import org.jspecify.annotations.Nullable;

/** Makes the brief of one morning out of ranges of the book, none of them unbounded. For one brief; one thread. */
final class Composing {
    /** So many cases stand behind each number; of more, the lists of the desk hold the rest. */
    static final int KEPT = 200;
    private static final int OFFICES = 8;
    private static final int PRESSED = 5;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONG = Duration.ofDays(30);

    private final Book book;
    private final Sources sources;
    private final ZoneId zone;
    private final Instant now;
    private final Map<Part, Figure> figures = new EnumMap<>(Part.class);
    private final Map<Part, List<CaseLine>> lines = new EnumMap<>(Part.class);

    Composing(Book book, Sources sources, ZoneId zone, Instant now) {
        this.book = book;
        this.sources = sources;
        this.zone = zone;
        this.now = now;
    }

    /**
     * What was found elsewhere.
     *
     * @param issues in the order in which they are shown
     * @param quotes what is said about each, by its number
     */
    record Sources(Ranking ranking, List<HotIssue> issues, Map<Long, List<Quote>> quotes) {}

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
                danger(), pressed(), quiet(), sources.issues().stream().map(this::issue).toList(), passages(chosen, words), answer(chosen, words), book.deedsOfLeaders(now.minus(WEEK), now));
    }

    private void note(Part part, Some some) {
        figures.put(part, new Figure(some.count(), some.first().stream().map(CaseLine::number).toList()));
        lines.put(part, some.first());
    }

    private Figure danger() {
        var numbers = Stream.concat(sources.ranking().persons().stream(), sources.ranking().now().stream().map(Matter::line)).map(CaseLine::number).toList();
        return new Figure(numbers.size(), numbers.subList(0, Math.min(KEPT, numbers.size())));
    }

    private List<Pressed> pressed() {
        return sources.ranking().ranked().stream().limit(PRESSED).map(Composing::pressed).toList();
    }

    private List<Pressed> quiet() {
        return sources.ranking().tens().stream().limit(1).flatMap(ten -> ten.quiet().stream()).map(Composing::pressed).toList();
    }

    private static Pressed pressed(Matter matter) {
        return new Pressed(matter.line().number(), matter.others(), matter.urgency().tier(), matter.urgency().signs(), matter.points());
    }

    private Issue issue(HotIssue issue) {
        var rise = issue.rise();
        return new Issue(issue.id(), issue.tally().persons(), issue.tally().letters(), issue.tally().own(), issue.likes(), issue.first(), issue.standing().open(),
                issue.standing().unanswered(), rise != null, rise == null ? 0 : rise.persons(), rise == null ? 0 : rise.usual(),
                sources.quotes().getOrDefault(issue.id(), List.of()).stream().map(Quotation::of).toList());
    }

    /** Three different cases to read and, last, the one to answer; each with its reason. */
    private Map<CaseNumber, String> chosen() {
        var chosen = new LinkedHashMap<CaseNumber, String>();
        var ranking = sources.ranking();
        first(chosen, ranking.now().stream().map(Matter::line).toList(), "danger");
        first(chosen, ranking.ranked().stream().map(Matter::line).toList(), "pressing");
        first(chosen, ranking.tens().stream().flatMap(ten -> ten.quiet().stream()).map(Matter::line).toList(), "quiet");
        first(chosen, book.reopened(Instant.EPOCH, now, 5).first(), "reopened");
        first(chosen, lines(Part.UNANSWERED), "unanswered");
        first(chosen, lines(Part.OVERDUE), "overdue");
        first(chosen, lines(Part.DUE), "due");
        while (chosen.size() > 3) chosen.pollLastEntry();
        var answerable = Stream.of(Part.OVERDUE, Part.UNANSWERED).flatMap(part -> lines(part).stream()).filter(CaseLine::leaderMayAnswer).toList();
        first(chosen, answerable, "answer");
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

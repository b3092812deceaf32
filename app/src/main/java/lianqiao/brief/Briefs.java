package lianqiao.brief;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.brief.Brief.Passage;
import lianqiao.cases.CaseLine;
import lianqiao.cases.DayBook.Words;
import lianqiao.insight.Book;
import lianqiao.insight.Digest;
import lianqiao.insight.HotIssue;
import lianqiao.insight.IssueList;
import lianqiao.insight.Pressing;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** The briefs that were written: kept as they are, read with the words their cases have today. Thread-safe. */
public final class Briefs {
    /** Cases of each number that the page itself shows. */
    public static final int SHOWN = 3;
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final int ISSUES = 3;
    /** And one that differs: with more of them nobody is through in five minutes. */
    private static final int QUOTES = 1;

    private final BriefStore store;
    private final Book book;
    private final Pressing pressing;
    private final IssueList issues;
    private final Digest digest;
    private final ZoneId zone;

    /** @param zone the installation's: in it the mornings are counted */
    public Briefs(Database database, Book book, Pressing pressing, IssueList issues, Digest digest, ZoneId zone) {
        this.pressing = pressing;
        this.issues = issues;
        this.digest = digest;
        this.store = new BriefStore(database);
        this.book = book;
        this.zone = zone;
    }

    /**
     * A brief as it can be read today.
     *
     * @param lines the cases it shows that are still public
     * @param quoted its passages that still stand as they stood
     * @param names what its issues are called today, by their numbers
     * @param earlier the mornings before, latest first, at most seven
     */
    public record Reading(Brief brief, Map<CaseNumber, CaseLine> lines, Map<Passage, String> quoted, Map<Long, String> names, List<LocalDate> earlier) implements Public {
        public Reading {
            lines = Map.copyOf(lines);
            quoted = Map.copyOf(quoted);
            names = Map.copyOf(names);
            earlier = List.copyOf(earlier);
        }

        /** Null when it is no longer public. */
        public @Nullable CaseLine line(CaseNumber number) {
            return lines.get(number);
        }

        /** The words of a passage; null when they no longer stand there. */
        public @Nullable String quoted(Passage passage) {
            return quoted.get(passage);
        }

        /** The first cases behind a number that are still public. */
        public List<CaseLine> first(Brief.Part part) {
            return brief.figure(part).cases().stream().map(lines::get).filter(java.util.Objects::nonNull).limit(SHOWN).toList();
        }
    }

    /** Writes the brief of the day of {@code now} unless there is one; it counts what happened since the one before, at most a week. */
    public Brief write(Instant now) {
        var day = LocalDate.ofInstant(now, zone);
        var there = store.of(day);
        if (there.isPresent()) return there.get();
        var last = store.lastWritten().filter(at -> at.isAfter(now.minus(A_DAY.multipliedBy(7)))).orElse(now.minus(A_DAY));
        var brief = new Composing(book, sources(now), zone, now).since(last);
        store.keep(brief);
        return store.of(day).orElseThrow();
    }

    /** Whether what presses is known, so that it makes sense to write one. */
    boolean isReady() {
        return pressing.hasReadAll();
    }

    /** Whether what many say was compared as a whole, as it is every night; before the first night it may not have been. */
    boolean hasSettledIssues() {
        return issues.isSettled();
    }

    private Composing.Sources sources(Instant now) {
        var shown = Stream.concat(issues.rising(now).stream(), issues.hottest(now, ISSUES).stream()).collect(Collectors.toMap(HotIssue::id, issue -> issue, (a, _) -> a, LinkedHashMap::new))
                .values().stream().limit(ISSUES).toList();
        var quotes = shown.stream().collect(Collectors.toMap(HotIssue::id, issue -> digest.of(issue, QUOTES)));
        return new Composing.Sources(pressing.ranking(now), shown, quotes);
    }

    /** The morning of the latest brief, if there is any. */
    public Optional<LocalDate> latest() {
        return store.before(LocalDate.of(9999, 1, 1), 1).stream().findFirst();
    }

    public Optional<Reading> of(LocalDate day) {
        return store.of(day).map(this::reading);
    }

    /** The cases behind a number of a brief that are still public, in its order. */
    public List<CaseLine> cases(Brief brief, Brief.Part part) {
        return book.lines(brief.figure(part).cases());
    }

    private Reading reading(Brief brief) {
        var quotes = brief.issues().stream().flatMap(issue -> issue.quotes().stream()).toList();
        var passages = Stream.of(brief.read().stream(), Stream.ofNullable(brief.answer()), quotes.stream()).flatMap(Function.identity()).toList();
        var pressed = Stream.concat(brief.pressed().stream(), brief.quiet().stream()).map(Brief.Pressed::number);
        var numbers = Stream.of(passages.stream().map(Passage::number), pressed, brief.danger().cases().stream().limit(2L * SHOWN),
                brief.figures().values().stream().flatMap(figure -> figure.cases().stream().limit(2L * SHOWN))).flatMap(Function.identity()).distinct().toList();
        var lines = book.lines(numbers).stream().collect(Collectors.toMap(CaseLine::number, Function.identity()));
        var names = new HashMap<Long, String>();
        brief.issues().forEach(one -> issues.find(one.id()).ifPresent(issue -> names.put(one.id(), issue.name())));
        return new Reading(brief, lines, quoted(passages), names, store.before(brief.day(), 7));
    }

    private Map<Passage, String> quoted(List<Passage> passages) {
        var words = book.words(passages.stream().map(Passage::number).distinct().toList()).stream().collect(Collectors.toMap(Words::number, Function.identity()));
        var quoted = new HashMap<Passage, String>();
        for (var passage : passages) {
            Optional.ofNullable(words.get(passage.number())).flatMap(found -> Quotation.read(passage, found)).ifPresent(text -> quoted.put(passage, text));
        }
        return quoted;
    }
}

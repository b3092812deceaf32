package lianqiao.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.authenticity.Folded;
import lianqiao.authenticity.Folds;
import lianqiao.base.CaseNumber;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.base.Public;
import lianqiao.cases.CaseLine;
import lianqiao.store.Database;

/**
 * What presses most among the open public cases. It ranks those that one of a few questions brings up (words of danger, the longest
 * overdue, what was taken up again, who waits longest, the strongest texts and issues), so that it costs the same in a large town.
 * Nothing is closed, merged or sent on by it. Thread-safe.
 */
public final class Pressing {
    /** Cases that each question brings up at most. */
    static final int MOST = 500;
    private static final int AT_ONCE = 1_000;
    private static final int ISSUES = 50;
    private static final int TEXTS = 100;
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration LONG_AGO = Duration.ofDays(365);

    private final Contributions contributions;
    private final Book book;
    private final Folds folds;
    private final IssueList issues;
    private final PressingStore store;
    private Ranking last = Ranking.NONE;
    private Instant lastAt = Instant.MIN;

    public Pressing(Database database, Contributions contributions, Book book, Folds folds, IssueList issues) {
        this.contributions = contributions;
        this.book = book;
        this.folds = folds;
        this.issues = issues;
        this.store = new PressingStore(database);
    }

    /** As it stands, at most half a minute old. */
    public synchronized Ranking ranking(Instant now) {
        if (lastAt.isAfter(now) || lastAt.plus(FRESH).isBefore(now)) {
            last = Ranking.of(candidates(now), now);
            lastAt = now;
        }
        return last;
    }

    /** Reads the words of what came since the last time, at most so many texts; how many it was. */
    int read(int most) {
        var next = contributions.after(store.readUpTo(), most);
        if (next.isEmpty()) return 0;
        var found = new HashMap<Contribution, Urgency>();
        for (var one : next) {
            var urgency = ReadingUrgency.of(one.words());
            if (urgency.saysSomething()) found.put(one, urgency);
        }
        store.read(next.getLast().key(), next.size(), found);
        lookAgain();
        return next.size();
    }

    /** Whether everything that came has been read. */
    public boolean hasReadAll() {
        return contributions.after(store.readUpTo(), 1).isEmpty();
    }

    private synchronized void lookAgain() {
        lastAt = Instant.MIN;
    }

    /** How many texts were read so far, and in how many of them the lists found something. */
    public record Read(long texts, long now, long soon, long selfHarm, long vulnerable) implements Public {}

    /** What was read so far. */
    public Read readSoFar() {
        return store.readSoFar();
    }

    /** The sentences that decided, as everybody may read them today, by case: where one stands no longer as it stood there is none. */
    public Map<CaseNumber, String> sentences(Collection<Matter> matters) {
        var found = matters.stream().filter(matter -> matter.urgency().to() > 0).collect(Collectors.toMap(matter -> matter.line().number(), Matter::urgency, (a, b) -> a));
        var sentences = new HashMap<CaseNumber, String>();
        for (var words : book.words(found.keySet())) {
            var urgency = found.get(words.number());
            if (urgency == null || urgency.to() > words.text().length()) continue;
            var sentence = words.text().substring(urgency.from(), urgency.to());
            if (urgency.equals(ReadingUrgency.of(words.text()))) sentences.put(words.number(), sentence);
        }
        return sentences;
    }

    /** What the words of a text say; for showing how the lists work on a text somebody types. */
    public static Urgency read(String text) {
        return ReadingUrgency.of(text);
    }

    private List<Ranking.Candidate> candidates(Instant now) {
        var spoken = new HashMap<String, HotIssue>();
        Stream.concat(issues.hottest(now, ISSUES).stream(), issues.rising(now).stream()).forEach(issue -> issue.members().forEach(member -> spoken.putIfAbsent(member, issue)));
        var numbers = List.copyOf(broughtUp(spoken.keySet(), now));
        var candidates = new ArrayList<Ranking.Candidate>();
        var strong = folds.strongest(null, AT_ONCE).stream().collect(Collectors.toMap(Folded::id, Function.identity()));
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            add(candidates, numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)), strong, spoken);
        }
        return candidates;
    }

    private Set<CaseNumber> broughtUp(Set<String> spoken, Instant now) {
        var numbers = new LinkedHashSet<CaseNumber>();
        add(numbers, store.pressing(now.minus(LONG_AGO), MOST));
        book.overdue(now, MOST).first().forEach(line -> numbers.add(line.number()));
        book.reopened(Instant.EPOCH, now, MOST).first().forEach(line -> numbers.add(line.number()));
        book.unanswered(Instant.EPOCH, now, MOST).first().forEach(line -> numbers.add(line.number()));
        add(numbers, spoken);
        add(numbers, folds.shown(folds.strongest(null, TEXTS)).values().stream().map(Contribution::reference).toList());
        return numbers;
    }

    private static void add(Set<CaseNumber> numbers, Collection<String> references) {
        references.stream().flatMap(reference -> CaseNumber.read(reference).stream()).forEach(numbers::add);
    }

    /** A handful of statements for a thousand cases. */
    private void add(List<Ranking.Candidate> candidates, List<CaseNumber> numbers, Map<Long, Folded> strong, Map<String, HotIssue> spoken) {
        var keys = book.keys(numbers);
        var urgencies = store.of(keys.values());
        var texts = folds.groups(keys.values());
        var said = contributions.of(keys.values()).stream().collect(Collectors.toMap(Contribution::key, Function.identity()));
        for (var line : book.lines(numbers)) {
            var key = keys.get(line.number());
            if (key == null || !waits(line)) continue;
            long text = texts.getOrDefault(key, key);
            var fold = strong.get(text);
            candidates.add(new Ranking.Candidate(line, urgencies.getOrDefault(key, Urgency.NONE), text, fold == null ? 1 : fold.strength(),
                    said.containsKey(key) ? said.get(key).likes() : 0, spoken.get(line.number().text())));
        }
    }

    /** Whether somebody here has still to do something: not closed, and not handled with another case. */
    private static boolean waits(CaseLine line) {
        return switch (line.state()) {
            case CLOSED, REFUSED, JOINED, CONFIRMED, ANSWERED, CLAIMED_DONE, CALLED_BACK -> false;
            case RECEIVED, UNCLEAR, ASSIGNED, SENT_BACK, HANDLING, WAITING, DISPUTED, ON_BOOK -> true;
        };
    }
}

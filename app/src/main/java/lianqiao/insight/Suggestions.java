package lianqiao.insight;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.base.Outcome;
import lianqiao.base.Public;
import lianqiao.insight.SuggestionStore.Place;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * What is being suggested among what people ask and complain about: sentences that propose something that could be done, quoted and
 * counted by persons. Whether a proposal is liked plays no part. Thread-safe.
 */
public final class Suggestions {
    /** So many of the newest sentences are grouped. */
    static final int MOST = 600;
    /** What an office says to a suggestion has at least and at most so many characters. */
    public static final int LEAST_REASON = 10;
    public static final int MOST_REASON = 1_000;
    private static final double LIKE = 0.4;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Contributions contributions;
    private final SuggestionStore store;
    private List<Suggested> last = List.of();
    private Instant lastAt = Instant.MIN;

    public Suggestions(Database database, Contributions contributions) {
        this.contributions = contributions;
        this.store = new SuggestionStore(database);
    }

    /**
     * Sentences that propose the same.
     *
     * @param quote the one closest to the middle of them
     * @param others further ones, by other persons, at most five
     * @param persons different voices
     * @param answer what an office said to one of them, if any did
     */
    public record Suggested(Quote quote, List<Quote> others, int persons, Instant last, @Nullable Answer answer) implements Public {
        public Suggested {
            others = List.copyOf(others);
        }
    }

    /**
     * What an office said to a suggestion, for everybody to read.
     *
     * @param key of the contribution, {@code reference} what people call it
     * @param from where the sentence begins in title and text as one, {@code to} where it ends
     * @param mark by which the sentence is known again
     */
    public record Answer(long key, String reference, int from, int to, boolean takenUp, String reason, String office, Instant at, String mark) implements Public {}

    /** An answer and the sentence it is about, empty when that stands no longer as it stood. */
    public record Answered(Answer answer, Optional<Quote> quote) implements Public {}

    /** Reads what came since the last time, at most so many texts; how many it was. */
    int read(int most) {
        var next = contributions.after(store.readUpTo(), most);
        if (next.isEmpty()) return 0;
        var found = new ArrayList<Place>();
        for (var said : next) {
            var text = said.words();
            for (var part : Sentences.of(text)) if (Proposal.isOne(part.in(text))) found.add(new Place(said.key(), part.from(), part.to(), said.at()));
        }
        store.read(next.getLast().key(), next.size(), found);
        return next.size();
    }

    /** What is suggested by most persons first, of the newest sentences; at most a minute old. */
    public synchronized List<Suggested> suggested(Instant now) {
        if (lastAt.isAfter(now) || lastAt.plus(FRESH).isBefore(now)) {
            last = Grouping.of(quotes(store.newest(MOST)), this::answers);
            lastAt = now;
        }
        return last;
    }

    /** What offices said, newest first, before that moment; at most so many. */
    public List<Answered> answered(Instant before, int most) {
        var answers = store.answers(before, most);
        var said = said(answers.stream().map(Answer::key).toList());
        return answers.stream().map(answer -> new Answered(answer, Optional.ofNullable(said.get(answer.key())).flatMap(one -> quote(one, answer.from(), answer.to()))
                .filter(quote -> mark(quote.words()).equals(answer.mark())))).toList();
    }

    /** An office says whether it takes a sentence up, and why; it stands on the public page from then on. Refused when there is no such sentence or no reason. */
    public Outcome<Answer> answer(long key, int from, boolean takenUp, String reason, String office, String officer, Instant now) {
        int length = reason.strip().codePointCount(0, reason.strip().length());
        if (length < LEAST_REASON || length > MOST_REASON) return Outcome.refused("desk.suggestions.reason");
        var said = said(List.of(key)).get(key);
        if (said == null) return Outcome.refused("desk.suggestions.gone");
        return Sentences.of(said.words()).stream().filter(part -> part.from() == from).findFirst().<Outcome<Answer>>map(part -> {
            var mark = mark(part.in(said.words()));
            var answer = new Answer(key, said.reference(), from, part.to(), takenUp, reason.strip(), office, now, mark);
            store.answer(answer, mark, officer);
            lookAgain();
            return Outcome.done(answer);
        }).orElseGet(() -> Outcome.refused("desk.suggestions.gone"));
    }

    private synchronized void lookAgain() {
        lastAt = Instant.MIN;
    }

    private Map<String, Answer> answers(Collection<Long> keys) {
        var latest = new HashMap<String, Answer>();
        store.answersTo(keys).forEach(answer -> latest.putIfAbsent(Grouping.place(answer.key(), answer.from()), answer));
        return latest;
    }

    /** Those that still stand there, with the voice of each. */
    private List<Grouping.Spoken> quotes(List<Place> places) {
        var said = said(places.stream().map(Place::key).distinct().toList());
        var spoken = new ArrayList<Grouping.Spoken>();
        for (var place : places) {
            var one = said.get(place.key());
            if (one != null) quote(one, place.from(), place.to()).filter(quote -> Proposal.isOne(quote.words()))
                    .ifPresent(quote -> spoken.add(new Grouping.Spoken(quote, one.voice(), one.at())));
        }
        return spoken;
    }

    private static Optional<Quote> quote(Contribution said, int from, int to) {
        var text = said.words();
        return to > text.length() ? Optional.empty() : Optional.of(new Quote(said.key(), said.reference(), said.language(), from, to, text.substring(from, to), false));
    }

    private Map<Long, Contribution> said(Collection<Long> keys) {
        return contributions.of(keys.stream().limit(1_000).toList()).stream().collect(Collectors.toMap(Contribution::key, Function.identity()));
    }

    static double alike() {
        return LIKE;
    }

    private static String mark(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

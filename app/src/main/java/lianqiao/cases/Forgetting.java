package lianqiao.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.identity.ResidentId;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Events;

/**
 * The right to have one's words forgotten. A wish waits seven days, in which it can be taken back, and until the case is
 * closed, for an open case cannot be worked on without its words. Then everything the resident wrote goes, with its photos
 * and the salts by which the public log could be tried; that it went stands in the trail and in the log for ever.
 * Whoever calls has shown number and code. Thread-safe.
 */
public final class Forgetting {
    /** How long a wish can be taken back. */
    public static final Duration SECOND_THOUGHTS = Duration.ofDays(7);
    /** Personal Information Protection Law, article 47: the purpose is met or the consent withdrawn. */
    static final String LAW = "PIPL-47";
    private static final Set<String> WITHOUT_WORDS = Set.of("WordsErased", "MadeConfidential", "ContactCorrected", "ContactForgotten", "CaseJoined");
    /** Fields of a leaf that hold nothing the resident wrote; see docs/log-format.md. */
    private static final Set<String> NOT_WORDS = Set.of("facts", "officer", "unit");

    private final Database database;
    private final Events events;
    private final Cases cases;
    private final Photos photos;
    private final ForgetStore store;

    public Forgetting(Database database, Events events, Cases cases, Photos photos) {
        this.database = database;
        this.events = events;
        this.cases = cases;
        this.photos = photos;
        this.store = new ForgetStore(database);
    }

    /** What of a case its resident wrote. */
    private record Traces(List<Integer> entries, Map<Integer, List<String>> fields) {
        Act act() {
            return new Act.WithdrawWords(entries, entries.stream().flatMap(e -> fields.getOrDefault(e, List.of()).stream().map(f -> e + "." + f)).toList());
        }
    }

    /**
     * Asks that the words of a case be forgotten; asking again changes nothing.
     *
     * @return the earliest moment at which it happens; refused when they are gone already
     */
    public Outcome<Instant> ask(CaseNumber number, Instant now) {
        var last = events.of(number.text()).reversed().stream().filter(e -> e.name().equals("WordsErased")).findFirst();
        if (last.isPresent() && traces(number).entries().isEmpty()) return Outcome.refused("cases.refused.nothing-left");
        store.wish(number, now, now.plus(SECOND_THOUGHTS));
        return Outcome.done(store.wishOf(number).orElseThrow());
    }

    /** Takes the wish back; false when there was none, or when it was carried out. */
    public boolean takeBack(CaseNumber number, Instant now) {
        return store.settle(number, now);
    }

    /** The earliest moment at which the words go, when that was asked for. */
    public Optional<Instant> asked(CaseNumber number) {
        return store.wishOf(number);
    }

    /** Those of these residents whom a case still names. */
    public Set<ResidentId> named(Collection<ResidentId> residents) {
        return residents.isEmpty() ? Set.of() : store.named(residents);
    }

    List<CaseNumber> due(Instant now, int most) {
        return store.due(now, most);
    }

    void postpone(CaseNumber number, Instant until) {
        store.postpone(number, until);
    }

    /** Carries a wish out in one transaction; pictures go from the disk before it ends, and a second try finds them gone. */
    void carryOut(CaseNumber number, Instant now) {
        database.inTransaction(() -> {
            var traces = traces(number);
            var pictures = store.photosOf(number, traces.entries());
            cases.act(number, traces.act(), By.resident(), now).orThrow();
            traces.fields().forEach((entry, fields) -> events.forgetSalts(number.text(), entry, fields));
            store.settle(number, now);
            photos.forget(pictures);
        });
    }

    /** An entry of the resident counts while anything of it is kept. */
    private Traces traces(CaseNumber number) {
        var salted = events.salted(number.text());
        var gone = new ArrayList<Integer>();
        var entries = new ArrayList<Integer>();
        var fields = new HashMap<Integer, List<String>>();
        for (var e : events.of(number.text())) {
            if (e.name().equals("WordsErased")) gone.addAll(entries(e));
            if (!PublicTexts.isByResident(e) || WITHOUT_WORDS.contains(e.name())) continue;
            entries.add(e.number());
            fields.put(e.number(), salted.getOrDefault(e.number(), List.of()).stream().filter(f -> !NOT_WORDS.contains(f)).toList());
        }
        entries.removeAll(gone);
        fields.keySet().removeAll(gone);
        return new Traces(entries, fields);
    }

    private static List<Integer> entries(Event withdrawn) {
        return List.of(withdrawn.fact("entries").split(",")).stream().map(Integer::valueOf).toList();
    }

    /** Lets up to {@code most} cases that were closed before that moment forget how to reach their residents; how many they were. */
    int forgetContacts(Instant closedBefore, int most, Instant now) {
        var numbers = store.reachable(closedBefore, most);
        for (var number : numbers) cases.act(number, new Act.ForgetContact(), By.clock(), now);
        return numbers.size();
    }

    /** Forgets up to {@code most} photos that were kept before that moment and belong to no entry; how many they were. */
    int forgetLoosePhotos(Instant before, int most) {
        var loose = store.loosePhotos(before, most);
        photos.forget(loose);
        store.forgetLoose(loose, before);
        return loose.size();
    }
}

package lianqiao.channels;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Cases;
import lianqiao.cases.Cases.Place;
import lianqiao.cases.Cases.Telling;
import lianqiao.channels.Notice.State;
import lianqiao.channels.SubscriptionStore.News;
import lianqiao.channels.SubscriptionStore.Row;
import lianqiao.channels.SubscriptionStore.Slice;
import lianqiao.channels.mail.Letter;
import lianqiao.identity.Contact;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Residents;
import lianqiao.identity.SignInCodes.Sending;
import org.jspecify.annotations.Nullable;

/**
 * Makes letters of notices, a batch at a time with a handful of statements. Contacts are read here, at the last moment,
 * and go no further than into the letter. Thread-safe.
 */
final class Composer {
    private static final int MOST_NEWS = 200;

    private final Residents residents;
    private final Cases cases;
    private final SubscriptionStore subscriptions;
    private final Letters letters;
    private final NewsLetters newsLetters;
    private final MorningLetters morningLetters;
    private final CodeLetters codeLetters;

    Composer(Residents residents, Cases cases, SubscriptionStore subscriptions, Letters letters, NewsLetters newsLetters, MorningLetters morningLetters, CodeLetters codeLetters) {
        this.morningLetters = morningLetters;
        this.residents = residents;
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.letters = letters;
        this.newsLetters = newsLetters;
        this.codeLetters = codeLetters;
    }

    /** What becomes of a notice: a letter, or the state it is settled in without one. */
    sealed interface Result {}

    record ToSend(Letter letter) implements Result {}

    record Settled(State state) implements Result {}

    /** What a batch needs, read at once. */
    private record Gathered(Map<UUID, Row> rows, Map<ResidentId, Contact> contacts, Map<ResidentId, Language> languages,
            Map<Place, Telling> tellings, Map<UUID, List<News>> news, Map<CaseNumber, CaseLine> lines, Map<UUID, Sending> codes) {}

    /** In the order of the notices. A fault of the database or of any one contact ends the whole batch. */
    List<Result> compose(List<Notice> notices, Instant now) {
        var gathered = gather(notices, now);
        return notices.stream().map(notice -> compose(notice, gathered, now)).toList();
    }

    private Gathered gather(List<Notice> notices, Instant now) {
        var aboutCases = notices.stream().filter(n -> !n.caseNumber().isEmpty()).toList();
        var aboutSubscriptions = notices.stream().filter(n -> n.caseNumber().isEmpty() && n.purpose() != Purpose.SIGN_IN).toList();
        var signIns = notices.stream().filter(n -> n.purpose() == Purpose.SIGN_IN).map(Notice::recipient).toList();
        var rows = aboutSubscriptions.isEmpty() ? Map.<UUID, Row>of() : subscriptions.find(aboutSubscriptions.stream().map(Notice::recipient).toList());
        var people = new HashSet<ResidentId>();
        aboutCases.forEach(n -> people.add(new ResidentId(n.recipient())));
        rows.values().forEach(row -> people.add(row.resident()));
        var news = news(aboutSubscriptions, rows);
        var numbers = news.values().stream().flatMap(List::stream).map(News::number).distinct().toList();
        return new Gathered(rows, residents.deliverTo(people), residents.languages(people),
                cases.tellings(aboutCases.stream().map(Composer::place).toList()), news,
                cases.publicLines(numbers).stream().collect(Collectors.toMap(CaseLine::number, Function.identity())),
                signIns.isEmpty() ? Map.of() : codeLetters.toSend(signIns, now));
    }

    private Map<UUID, List<News>> news(List<Notice> notices, Map<UUID, Row> rows) {
        var slices = notices.stream().filter(n -> n.purpose() == Purpose.NEWS && rows.containsKey(n.recipient()))
                .map(n -> new Slice(n.recipient(), rows.get(n.recipient()).topic().text(), Long.parseLong(n.fact("from")), Long.parseLong(n.fact("upTo"))))
                .toList();
        return slices.isEmpty() ? new HashMap<>() : subscriptions.news(slices, MOST_NEWS);
    }

    private Result compose(Notice notice, Gathered given, Instant now) {
        return switch (notice.purpose()) {
            case CONFIRM, NEWS, BRIEF -> aboutSubscription(notice, given, now);
            case SIGN_IN -> aboutSignIn(notice, given.codes().get(notice.recipient()), now);
            default -> aboutCase(notice, given, now);
        };
    }

    /** A code that has run out, or was used before its letter left, is not sent. */
    private Result aboutSignIn(Notice notice, @Nullable Sending code, Instant now) {
        return code == null ? new Settled(State.DROPPED) : new ToSend(codeLetters.code(notice, code, now));
    }

    private Result aboutCase(Notice notice, Gathered given, Instant now) {
        var resident = new ResidentId(notice.recipient());
        var telling = given.tellings().get(place(notice));
        if (telling == null) return new Settled(State.DROPPED);
        return switch (given.contacts().get(resident)) {
            case null -> new Settled(State.NO_CONTACT);
            case Contact.Phone phone -> new Settled(notice.purpose().needsCall(notice.facts()) ? State.NEEDS_CALL : State.ON_PAGE);
            case Contact.Email mail -> new ToSend(letters.about(notice, telling, mail.reveal(),
                    given.languages().getOrDefault(resident, telling.language()), now));
        };
    }

    private Result aboutSubscription(Notice notice, Gathered given, Instant now) {
        var row = Optional.ofNullable(given.rows().get(notice.recipient())).filter(found -> isWanted(notice, found));
        if (row.isEmpty() || !(given.contacts().get(row.get().resident()) instanceof Contact.Email mail)) return new Settled(State.DROPPED);
        if (notice.purpose() == Purpose.CONFIRM) return new ToSend(newsLetters.confirm(notice, row.get(), mail.reveal(), now));
        if (notice.purpose() == Purpose.BRIEF) return morningLetters.letter(notice, row.get(), mail.reveal(), now).<Result>map(ToSend::new).orElse(new Settled(State.DROPPED));
        var news = given.news().getOrDefault(notice.recipient(), List.of());
        if (news.stream().noneMatch(one -> given.lines().containsKey(one.number()))) return new Settled(State.DROPPED);
        return new ToSend(newsLetters.news(notice, row.get(), news, given.lines(), mail.reveal(), now));
    }

    /** Whoever has left gets no more news, and only the latest of several first letters has a good link. */
    private static boolean isWanted(Notice notice, Row row) {
        return notice.purpose() != Purpose.CONFIRM ? row.state() == SubscriptionStore.State.CONFIRMED
                : row.state() == SubscriptionStore.State.ASKED && row.askedTimes() == notice.number();
    }

    private static Place place(Notice notice) {
        return new Place(new CaseNumber(notice.caseNumber()), notice.number());
    }
}

package lianqiao.routing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lianqiao.base.Outcome;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.offices.Service;
import lianqiao.offices.ServiceCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of the room: suggests services and offices for a message, notes what people then decided, and learns from it at
 * once. Every node reads the same notes in the same order. It sends nothing and decides nothing. Thread-safe.
 */
public final class RoutingHelp {
    private static final Logger LOG = LoggerFactory.getLogger(RoutingHelp.class);
    /** Fewer confirmed cases teach less than the words of the service list and the first corrections do. */
    public static final int LEAST_CASES = 200;
    private static final int PORTION = 500;
    private static final Duration COUNTED = Duration.ofDays(180);

    private final Offices offices;
    private final Routing list;
    private final ChoiceStore store;
    private final PublicWords words;
    private final byte[] key;
    private volatile @Nullable Learning learning;
    private volatile String version = "";
    private volatile List<Service> services = List.of();

    /**
     * What came of a training.
     *
     * @param router the new model
     * @param before how the model that was in use did on the cases kept apart; none when there was none
     * @param inUse whether the new one is in use now
     */
    public record Trained(Router router, Optional<Scores> before, boolean inUse) {}

    /** @param key makes keys for counting out of officers' codes */
    public RoutingHelp(Database database, Offices offices, PublicWords words, byte[] key) {
        this.offices = offices;
        this.list = new Routing(offices);
        this.store = new ChoiceStore(database);
        this.words = words;
        this.key = key.clone();
    }

    /** What the words of a message say about where it belongs. */
    public Help suggest(String text, AreaCode area, Instant now) {
        var router = learned(now).router;
        var said = router.suggest(text);
        var hints = said.top().stream().flatMap(choice -> hint(choice, text, area, router).stream()).toList();
        boolean firstGone = hints.isEmpty() || said.top().isEmpty() || !hints.getFirst().service().text().equals(said.top().getFirst().label());
        boolean danger = Danger.isNamedIn(text) || hints.stream().limit(1).anyMatch(hint -> offices.service(hint.service()).filter(Service::emergency).isPresent());
        return new Help(hints, firstGone && said.advice() == Advice.PRESELECT ? Advice.UNSURE : said.advice(), danger, !version.isEmpty(), said.model());
    }

    private Optional<Hint> hint(Choice choice, String text, AreaCode area, Router router) {
        return Optional.of(choice.label()).filter(ServiceCode::isWellFormed).map(ServiceCode::new).flatMap(offices::service).filter(Service::active)
                .map(service -> new Hint(service.code(), choice.probability(), office(service.code(), area), router.because(text, choice.label()).stream().filter(one -> one.phrase().length() > 1).toList()));
    }

    private @Nullable OfficeCode office(ServiceCode service, AreaCode area) {
        return list.route(service, area).map(Routing.Route::lead).orElse(null);
    }

    /** Notes what was decided and learns from it before it returns: the next message is judged with it. */
    public void decided(Decided one) {
        var lesson = lesson(one);
        boolean byTheList = one.office() == null || one.office().equals(office(one.service(), one.area()));
        store.add(one, byTheList, lesson, keyOf(one.who()));
        if (lesson != null) catchUp(one.at());
    }

    /**
     * What is to be learned: the service that was decided, when it is not the first that was suggested. Where only another
     * office was chosen, and it is the office of exactly one other hint, that hint is what the person meant. Before anything
     * is trained everything that is decided is learned.
     */
    private @Nullable String lesson(Decided one) {
        var first = one.suggested().isEmpty() ? null : one.suggested().getFirst();
        if (!one.service().equals(first)) return one.service().text();
        var meant = one.suggested().stream().filter(other -> one.office() != null && one.office().equals(office(other, one.area()))).toList();
        if (meant.size() == 1 && !meant.getFirst().equals(first)) return meant.getFirst().text();
        return version.isEmpty() ? one.service().text() : null;
    }

    /** Learns what was decided on any node, and takes up a newly trained model. */
    public synchronized void catchUp(Instant now) {
        var learned = newest(now);
        for (var rows = store.taughtAfter(learned.upTo, PORTION); !rows.isEmpty(); rows = store.taughtAfter(learned.upTo, PORTION))
            learned.from(rows, words.of(rows.stream().map(ChoiceStore.Taught::caseNumber).distinct().toList()));
        learning = learned;
    }

    private Learning learned(Instant now) {
        var known = learning;
        if (known != null) return known;
        catchUp(now);
        return java.util.Objects.requireNonNull(learning);
    }

    /** What is known now, or a fresh beginning when there is a newer model. */
    private Learning newest(Instant now) {
        var known = learning;
        var newest = store.newest();
        boolean asBefore = newest.map(ChoiceStore.Kept::version).orElse("").equals(version);
        if (known != null && asBefore && (newest.isPresent() || offices.services().equals(services))) return known;
        if (newest.isEmpty()) return first(now);
        var read = ModelFile.read(store.file(newest.get()));
        if (!read.isDone()) {
            LOG.error("the newest trained model cannot be read; suggestions go on without it");
            return known != null ? known : first(now);
        }
        version = newest.get().version();
        return new Learning(read.orThrow(), newest.get().knows());
    }

    /**
     * Trains anew from confirmed cases. The new model takes the place of the one in use, which is kept, only if it is not worse on
     * the cases that the training keeps apart.
     *
     * @param examples read after what was decided so far has been counted, so that no decision is lost between the two
     * @param source in words: whose messages, of when, confirmed by whom
     * @return refused when there are too few
     */
    public Outcome<Trained> train(Supplier<List<Example>> examples, String source, Instant now) {
        long knows = store.last();
        var confirmed = examples.get();
        if (confirmed.size() < LEAST_CASES) return Outcome.refused("routing.train.few", "" + confirmed.size(), "" + LEAST_CASES);
        var old = learned(now).router;
        return Training.of(confirmed, source, now).map(router -> {
            var before = version.isEmpty() ? Optional.<Scores>empty() : Optional.of(old.tryOn(Training.held(confirmed)));
            boolean holds = before.isEmpty() || router.record().held().map(held -> held.holdsUpTo(before.get())).orElse(true);
            if (holds) store.keep(router.record(), knows, ModelFile.bytes(router));
            if (holds) catchUp(now);
            return new Trained(router, before, holds);
        });
    }

    /** Begins with the service list, and anew when it changes. */
    private Learning first(Instant now) {
        services = offices.services();
        return new Learning(FirstWords.of(services, now), 0);
    }

    /** How suggestions met decisions in the last half year, by service. */
    public List<HitRate> rates(Instant now) {
        return store.rates(now.minus(COUNTED));
    }

    /** Where the model in use comes from and what it can do; none before the first training. */
    public Optional<ModelRecord> model(Instant now) {
        var router = learned(now).router;
        return version.isEmpty() ? Optional.empty() : Optional.of(router.record());
    }

    private String keyOf(String who) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(who.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

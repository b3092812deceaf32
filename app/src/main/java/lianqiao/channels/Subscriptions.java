package lianqiao.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianqiao.authenticity.Limit;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.Cases;
import lianqiao.channels.SubscriptionStore.Row;
import lianqiao.channels.SubscriptionStore.State;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.store.Database;

/**
 * News by e-mail of a case, an office, an area or everything. Nobody gets it who has not said so twice: on the page and
 * through the link in the first letter. The address lies in the vault; here stands only whose it is. Links only show a
 * page; a button on it decides, so that programs which follow every link decide nothing. Thread-safe.
 */
public final class Subscriptions {
    /** How long the link of the first letter is good for. */
    public static final Duration LINK_LIFE = Duration.ofHours(48);
    private static final Duration BETWEEN_ASKINGS = Duration.ofHours(1);

    private final Database database;
    private final Residents residents;
    private final Cases cases;
    private final Offices offices;
    private final SubscriptionStore store;
    private final OutboxStore outbox;
    private final Seal seal;

    /** @param key at least 32 secret bytes, the same after every start: it makes the links in letters good */
    public Subscriptions(Database database, Residents residents, Cases cases, Offices offices, byte[] key) {
        this.database = database;
        this.residents = residents;
        this.cases = cases;
        this.offices = offices;
        this.store = new SubscriptionStore(database);
        this.outbox = new OutboxStore(database);
        this.seal = new Seal(key);
    }

    /**
     * Somebody wants news. The answer is the same whether the address is new, waits for its link to be followed or
     * gets the news already, so that nobody learns who subscribes; and a mailbox is not flooded by others: one such
     * letter an hour for each topic, ten topics a day.
     *
     * @return refused when it is no e-mail address, or when there is no such topic in public
     */
    public Outcome<Topic> ask(Contact contact, Topic topic, Language language, Instant now) {
        if (!(contact instanceof Contact.Email)) return Outcome.refused("channels.subscribe.mail-only");
        if (!exists(topic, now)) return Outcome.refused("channels.subscribe.unknown-topic");
        return enter(contact, topic, language, now);
    }

    /** An officer wants the brief of every morning, in a language; it comes once the link in the first letter was followed. Who may read it is asked again each morning. */
    public Outcome<Topic> askForBrief(Contact contact, OfficerId officer, Language language, Instant now) {
        if (!(contact instanceof Contact.Email)) return Outcome.refused("channels.subscribe.mail-only");
        endBrief(officer, now);
        return enter(contact, Topic.briefFor(officer), language, now);
    }

    /** Whether the officer gets the brief by mail: {@code true} once confirmed, {@code false} while the first letter waits for its answer; empty otherwise. */
    public Optional<Boolean> brief(OfficerId officer) {
        return store.briefs(Topic.briefFor(officer)).stream().filter(row -> row.state() != State.ENDED).findFirst().map(row -> row.state() == State.CONFIRMED);
    }

    /** The officer wants it no more. */
    public void endBrief(OfficerId officer, Instant now) {
        store.briefs(Topic.briefFor(officer)).forEach(row -> store.end(row.id(), now));
    }

    private Outcome<Topic> enter(Contact contact, Topic topic, Language language, Instant now) {
        return database.inTransaction(() -> {
            // An address that is known keeps its language: whoever typed it here need not be its owner.
            var resident = residents.withContact(contact).orElseGet(() -> residents.contactable(contact, language, now));
            if (store.askedSince(resident, now.minus(Limit.SUBSCRIPTION_PER_CONTACT.window())) < Limit.SUBSCRIPTION_PER_CONTACT.most()) {
                store.ask(UUID.randomUUID(), resident, topic, language, now, now.minus(BETWEEN_ASKINGS)).ifPresent(row -> outbox.write(
                        List.of(Notice.fresh("", row.askedTimes(), row.id(), Purpose.CONFIRM, Map.of())), now));
            }
            return Outcome.done(topic);
        });
    }

    /** Whether anybody can subscribe to it: a public case, an office or an area that is known, or everything. */
    public boolean exists(Topic topic, Instant now) {
        return switch (topic.kind()) {
            case ALL -> true;
            case BRIEF -> false;
            case CASE -> cases.publicly(new CaseNumber(topic.code()), now).isPresent();
            case OFFICE -> offices.office(new OfficeCode(topic.code())).isPresent();
            case AREA -> offices.area(new AreaCode(topic.code())).isPresent();
        };
    }

    /** What the link of a first letter is about, if it is still good; changes nothing. */
    public Optional<Topic> toConfirm(String token, Instant now) {
        return confirmable(token, now).map(Row::topic);
    }

    /** The button on the page behind the link of the first letter. Pressed twice it does the same as once. */
    public Outcome<Topic> confirm(String token, Instant now) {
        return database.inTransaction(() -> confirmable(token, now).map(row -> {
            store.confirm(row, now);
            return Outcome.done(row.topic());
        }).orElseGet(() -> Outcome.refused("channels.subscribe.link-old")));
    }

    private Optional<Row> confirmable(String token, Instant now) {
        return seal.standsFor(token).flatMap(store::find).filter(row -> seal.isGenuine(token, row.id(), confirming(row)))
                .filter(row -> row.state() == State.CONFIRMED || row.state() == State.ASKED && now.isBefore(row.askedAt().plus(LINK_LIFE)));
    }

    /** What the link at the foot of a letter would end; changes nothing. */
    public Optional<Topic> toEnd(String token) {
        return endable(token).map(Row::topic);
    }

    /** The button that ends a subscription; good for as long as the subscription is kept, and harmless when pressed twice. */
    public Outcome<Topic> end(String token, Instant now) {
        return endable(token).map(row -> {
            store.end(row.id(), now);
            return Outcome.done(row.topic());
        }).orElseGet(() -> Outcome.refused("channels.subscribe.link-unknown"));
    }

    private Optional<Row> endable(String token) {
        return seal.standsFor(token).flatMap(store::find).filter(row -> seal.isGenuine(token, row.id(), ENDING));
    }

    static final String ENDING = "end";

    /** A later asking makes the links of earlier ones useless. */
    static String confirming(Row row) {
        return "confirm " + row.askedTimes();
    }
}

package lianqiao.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.privacy.Details;
import lianqiao.privacy.Speaker;
import lianqiao.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Residents and how to reach them. Contacts lie sealed (AES-256-GCM) and are found again by a keyed hash; without the
 * key file the rows say nothing. Nothing of it is kept in memory. Thread-safe.
 */
public final class Residents {
    private static final Logger LOG = LoggerFactory.getLogger(Residents.class);
    private static final int SHORTEST_PURPOSE = 4;
    private static final int LONGEST_PURPOSE = 500;
    private final Database database;
    private final ResidentStore store;
    private final Keys keys;

    public Residents(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
        store = new ResidentStore(database);
    }

    /** An officer opened a resident's contact, and what for. Kept for ever; the resident may read it. */
    public record Reveal(ResidentId resident, String officer, String purpose, Instant at) {}

    /**
     * The resident behind this contact, entered now if new; the same contact is always the same resident.
     * {@code language} becomes the one messages are written in. One round trip, but for a change of language; called inside the
     * transaction that enters the case it costs no commit of its own.
     */
    public ResidentId contactable(Contact contact, Language language, Instant now) {
        var known = enterOrFind(contact, language, now);
        if (known.language() != language) store.speaks(known.id(), language);
        return known.id();
    }

    /** Turns at most twice in practice: whoever was faster has committed by the time we look again. */
    private ResidentStore.Known enterOrFind(Contact contact, Language language, Instant now) {
        var fresh = new ResidentId(UUID.randomUUID());
        var locked = Locked.up(keys, fresh, contact);
        var lookups = lookups(contact);
        for (int turn = 0; turn < 5; turn++) {
            var found = store.enterOrFind(fresh, lookups, locked, language, now);
            if (found.isPresent()) return found.get();
        }
        throw new IllegalStateException("a resident could be neither entered nor found");
    }

    /** The resident with this contact, if there is one already. */
    public Optional<ResidentId> withContact(Contact contact) {
        return store.find(lookups(contact)).map(ResidentStore.Known::id);
    }

    /** The language to write to the resident in; empty when the resident's row was destroyed. */
    public Optional<Language> language(ResidentId resident) {
        return store.language(resident);
    }

    /** The languages of many residents at once; those whose row was destroyed are missing. */
    public Map<ResidentId, Language> languages(Collection<ResidentId> residents) {
        return store.languages(residents);
    }

    /**
     * Opens the contact for an officer. The reveal is recorded in the same transaction: no record, no contact.
     * Refused without a purpose of 4 to 500 characters or when the contact is no longer kept.
     *
     * @param by the officer's login
     */
    public Outcome<Contact> reveal(ResidentId resident, String by, String purpose, Instant now) {
        var typed = purpose.strip();
        var reason = Details.masked(typed, Speaker.OFFICE);   // kept for good and read by many: nobody's number belongs there
        if (typed.length() < SHORTEST_PURPOSE || typed.length() > LONGEST_PURPOSE || typed.indexOf('\0') >= 0) {
            return Outcome.refused("identity.reveal.purpose");
        }
        return database.<Outcome<Contact>>inTransaction(() -> {
            var contact = deliverTo(resident);
            if (contact.isEmpty()) return Outcome.refused("identity.contact-gone");
            store.record(new Reveal(resident, by, reason, now));
            return Outcome.done(contact.get());
        });
    }

    /** Who opened this resident's contact, latest first, at most 500. */
    public List<Reveal> revealsOf(ResidentId resident) {
        return store.revealsOf(resident);
    }

    /** Which contacts this officer opened since then, latest first, at most 500. */
    public List<Reveal> revealsBy(String officer, Instant since) {
        return store.revealsBy(officer, since);
    }

    /** Where to send a message to. For room channels only, which must not keep, show or log it; officers go through {@link #reveal}. */
    public Optional<Contact> deliverTo(ResidentId resident) {
        return Optional.ofNullable(deliverTo(List.of(resident)).get(resident));
    }

    /** As {@link #deliverTo(ResidentId)} for many at once; those whose contact is no longer kept are missing. */
    public Map<ResidentId, Contact> deliverTo(Collection<ResidentId> residents) {
        return store.contacts(residents).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().open(keys, entry.getKey())));
    }

    /**
     * Brings up to {@code most} contacts up to date, in the order of their owners after {@code from}: whose own key is sealed with an
     * earlier one, and who have no own key yet. May be broken off anywhere and begun again.
     *
     * @return the owner to go on after; empty when none is left behind {@code from}
     */
    Optional<ResidentId> sealAgain(Optional<ResidentId> from, int most) {
        var old = keys.earlier().isEmpty() ? store.withoutOwnKey(from, most) : store.sealedWith(keys.earlier(), from, most);
        store.sealAgain(old.stream().map(this::renewed).flatMap(Optional::stream).toList());
        return old.isEmpty() ? Optional.empty() : Optional.of(old.getLast().owner());
    }

    /** A contact that does not open, as after damage, stays as it is: it must not keep the others from being renewed. */
    private Optional<ResidentStore.Renewed> renewed(ResidentStore.SealedContact one) {
        try {
            var lookup = lookup(one.locked().open(keys, one.owner()).canonical());
            return Optional.of(new ResidentStore.Renewed(one, one.locked().again(keys, one.owner()), lookup));
        } catch (IllegalStateException e) {
            LOG.warn("the contact of resident {} does not open", one.owner());
            return Optional.empty();
        }
    }

    /** Up to {@code most} residents in the order of their ids after {@code from}, for going through all of them. */
    public List<ResidentId> after(Optional<ResidentId> from, int most) {
        return store.after(from, most);
    }

    /**
     * Destroys the contacts of those of these residents that nothing needs any more; nothing but an opaque number remains of
     * them. While it is found out who is needed, nobody can begin to need them.
     *
     * @param needed picks out of residents those that are still needed
     * @return whose contacts are gone
     */
    public Set<ResidentId> forget(Collection<ResidentId> residents, UnaryOperator<Set<ResidentId>> needed) {
        return database.inTransaction(() -> {
            var gone = new HashSet<>(store.hold(residents));
            gone.removeAll(needed.apply(Set.copyOf(gone)));
            if (!gone.isEmpty()) store.forget(gone);
            return Set.copyOf(gone);
        });
    }

    /** The contact as its owner may see it in a copy of their own data; empty when none is kept. The reader has proven to be its owner by number and code. */
    public Optional<Contact> ownCopy(ResidentId resident) {
        return deliverTo(resident);
    }

    /** How many contacts are sealed with each key, by its id. */
    public Map<String, Long> sealedBy() {
        return store.sealedBy();
    }

    /** As it may have been entered before contacts had one spelling, the very one first; at the end as it is entered today. */
    private List<String> lookups(Contact contact) {
        var typed = contact.reveal().toLowerCase(Locale.ROOT);
        return Stream.of(typed, "0" + typed, contact.canonical()).map(this::lookup).toList();
    }

    private String lookup(String text) {
        return keys.fingerprint("contact", text);
    }
}

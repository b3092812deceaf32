package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianqiao.app.bench.Disguises;
import lianqiao.base.Outcome;
import lianqiao.base.VoiceKey;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person, one voice, whatever they call themselves; and nobody can tell afterwards who it was. */
class VoicesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    /** 10,000 in ./lianqiao bench voices. */
    private static final int PERSONS = 1_000;
    private static final int FORMS = Disguises.COUNT + 1;
    private static final int THREADS = 64;

    @TempDir
    private Path folder;
    private TestDatabase town;
    private Keys keys;
    private Voices voices;
    private final Map<ResidentId, List<String>> verified = new ConcurrentHashMap<>();

    @BeforeEach void aTown() {
        town = TestDatabase.fresh();
        keys = Keys.in(folder.resolve("vault"));
        voices = new Voices(town.database(), keys, resident -> verified.getOrDefault(resident, List.of()));
    }

    @AfterEach void close() {
        town.close();
    }

    /** An account of its own for every spelling, as if nothing had ever folded them: here it is only the voice that counts. */
    private List<ResidentId> accounts(List<String> typed) {
        var rows = new ArrayList<Object[]>();
        var ids = new ArrayList<ResidentId>();
        for (var one : typed) {
            var id = new ResidentId(UUID.randomUUID());
            var locked = Locked.up(keys, id, Contact.read(one).orElseThrow(() -> new AssertionError(one)));
            rows.add(new Object[] {id.value(), id.toString(), locked.keyId(), locked.own(), locked.bytes(), Timestamp.from(MONDAY)});
            ids.add(id);
        }
        town.database().batch("insert into resident (jurisdiction, id, lookup, key_id, own_key, sealed, language, since) values ('demo', ?, ?, ?, ?, ?, 'ZH', ?)", rows);
        return ids;
    }

    private ResidentId account(String typed) {
        return accounts(List.of(typed)).getFirst();
    }

    private VoiceKey speak(String campaign, ResidentId who) {
        return voices.key(campaign, who, MONDAY).orThrow();
    }

    @Test void sixtyFourThreadsTimesEightDisguisesCountEveryPersonOnce() throws Exception {
        voices.open("lamps", MONDAY).orThrow();
        var typed = IntStream.range(0, PERSONS).boxed().flatMap(person -> new Disguises(person).spellings().stream()).toList();
        var accounts = accounts(typed);
        var raw = new HashSet<String>();
        for (var one : typed) raw.add(Contact.read(one).orElseThrow().reveal());
        var speeches = new ArrayList<Callable<Void>>();
        for (int person = 0; person < PERSONS; person++) {
            var subject = "https://issuer.test person " + person;
            for (int form = 0; form < FORMS - 1; form++) speeches.add(speech(accounts.get(person * (FORMS - 1) + form), form, subject));
            var card = new ResidentId(UUID.randomUUID());     // the eighth: a verified account that has no contact at all
            verified.put(card, List.of(subject));
            speeches.add(() -> {
                speak("lamps", card);
                return null;
            });
        }
        Collections.shuffle(speeches, new Random(7));
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var one : threads.invokeAll(speeches)) one.get();
        }
        System.out.printf("%d voices of %d persons in %d threads: %.1f s%n", speeches.size(), PERSONS, THREADS, (System.nanoTime() - began) / 1e9);
        assertEquals(PERSONS, voices.counted("lamps"));
        assertTrue(raw.size() > 2 * PERSONS, "keyed on the raw address it would be " + raw.size());
        var sample = accounts.subList(0, 7);
        assertEquals(1, new HashSet<>(sample.stream().map(who -> speak("lamps", who)).toList()).size());
        assertEquals(PERSONS, voices.counted("lamps"), "speaking again changes nothing");
    }

    /** One of the seven links the verified identity, speaks, and takes it away again. */
    private Callable<Void> speech(ResidentId who, int form, String subject) {
        return () -> {
            if (form == 6) verified.put(who, List.of(subject));
            speak("lamps", who);
            verified.remove(who);
            return null;
        };
    }

    @Test void linkingAndUnlinkingAndMovingAnIdentityGivesNoSecondVoice() {
        voices.open("lamps", MONDAY).orThrow();
        var mail = account("zhang@example.org");
        var phone = account("13812345678");
        var before = speak("lamps", mail);
        verified.put(mail, List.of("issuer zhang"));
        voices.tie(mail, MONDAY);                                  // linked, and not spoken again
        verified.remove(mail);                                     // unlinked
        verified.put(phone, List.of("issuer zhang"));              // and linked to another account
        assertEquals(before, speak("lamps", phone));
        verified.remove(phone);
        assertEquals(before, speak("lamps", phone), "the number is known by now");
        assertEquals(1, voices.counted("lamps"));
    }

    @Test void twoWhoTurnOutToBeOneAreCountedOnceAndTheVoiceThatWasThereKeepsItsName() {
        voices.open("lamps", MONDAY).orThrow();
        var mail = account("zhang@example.org");
        var phone = account("13812345678");
        var kept = Set.of(speak("lamps", mail), speak("lamps", phone));
        assertEquals(2, voices.counted("lamps"));
        verified.put(mail, List.of("issuer zhang"));
        var alone = speak("lamps", mail);
        assertTrue(kept.contains(alone));
        verified.put(phone, List.of("issuer zhang"));
        var one = speak("lamps", phone);
        assertTrue(kept.contains(one));
        assertEquals(one, speak("lamps", mail));
        assertEquals(1, voices.counted("lamps"));
    }

    @Test void twoCampaignsCannotBeJoinedWithoutTheirSecrets() {
        var people = accounts(IntStream.range(0, 50).mapToObj("li%d@example.org"::formatted).toList());
        people.forEach(who -> verified.put(who, List.of("issuer " + who)));
        for (var campaign : List.of("lamps", "trees")) {
            voices.open(campaign, MONDAY).orThrow();
            people.forEach(who -> speak(campaign, who));
        }
        var rows = town.database().sql().sql("select campaign, mark, voice from voice").query((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3))).list();
        var lamps = new HashSet<String>();
        var trees = new HashSet<String>();
        for (var row : rows) (row.getFirst().equals("lamps") ? lamps : trees).addAll(row.subList(1, 3));
        assertEquals(200, lamps.size() + trees.size(), "a contact and an identity each");
        assertTrue(Collections.disjoint(lamps, trees));
        // Nothing else of the vault stands in either: no resident, no lookup, nothing made with the key file alone.
        var vault = String.join(" ", town.database().sql().sql("select resident::text from resident").query(String.class).list());
        for (var mark : lamps) assertFalse(vault.contains(mark));
        for (var who : people) assertFalse(lamps.contains(keys.fingerprint("contact", residentsContact(who))));
        // The control: with the secret they are joined in a moment, so what is destroyed is what matters.
        assertTrue(lamps.contains(Keys.hash(secret("lamps"), "contact", "li0@example.org")));
        assertTrue(trees.contains(Keys.hash(secret("trees"), "contact", "li0@example.org")));
    }

    private String residentsContact(ResidentId who) {
        return new Residents(town.database(), keys).deliverTo(who).orElseThrow().canonical();
    }

    private com.google.crypto.tink.Mac secret(String campaign) {
        var sealed = new VoiceStore(town.database()).find(campaign, new ResidentId(UUID.randomUUID())).orElseThrow().secret();
        return Sealer.hashing(keys.openBytes("voices of " + campaign, sealed));
    }

    @Test void afterTheCountTheSecretIsGoneAndTheNumberStays() {
        voices.open("lamps", MONDAY).orThrow();
        var who = account("zhang@example.org");
        assertNotEquals("", speak("lamps", who).text());
        voices.close("lamps", MONDAY);
        assertEquals(1, voices.counted("lamps"));
        assertEquals("identity.voices.closed", ((Outcome.Refused<?>) voices.key("lamps", who, MONDAY)).why());
        assertEquals(0L, town.database().sql().sql("select count(*) from voice_secret where sealed is not null").query(Long.class).single());
        assertEquals("identity.voices.used", ((Outcome.Refused<?>) voices.open("lamps", MONDAY)).why(), "a second secret would count everybody again");
    }

    @Test void whoCannotBeToldFromOthersHasNoVoiceAndWhoIsErasedLeavesOnlyTheNumber() {
        voices.open("lamps", MONDAY).orThrow();
        assertEquals("identity.voices.nobody", ((Outcome.Refused<?>) voices.key("lamps", new ResidentId(UUID.randomUUID()), MONDAY)).why());
        assertEquals("identity.voices.closed", ((Outcome.Refused<?>) voices.key("trees", account("li@example.org"), MONDAY)).why());
        assertEquals("identity.voices.name", ((Outcome.Refused<?>) voices.open("Lamps!", MONDAY)).why());
        var who = account("zhang@example.org");
        speak("lamps", who);
        new Residents(town.database(), keys).forget(List.of(who), _ -> Set.of());
        assertEquals(1, voices.counted("lamps"));
    }

    @Test void aSecretIsSealedAgainWithANewKey() {
        voices.open("lamps", MONDAY).orThrow();
        var who = account("zhang@example.org");
        var before = speak("lamps", who);
        Keys.add(folder.resolve("vault"));
        var later = new Voices(town.database(), Keys.in(folder.resolve("vault")), _ -> List.of());
        later.sealAgain(100);
        assertEquals("k2", town.database().sql().sql("select key_id from voice_secret").query(String.class).single());
        assertEquals(before, later.key("lamps", who, MONDAY).orThrow());
    }
}

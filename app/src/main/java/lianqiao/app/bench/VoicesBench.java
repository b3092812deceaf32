package lianqiao.app.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import lianqiao.app.RunningServer;
import lianqiao.base.Language;
import lianqiao.identity.Contact;
import lianqiao.identity.Keys;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Residents;
import lianqiao.identity.Voices;
import lianqiao.store.Database;

/**
 * One person, one voice: every person comes in seven spellings of a contact and once with nothing but a verified identity, which
 * one of the seven links, uses and takes away again, all at once from many threads. Exactly one voice each may be counted.
 */
final class VoicesBench implements Bench {
    private static final int THREADS = 64;
    private static final String CAMPAIGN = "bench";

    @Override public String name() {
        return "voices";
    }

    @Override public List<String> options() {
        return List.of("persons");
    }

    @Override public Verdict run(Stand stand) {
        int persons = (int) stand.number("persons", 10_000, 10, 99_999);
        stand.say("%s", stand.machine());
        var city = BenchCity.fresh(stand, "bench-voices");
        try (var rooms = RunningServer.startBeside(city.settings())) {
            var verified = new ConcurrentHashMap<ResidentId, List<String>>();
            var voices = new Voices(rooms.room(Database.class), Keys.in(city.settings().vaultKeys()), who -> verified.getOrDefault(who, List.of()));
            var now = stand.clock().instant();
            voices.open(CAMPAIGN, now).orThrow();
            var raw = new HashSet<String>();
            var speeches = new ArrayList<Callable<Void>>();
            for (int person = 0; person < persons; person++) disguise(new Disguises(person), rooms.room(Residents.class), voices, verified, raw, speeches, now);
            Collections.shuffle(speeches, new Random(persons));
            long began = System.nanoTime();
            speak(speeches);
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Verdict("voices").with("persons", persons).with("threads", THREADS).with("spoken", speeches.size())
                    .atLeast("counted", voices.counted(CAMPAIGN), persons).atMost("too_many", voices.counted(CAMPAIGN) - persons, 0)
                    .atLeast("counted_by_raw_address", raw.size(), 2.0 * persons).with("seconds", seconds).with("a_second", speeches.size() / seconds);
        } finally {
            city.erase();
        }
    }

    private static void disguise(Disguises person, Residents residents, Voices voices, Map<ResidentId, List<String>> verified, HashSet<String> raw,
            List<Callable<Void>> speeches, Instant now) {
        var subject = List.of("bench " + person.person());
        var last = person.spellings().getLast();
        for (var typed : person.spellings()) {
            var contact = Contact.read(typed).orElseThrow();
            raw.add(contact.reveal());
            speeches.add(() -> {
                var who = residents.contactable(contact, Language.ZH, now);
                if (typed.equals(last)) verified.put(who, subject);
                voices.key(CAMPAIGN, who, now).orThrow();
                if (typed.equals(last)) verified.remove(who);
                return null;
            });
        }
        var card = new ResidentId(UUID.randomUUID());
        verified.put(card, subject);
        speeches.add(() -> {
            voices.key(CAMPAIGN, card, now).orThrow();
            return null;
        });
    }

    private static void speak(List<Callable<Void>> speeches) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var one : threads.invokeAll(speeches)) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

package lianqiao.app.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
 * The control counts the same people by the address as they wrote it, and must count far too many.
 */
final class VoicesBench implements Bench {
    private static final int THREADS = 64;
    private static final String CAMPAIGN = "bench";
    private static final String CONTROL = "bench-raw";

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
            var speeches = new ArrayList<Callable<Void>>();
            for (int person = 0; person < persons; person++) disguise(new Disguises(person), rooms.room(Residents.class), voices, verified, speeches, now);
            double seconds = speak(speeches, persons);
            long counted = voices.counted(CAMPAIGN);
            voices.close(CAMPAIGN, now);
            var byAddress = byAddress(rooms.room(Database.class), city.settings().vaultKeys(), persons, now);
            return new Verdict("voices").with("persons", persons).with("threads", THREADS).with("spoken", speeches.size())
                    .atLeast("counted", counted, persons).atMost("too_many", counted - persons, 0)
                    .atLeast("counted_by_raw_address", byAddress, 2.0 * persons).with("seconds", seconds).with("a_second", speeches.size() / seconds);
        } finally {
            city.erase();
        }
    }

    private static void disguise(Disguises person, Residents residents, Voices voices, Map<ResidentId, List<String>> verified,
            List<Callable<Void>> speeches, Instant now) {
        var subject = List.of("bench " + person.person());
        var last = person.spellings().getLast();
        for (var typed : person.spellings()) {
            var contact = Contact.read(typed).orElseThrow();
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

    /** The same spellings in a campaign whose voices know nobody but the address as it was written: how many it counts. */
    private static long byAddress(Database database, Path vault, int persons, Instant now) {
        var written = new ConcurrentHashMap<ResidentId, List<String>>();
        var voices = new Voices(database, Keys.in(vault), who -> written.getOrDefault(who, List.of()));
        voices.open(CONTROL, now).orThrow();
        var speeches = new ArrayList<Callable<Void>>();
        for (int person = 0; person < persons; person++) for (var typed : new Disguises(person).spellings()) speeches.add(() -> {
            var who = new ResidentId(UUID.randomUUID());
            written.put(who, List.of(Contact.read(typed).orElseThrow().reveal()));
            voices.key(CONTROL, who, now).orThrow();
            return null;
        });
        speak(speeches, persons);
        return voices.counted(CONTROL);
    }

    /** All at once, in an order of chance; answers the seconds it took. */
    private static double speak(List<Callable<Void>> speeches, int chance) {
        Collections.shuffle(speeches, new Random(chance));
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var one : threads.invokeAll(speeches)) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return (System.nanoTime() - began) / 1e9;
    }
}

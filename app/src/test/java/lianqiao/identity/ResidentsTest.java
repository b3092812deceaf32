package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianqiao.base.Jurisdiction;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.identity.Residents.Reveal;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ResidentsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    @TempDir
    private static Path folder;
    private static TestDatabase town;
    private static Residents residents;

    @BeforeAll
    static void aVault() {
        town = TestDatabase.fresh();
        residents = new Residents(town.database(), Keys.in(folder.resolve("keys")));
    }

    private static Voices voices(TestDatabase place, Path file) {
        return new Voices(place.database(), Keys.in(file), _ -> List.of());
    }

    @Test
    void theSameContactTypedInSixFormsIsOneResident() {
        var found = new HashSet<ResidentId>();
        for (var typed : List.of("13912345678", "139 1234 5678", "+86 13912345678", "１３９１２３４５６７８", "0086-139-1234-5678", "(139)12345678")) {
            found.add(residents.contactable(Contact.read(typed).orElseThrow(), Language.ZH, MONDAY));
        }
        assertEquals(1, found.size());
        assertEquals(found, Set.of(residents.withContact(new Contact.Phone("13912345678")).orElseThrow()));
        assertTrue(residents.withContact(new Contact.Phone("13900000000")).isEmpty());
    }

    @Test
    void theLanguageIsTheOneSpokenLast() {
        var wang = new Contact.Email("wang@example.org");
        var id = residents.contactable(wang, Language.ZH, MONDAY);
        assertEquals(Language.ZH, residents.language(id).orElseThrow());
        assertEquals(id, residents.contactable(new Contact.Email("Wang@example.org"), Language.EN, MONDAY));
        assertEquals(Language.EN, residents.language(id).orElseThrow());
    }

    @Test
    void eightAtOnceWithTheSameContactAreStillOneResident() throws InterruptedException {
        Callable<ResidentId> filing = () -> residents.contactable(new Contact.Phone("13711112222"), Language.ZH, MONDAY);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = new HashSet<ResidentId>();
            for (var one : crowd.invokeAll(IntStream.range(0, 8).mapToObj(_ -> filing).toList())) ids.add(one.resultNow());
            assertEquals(1, ids.size());
        }
    }

    @Test
    void theDatabaseHoldsNothingReadableAndTwoSealsDiffer() {
        var keys = Keys.in(folder.resolve("keys"));
        var first = keys.seal("a", "13612345678");
        var second = keys.seal("a", "13612345678");
        assertFalse(Arrays.equals(first.bytes(), second.bytes()));
        assertEquals("13612345678", keys.open("a", first));
        assertThrows(IllegalStateException.class, () -> keys.open("b", first));
        residents.contactable(new Contact.Phone("13612345678"), Language.ZH, MONDAY);
        var rows = town.database().sql().sql("select resident::text || encode(sealed, 'escape') from resident").query(String.class).list();
        assertTrue(rows.stream().noneMatch(row -> row.contains("13612345678")));
    }

    @Test
    void anOfficerSeesAContactOnlyWithAPurposeAndTheResidentSeesWho() {
        var id = residents.contactable(new Contact.Phone("13512345678"), Language.ZH, MONDAY);
        assertEquals("identity.reveal.purpose", ((Outcome.Refused<?>) residents.reveal(id, "zhao", "  ", MONDAY)).why());
        assertEquals(List.of(), residents.revealsOf(id));
        var contact = residents.reveal(id, "zhao", "回访：路灯是否修好", MONDAY).orThrow();
        assertEquals("13512345678", contact.reveal());
        assertEquals(List.of(new Reveal(id, "zhao", "回访：路灯是否修好", MONDAY)), residents.revealsOf(id));
        assertEquals(1, residents.revealsBy("zhao", MONDAY).size());
    }

    @Test
    void aRevealCanBeNeitherChangedNorTakenBack() {
        var sql = town.database().sql();
        assertThrows(DataAccessException.class, () -> sql.sql("update reveal set officer = 'li'").update());
        assertThrows(DataAccessException.class, () -> sql.sql("delete from reveal").update());
    }

    @Test
    void oneRowDestroyedMakesOnePersonUnreachableAndBreaksNothing() {
        var id = residents.contactable(new Contact.Phone("13412345678"), Language.ZH, MONDAY);
        residents.reveal(id, "liu", "回电说明情况", MONDAY).orThrow();
        try (var owner = town.ownerSource()) {
            JdbcClient.create(owner).sql("delete from resident where id = ?").param(id.value()).update();
        }
        assertTrue(residents.deliverTo(id).isEmpty());
        assertEquals("identity.contact-gone", ((Outcome.Refused<?>) residents.reveal(id, "liu", "再次回电", MONDAY)).why());
        assertEquals(1, residents.revealsOf(id).size());
        assertTrue(residents.deliverTo(List.of(id, new ResidentId(UUID.randomUUID()))).isEmpty());
    }

    @Test
    void theNextTownDoesNotKnowTheResident() {
        residents.contactable(new Contact.Phone("13312345678"), Language.ZH, MONDAY);
        var nextTown = new Residents(town.database(new Jurisdiction("elsewhere")), Keys.in(folder.resolve("keys")));
        assertTrue(nextTown.withContact(new Contact.Phone("13312345678")).isEmpty());
    }

    @Test
    void afterANewKeyOldContactsOpenAndAreSealedAgain() throws IOException {
        var file = folder.resolve("rotated-keys");
        try (var place = TestDatabase.fresh()) {
            var before = new Residents(place.database(), Keys.in(file));
            var id = before.contactable(new Contact.Phone("13212345678"), Language.ZH, MONDAY);
            assertEquals("k2", Keys.add(file));
            var after = new Residents(place.database(), Keys.in(file));
            assertEquals("13212345678", after.deliverTo(id).orElseThrow().reveal());
            assertEquals(Map.of("k1", 1L), after.sealedBy());
            new SealContactsAgain(after, new OfficerLogins(place.database(), Keys.in(file)), voices(place, file)).run(MONDAY);
            assertEquals(Map.of("k2", 1L), after.sealedBy());
            assertEquals("13212345678", after.deliverTo(id).orElseThrow().reveal());
            assertEquals(id, after.contactable(new Contact.Phone("13212345678"), Language.ZH, MONDAY));
            assertEquals("13212345678", before.deliverTo(id).orElseThrow().reveal(), "a program that runs on reads the file again");
        }
    }

    @Test
    void twelveHundredContactsAreSealedAgainInPortionsAndAnInterruptedRunIsNoLoss() {
        var file = folder.resolve("many-keys");
        try (var place = TestDatabase.fresh()) {
            var before = new Residents(place.database(), Keys.in(file));
            for (int i = 0; i < 1_200; i++) before.contactable(new Contact.Phone("139%08d".formatted(i)), Language.ZH, MONDAY);
            var job = new SealContactsAgain(before, new OfficerLogins(place.database(), Keys.in(file)), voices(place, file));
            job.run(MONDAY);
            assertEquals(Map.of("k1", 1_200L), before.sealedBy(), "without an earlier key there is nothing to do");

            Keys.add(file);
            var after = new Residents(place.database(), Keys.in(file));
            after.sealAgain(Optional.empty(), 500);
            assertEquals(Map.of("k1", 700L, "k2", 500L), after.sealedBy(), "the power goes off after one portion");
            var late = after.contactable(new Contact.Phone("13700000000"), Language.ZH, MONDAY);
            new SealContactsAgain(after, new OfficerLogins(place.database(), Keys.in(file)), voices(place, file)).run(MONDAY);
            assertEquals(Map.of("k2", 1_201L), after.sealedBy());
            assertEquals("13700000000", after.deliverTo(late).orElseThrow().reveal());
            var first = after.withContact(new Contact.Phone("13900000000")).orElseThrow();
            assertEquals("13900000000", after.deliverTo(first).orElseThrow().reveal());
        }
    }

    @Test
    void anOfficersSecondFactorIsSealedAgainToo() throws IOException {
        var file = folder.resolve("officers-keys");
        try (var place = TestDatabase.fresh()) {
            var before = new OfficerLogins(place.database(), Keys.in(file));
            before.create("zhao", "梧桥灯芯洲石榴桥", MONDAY).orThrow();
            before.giveSecondFactor("zhao", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
            Keys.add(file);
            var keys = Keys.in(file);
            var after = new OfficerLogins(place.database(), keys);
            new SealContactsAgain(new Residents(place.database(), keys), after, voices(place, file)).run(MONDAY);
            assertEquals("k2", place.database().sql().sql("select totp_key_id from officer_login").query(String.class).single());
            Files.writeString(file, String.join("\n", Files.readAllLines(file).stream().filter(line -> !line.startsWith("k1 ")).toList()));
            var without = new OfficerLogins(place.database(), Keys.in(file));
            var code = OfficerLogins.codeAt("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", MONDAY);
            assertTrue(without.signIn("zhao", "梧桥灯芯洲石榴桥", code, MONDAY).isDone(), "the earlier key can go");
        }
    }

    @Test
    void theKeyFileIsForTheServerOnlyAndADamagedOneIsNotReplaced() throws IOException {
        var file = folder.resolve("own").resolve("keys");
        Keys.in(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        var bytes = Files.readAllBytes(file);
        Files.writeString(file, "lookup short\n", StandardCharsets.US_ASCII);
        assertThrows(RuntimeException.class, () -> Keys.in(file));
        Files.write(file, bytes);
        Keys.in(file);
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertNotEquals(0, bytes.length);
    }
}

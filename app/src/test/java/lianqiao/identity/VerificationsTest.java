package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.identity.ResidentVerifier.Secrets;
import lianqiao.identity.ResidentVerifier.Verified;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is known as verified, what is kept of it, and what joins and leaves with a sign-in. */
class VerificationsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Secrets NONE = new Secrets("", "", "");
    @TempDir
    private static Path folder;
    private static TestDatabase town;
    private static Keys keys;
    private static CounterCheck counter;
    private static Verifications verifications;

    @BeforeAll static void open() {
        town = TestDatabase.fresh();
        keys = Keys.in(folder.resolve("keys"));
        counter = new CounterCheck(town.database(), keys, new Text("窗口", "counter"));
        verifications = new Verifications(town.database(), keys, List.of(counter));
    }

    @AfterAll static void close() {
        town.close();
    }

    private static Verified by(String issuer, String subject) {
        return new Verified(issuer, subject, "high", MONDAY);
    }

    private static void assertRefused(String why, Outcome<?> outcome) {
        assertEquals(why, outcome instanceof Outcome.Refused<?> refused ? refused.why() : "done");
    }

    @Test void theSameNameOfTheSameIssuerIsTheSameResidentAndNobodyElse() {
        var wang = verifications.known(by("https://city.test", "s-1"));
        assertEquals(wang, verifications.known(by("https://city.test", "s-1")));
        assertNotEquals(wang, verifications.known(by("https://city.test", "s-2")));
        assertNotEquals(wang, verifications.known(by("https://other.test", "s-1")));
        assertTrue(verifications.isVerified(wang));
        assertRefused("identity.verify.other", verifications.add(new ResidentId(UUID.randomUUID()), by("https://city.test", "s-1")));
    }

    @Test void nothingOfTheNameStandsInTheDatabase() {
        verifications.known(by("https://city.test", "planted-subject"));
        try (var owner = town.ownerSource()) {
            var all = String.join("\n", JdbcClient.create(owner).sql("select v::text from verification v").query(String.class).list());
            assertTrue(all.contains("city.test"));
            assertFalse(all.contains("planted-subject"));
        }
    }

    @Test void aCodeFromTheCounterIsGoodOnceAndForADay() {
        var code = counter.seen("operator", MONDAY);
        assertRefused("identity.verify.paper-code", counter.callback(NONE, "", Map.of("code", "ABCDE-12345"), MONDAY));
        assertRefused("identity.verify.paper-code", counter.callback(NONE, "", Map.of("code", code.grouped()), MONDAY.plus(CounterCheck.LIFE)));
        assertTrue(counter.callback(NONE, "", Map.of("code", code.grouped()), MONDAY.plusSeconds(60)).isDone());
        assertRefused("identity.verify.paper-code", counter.callback(NONE, "", Map.of("code", code.grouped()), MONDAY.plusSeconds(61)));
        try (var owner = town.ownerSource()) {
            assertFalse(String.join("\n", JdbcClient.create(owner).sql("select c::text from counter_check c").query(String.class).list()).contains(code.letters()));
        }
    }

    @Test void joiningGivesEverythingToOneAndEndsTheSessionsOfTheOther() {
        var accounts = new Accounts(town.database(), voices());
        var sessions = new OpenSessions(town.database(), keys);
        var from = verifications.known(by("https://city.test", "joins"));
        var into = new ResidentId(UUID.randomUUID());
        var token = sessions.begin(Kind.RESIDENT, from.toString(), true, Way.PROVIDER, "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0", MONDAY);
        assertEquals("Firefox · Linux", sessions.find(Kind.RESIDENT, token, MONDAY).orElseThrow().device());
        assertEquals(Set.of(from), accounts.used(Set.of(from, into), MONDAY));
        accounts.join(from, into, MONDAY);
        assertTrue(sessions.find(Kind.RESIDENT, token, MONDAY).isEmpty());
        assertEquals(Set.of(into), accounts.used(Set.of(from, into), MONDAY));
        assertEquals(into, verifications.known(by("https://city.test", "joins")));
        accounts.close(into, MONDAY);
        assertEquals(Set.of(), accounts.used(Set.of(from, into), MONDAY));
    }

    private static Voices voices() {
        return new Voices(town.database(), keys, verifications::marks);
    }

    @Test void whoSpokeAsTwoAndTurnsOutToBeOnePersonCountsOnce() {
        var voices = voices();
        voices.open("square-2026", MONDAY).orThrow();
        var from = verifications.known(by("https://city.test", "speaks-twice"));
        var into = new Residents(town.database(), keys).contactable(Contact.read("wang@resident.example").orElseThrow(), Language.ZH, MONDAY);
        voices.key("square-2026", from, MONDAY).orThrow();
        voices.key("square-2026", into, MONDAY).orThrow();
        assertEquals(2, voices.counted("square-2026"));
        new Accounts(town.database(), voices).join(from, into, MONDAY);
        assertEquals(1, voices.counted("square-2026"));
        assertEquals(voices.key("square-2026", into, MONDAY), voices.key("square-2026", into, MONDAY));
    }

    /** Adding an identity ties it to the voice of the contact at once, without the person speaking again. */
    @Test void anIdentityThatIsAddedAfterSpeakingHasSpoken() {
        var voices = voices();
        voices.open("bridge-2026", MONDAY).orThrow();
        var mail = new Residents(town.database(), keys).contactable(Contact.read("zhao@resident.example").orElseThrow(), Language.ZH, MONDAY);
        var spoke = voices.key("bridge-2026", mail, MONDAY).orThrow();
        verifications.add(mail, by("https://city.test", "zhao")).orThrow();
        new Accounts(town.database(), voices).close(mail, MONDAY);
        var card = verifications.known(by("https://city.test", "zhao"));
        assertNotEquals(mail, card, "the sign-in was forgotten, so it is somebody new");
        assertEquals(1, verifications.marks(card).size());
        assertEquals(spoke, voices.key("bridge-2026", card, MONDAY).orThrow());
        assertEquals(1, voices.counted("bridge-2026"));
        // The control: voices that are told no marks do not know them.
        assertRefused("identity.voices.nobody", new Voices(town.database(), keys, _ -> List.of()).key("bridge-2026", card, MONDAY));
    }

    @Test void tokensLieInTheDatabaseAsHashesAndSessionsEndByThemselves() {
        var sessions = new OpenSessions(town.database(), keys);
        var token = sessions.begin(Kind.OFFICER, "wang", true, Way.PASSWORD, null, MONDAY);
        try (var owner = town.ownerSource()) {
            assertFalse(String.join("\n", JdbcClient.create(owner).sql("select s::text from open_session s").query(String.class).list()).contains(token));
        }
        assertTrue(sessions.find(Kind.OFFICER, token, MONDAY.plus(Kind.OFFICER.idle()).minusMillis(1)).isPresent());
        assertTrue(sessions.find(Kind.OFFICER, token, MONDAY.plus(Kind.OFFICER.longest())).isEmpty());
        var other = sessions.begin(Kind.OFFICER, "wang", true, Way.PASSWORD, null, MONDAY);
        assertFalse(sessions.end(Kind.OFFICER, "li", sessions.find(Kind.OFFICER, other, MONDAY).orElseThrow().id(), MONDAY), "nobody ends a session of somebody else");
        new ForgetOldSignIns(town.database(), sessions).run(MONDAY.plus(Kind.RESIDENT.longest()).plus(Kind.OFFICER.idle()));
        try (var owner = town.ownerSource()) {
            assertEquals(0, JdbcClient.create(owner).sql("select count(*) from open_session where whose = 'wang'").query(Integer.class).single());
        }
    }
}

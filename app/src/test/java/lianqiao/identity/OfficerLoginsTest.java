package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianqiao.base.Outcome;
import lianqiao.identity.OfficerLogins.SignedIn;
import lianqiao.town.HeardLog;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficerLoginsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final String PASSWORD = "four trams cross the bridge";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    @TempDir
    private static Path folder;
    private static TestDatabase town;
    private static OfficerLogins logins;

    @BeforeAll
    static void aDesk() {
        town = TestDatabase.fresh();
        logins = new OfficerLogins(town.database(), Keys.in(folder.resolve("keys")));
    }

    @Test
    void codesAreThoseOfTheStandard() {
        assertEquals("287082", OfficerLogins.codeAt(SECRET, Instant.ofEpochSecond(59)));
        assertEquals("081804", OfficerLogins.codeAt(SECRET, Instant.ofEpochSecond(1111111109)));
        var drawn = SecondFactor.drawSecret();
        assertEquals(32, drawn.length());
        assertEquals(6, SecondFactor.codeAt(drawn, MONDAY).length());
    }

    @Test
    void aNewOfficerSignsInSetsUpAPhoneAndThenNeedsIt() {
        logins.create("wang", PASSWORD, MONDAY).orThrow();
        assertEquals(new SignedIn("wang", false), logins.signIn("wang", PASSWORD, "", MONDAY).orThrow());
        var enrolment = logins.enrol("wang", "连桥 demo");
        assertTrue(enrolment.link().startsWith("otpauth://totp/%E8%BF%9E%E6%A1%A5%20demo:wang?secret=" + enrolment.secret()));
        assertFalse(enrolment.toString().contains(enrolment.secret()));
        assertRefused("identity.second-factor.wrong", logins.confirm("wang", "000", MONDAY));
        assertEquals(8, logins.confirm("wang", OfficerLogins.codeAt(enrolment.secret(), MONDAY), MONDAY).orThrow().size());
        assertRefused("identity.sign-in.wrong", logins.signIn("wang", PASSWORD, "", MONDAY));
        var later = MONDAY.plusSeconds(60);
        assertEquals(new SignedIn("wang", true), logins.signIn("wang", PASSWORD, OfficerLogins.codeAt(enrolment.secret(), later), later).orThrow());
    }

    @Test
    void theLogSaysWhoTriedAndNeverWhatWasTyped() {
        logins.create("logged", PASSWORD, MONDAY).orThrow();
        try (var log = HeardLog.of("lianqiao.identity")) {
            for (int i = 0; i < 12; i++) logins.signIn("logged", "wrong and secret", "", MONDAY);
            logins.signIn("my password is swordfish", "x", "", MONDAY);
            logins.signIn("swordfish", "x", "", MONDAY);
            new OpenSessions(town.database(), Keys.in(folder.resolve("keys"))).begin(Session.Kind.OFFICER, "logged", false, Session.Way.PASSWORD, "Matrix", MONDAY);
            new OpenSessions(town.database(), Keys.in(folder.resolve("keys"))).begin(Session.Kind.RESIDENT, "7f3a", true, Session.Way.MAIL, "Matrix", MONDAY);
            assertEquals(16, log.lines().size());
            assertEquals(List.of("sign-in refused: officer logged", "sign-in refused: officer logged, too soon after the last try", "sign-in refused: no such login",
                    "signed in: officer logged by PASSWORD, second factor not set up yet", "signed in: a resident by MAIL"), log.lines().stream().distinct().toList());
        }
    }

    @Test
    void aCodeWorksOnceAndHalfAMinuteOffButNotAMinuteOff() {
        logins.create("zhao", PASSWORD, MONDAY).orThrow();
        logins.giveSecondFactor("zhao", SECRET);
        assertRefused("identity.sign-in.wrong", logins.signIn("zhao", PASSWORD, OfficerLogins.codeAt(SECRET, MONDAY.minusSeconds(60)), MONDAY));
        var slowClock = OfficerLogins.codeAt(SECRET, MONDAY.minusSeconds(30));
        assertTrue(logins.signIn("zhao", PASSWORD, slowClock, MONDAY).isDone());
        assertRefused("identity.sign-in.wrong", logins.signIn("zhao", PASSWORD, slowClock, MONDAY));
        assertTrue(logins.signIn("zhao", PASSWORD, OfficerLogins.codeAt(SECRET, MONDAY), MONDAY).isDone());
        assertRefused("identity.sign-in.wrong", logins.signIn("zhao", PASSWORD, slowClock, MONDAY));
    }

    @Test
    void aRecoveryCodeReplacesThePhoneOnce() {
        logins.create("qian", PASSWORD, MONDAY).orThrow();
        var recovery = logins.giveSecondFactor("qian", SECRET);
        assertTrue(logins.signIn("qian", PASSWORD, recovery.get(0).toLowerCase(), MONDAY).isDone());
        assertRefused("identity.sign-in.wrong", logins.signIn("qian", PASSWORD, recovery.get(0), MONDAY));
        logins.resetSecondFactor("qian").orThrow();
        assertEquals(new SignedIn("qian", false), logins.signIn("qian", PASSWORD, "", MONDAY).orThrow());
        logins.giveSecondFactor("qian", SECRET);
        assertRefused("identity.sign-in.wrong", logins.signIn("qian", PASSWORD, recovery.get(1), MONDAY));
    }

    @Test
    void aWrongNameAndAWrongPasswordAreRefusedAlikeAndSlowedDownAlike() {
        logins.create("sun", PASSWORD, MONDAY).orThrow();
        for (var name : List.of("sun", "nobody", "Not a login; --")) {
            for (int attempt = 1; attempt <= 5; attempt++) assertRefused("identity.sign-in.wrong", logins.signIn(name, "wrong password", "", MONDAY));
            assertEquals(Outcome.refused("identity.sign-in.wait", "2"), logins.signIn(name, "wrong password", "", MONDAY));
            assertEquals(Outcome.refused("identity.sign-in.wait", "1"), logins.signIn(name, "wrong password", "", MONDAY.plusSeconds(1)));
            assertRefused("identity.sign-in.wrong", logins.signIn(name, "wrong password", "", MONDAY.plusSeconds(2)));
            assertEquals(Outcome.refused("identity.sign-in.wait", "4"), logins.signIn(name, "wrong password", "", MONDAY.plusSeconds(2)));
        }
        assertTrue(logins.signIn("sun", PASSWORD, "", MONDAY.plusSeconds(6)).isDone());
        assertTrue(logins.signIn("sun", PASSWORD, "", MONDAY.plusSeconds(6)).isDone());
    }

    @Test
    void whoeverFailsOnPurposeCannotKeepAnOfficerWithARecoveryCodeOut() {
        logins.create("wu", PASSWORD, MONDAY).orThrow();
        var recovery = logins.giveSecondFactor("wu", SECRET);
        for (int attempt = 1; attempt <= 5; attempt++) assertRefused("identity.sign-in.wrong", logins.signIn("wu", "wrong password", "", MONDAY));
        assertRefused("identity.sign-in.wait", logins.signIn("wu", PASSWORD, OfficerLogins.codeAt(SECRET, MONDAY), MONDAY));
        assertRefused("identity.sign-in.wait", logins.signIn("wu", "wrong password", recovery.get(0), MONDAY));
        assertRefused("identity.sign-in.wait", logins.signIn("wu", PASSWORD, "ABCDE-FGHJK", MONDAY));
        assertTrue(logins.signIn("wu", PASSWORD, recovery.get(0), MONDAY).isDone());
    }

    @Test
    void theWaitNeverGrowsBeyondFiveMinutes() {
        logins.create("li", PASSWORD, MONDAY).orThrow();
        var now = MONDAY;
        for (int attempt = 0; attempt < 20; attempt++, now = now.plus(Duration.ofMinutes(5))) {
            assertRefused("identity.sign-in.wrong", logins.signIn("li", "wrong password", "", now));
        }
        assertTrue(logins.signIn("li", PASSWORD, "", now).isDone());
    }

    @Test
    void twentyGuessesAtTheSameMomentAreFiveGuesses() throws InterruptedException {
        logins.create("zhou", PASSWORD, MONDAY).orThrow();
        Callable<String> guess = () -> ((Outcome.Refused<?>) logins.signIn("zhou", "wrong password", "", MONDAY)).why();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd.invokeAll(IntStream.range(0, 20).mapToObj(_ -> guess).toList());
            assertEquals(5, answers.stream().filter(answer -> answer.resultNow().equals("identity.sign-in.wrong")).count());
        }
    }

    @Test
    void weakPasswordsAreRefusedAndLongOnesWelcome() {
        for (var weak : List.of("seven77", "password", "PassWord1", "88888888", "abababab", "23456789", "zhengwu123")) {
            assertFalse(logins.create("zhengwu", weak, MONDAY).isDone(), weak);
        }
        assertRefused("identity.password.long", logins.create("zhengwu", "桥下的灯".repeat(32) + "坏", MONDAY));
        assertTrue(logins.create("zhengwu", "桥下的灯坏了三天", MONDAY).isDone());
        assertRefused("identity.login.taken", logins.create("zhengwu", PASSWORD, MONDAY));
        assertRefused("identity.login.malformed", logins.create("Zheng Wu", PASSWORD, MONDAY));
    }

    /** bcrypt alone reads 72 bytes: a change at the end of a long sentence would not be noticed. */
    @Test
    void everySignOfALongPasswordCounts() {
        var sentence = "桥下的灯坏了三天没有人来看也没有人来修".repeat(3) + "吗";
        logins.create("changmima", sentence, MONDAY).orThrow();
        assertEquals(58, sentence.length());
        assertTrue(logins.signIn("changmima", sentence, "", MONDAY).isDone());
        assertFalse(logins.signIn("changmima", sentence.substring(0, 57) + "呢", "", MONDAY.plusSeconds(600)).isDone());
        assertFalse(logins.signIn("changmima", sentence.substring(0, 57), "", MONDAY.plusSeconds(1_200)).isDone());
    }

    @Test
    void aClosedLoginStaysOutAndAChangedPasswordNeedsTheOldOne() {
        logins.create("feng", PASSWORD, MONDAY).orThrow();
        assertRefused("identity.password.old-wrong", logins.changePassword("feng", "wrong password", "a new and longer one", MONDAY));
        logins.changePassword("feng", PASSWORD, "a new and longer one", MONDAY).orThrow();
        assertRefused("identity.sign-in.wrong", logins.signIn("feng", PASSWORD, "", MONDAY));
        logins.enable("feng", false).orThrow();
        assertFalse(logins.isEnabled("feng"));
        assertRefused("identity.sign-in.wrong", logins.signIn("feng", "a new and longer one", "", MONDAY));
        logins.enable("feng", true).orThrow();
        assertTrue(logins.signIn("feng", "a new and longer one", "", MONDAY).isDone());
    }

    @Test
    void theDatabaseHoldsNeitherPasswordsNorSecrets() {
        logins.create("chen", PASSWORD, MONDAY).orThrow();
        var recovery = logins.giveSecondFactor("chen", SECRET);
        var sql = town.database().sql();
        var rows = sql.sql("select officer_login::text || encode(totp_sealed, 'escape') from officer_login where login = 'chen' union all select recovery_code::text from recovery_code").query(String.class).list();
        assertTrue(rows.size() >= 9);
        for (var secret : List.of(PASSWORD, SECRET, recovery.getFirst(), recovery.getFirst().replace("-", ""))) {
            assertTrue(rows.stream().noneMatch(row -> row.contains(secret)));
        }
    }

    private static void assertRefused(String why, Outcome<?> outcome) {
        assertEquals(why, ((Outcome.Refused<?>) outcome).why());
    }
}

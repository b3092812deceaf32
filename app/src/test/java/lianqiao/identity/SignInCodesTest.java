package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.identity.SignInCodes.Use;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time codes: who gets one, how often, and what they are worth. */
class SignInCodesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    @TempDir
    private static Path folder;
    private static TestDatabase town;
    private static Residents residents;
    private static SignInCodes codes;
    private static final List<UUID> CARRIED = new ArrayList<>();

    @BeforeAll static void open() {
        town = TestDatabase.fresh();
        var keys = Keys.in(folder.resolve("keys"));
        residents = new Residents(town.database(), keys);
        codes = new SignInCodes(town.database(), keys, residents, List.of(new CodeCarrier() {
            @Override public boolean reaches(Contact contact) {
                return contact instanceof Contact.Email;
            }

            @Override public void carry(UUID attempt, Instant now) {
                CARRIED.add(attempt);
            }
        }));
    }

    @AfterAll static void close() {
        town.close();
    }

    private static Contact contact(String typed) {
        return Contact.read(typed).orElseThrow();
    }

    private static String asked(String browser, String to, Instant now) {
        codes.ask(Use.SIGN_IN, browser, contact(to), Language.ZH, now).orThrow();
        return codes.toSend(Set.of(CARRIED.getLast()), now).get(CARRIED.getLast()).code();
    }

    private static void assertRefused(String why, Outcome<?> outcome) {
        assertEquals(why, outcome instanceof Outcome.Refused<?> refused ? refused.why() : "done");
    }

    @Test void theSameAddressInAnyDisguiseIsTheSameResidentAndMayHaveBeenKnownBefore() {
        var before = residents.contactable(contact("wang@mail.test"), Language.ZH, MONDAY);
        var code = asked("b1", "ｗａｎｇ@MAIL.test", MONDAY);
        assertTrue(code.matches("\\d{6}"));
        assertEquals(before, codes.confirm(Use.SIGN_IN, "b1", " " + code.substring(0, 3) + " " + code.substring(3), MONDAY.plusSeconds(299)).orThrow());
        assertRefused("identity.code.over", codes.confirm(Use.SIGN_IN, "b1", code, MONDAY.plusSeconds(299)));
    }

    @Test void aCodeEndsAfterFiveMinutesInAnyCase() {
        var code = asked("b2", "late@mail.test", MONDAY);
        assertTrue(codes.waiting(Use.SIGN_IN, "b2", MONDAY.plusSeconds(299)).isPresent());
        assertRefused("identity.code.over", codes.confirm(Use.SIGN_IN, "b2", code, MONDAY.plusSeconds(300)));
        assertTrue(codes.toSend(Set.of(CARRIED.getLast()), MONDAY.plusSeconds(300)).isEmpty(), "a letter that leaves too late is not written");
    }

    @Test void fiveWrongGuessesEndACode() {
        var code = asked("b3", "guessed@mail.test", MONDAY);
        var wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < SignInCodes.MOST_GUESSES; i++) assertRefused("identity.code.wrong", codes.confirm(Use.SIGN_IN, "b3", wrong, MONDAY));
        assertRefused("identity.code.over", codes.confirm(Use.SIGN_IN, "b3", code, MONDAY));
    }

    @Test void aCodeIsWorthNothingInAnotherBrowserNorForAnotherUse() {
        var code = asked("b4", "bound@mail.test", MONDAY);
        assertRefused("identity.code.over", codes.confirm(Use.SIGN_IN, "b5", code, MONDAY));
        assertRefused("identity.code.over", codes.confirm(Use.CHANGE, "b4", code, MONDAY));
        assertTrue(codes.confirm(Use.SIGN_IN, "b4", code, MONDAY).isDone());
    }

    @Test void oneAMinuteAndFiveADayWhateverBrowserAsks() {
        asked("b6", "often@mail.test", MONDAY);
        assertRefused("identity.code.soon", codes.ask(Use.SIGN_IN, "b7", contact("Often@mail.test"), Language.ZH, MONDAY.plusSeconds(59)));
        for (int i = 1; i < SignInCodes.MOST_A_DAY; i++) asked("b6", "often@mail.test", MONDAY.plusSeconds(60L * i));
        assertRefused("identity.code.enough", codes.ask(Use.SIGN_IN, "b7", contact("often@mail.test"), Language.ZH, MONDAY.plus(Duration.ofHours(20))));
        assertTrue(codes.ask(Use.SIGN_IN, "b7", contact("often@mail.test"), Language.ZH, MONDAY.plus(Duration.ofHours(25))).isDone());
    }

    @Test void aNewerCodeReplacesTheOneBefore() {
        var first = asked("b8", "newer@mail.test", MONDAY);
        var second = asked("b8", "newer@mail.test", MONDAY.plusSeconds(60));
        assertRefused("identity.code.wrong", first.equals(second) ? Outcome.refused("identity.code.wrong") : codes.confirm(Use.SIGN_IN, "b8", first, MONDAY.plusSeconds(61)));
        assertTrue(codes.confirm(Use.SIGN_IN, "b8", second, MONDAY.plusSeconds(62)).isDone());
    }

    @Test void textMessagesAreNotPretended() {
        assertRefused("identity.code.no-gateway", codes.ask(Use.SIGN_IN, "b9", contact("13800001234"), Language.ZH, MONDAY));
    }

    @Test void neitherAddressNorCodeNorCookieStandsInTheDatabase() {
        var code = asked("cookie-of-a-browser", "planted@mail.test", MONDAY);
        try (var owner = town.ownerSource()) {
            var all = String.join("\n", JdbcClient.create(owner).sql("select a::text from sign_in_attempt a").query(String.class).list());
            assertFalse(all.isEmpty());
            for (var secret : List.of("planted", "cookie-of-a-browser", "," + code + ",")) assertFalse(all.contains(secret), secret);
        }
    }

    @Test void afterADayNothingOfATryIsLeft() {
        asked("b10", "gone@mail.test", MONDAY);
        new ForgetOldSignIns(town.database(), new OpenSessions(town.database(), Keys.in(folder.resolve("keys")))).run(MONDAY.plus(Duration.ofHours(49)));
        try (var owner = town.ownerSource()) {
            assertEquals(0, JdbcClient.create(owner).sql("select count(*) from sign_in_attempt where asked_at <= ?").param(java.sql.Timestamp.from(MONDAY)).query(Integer.class).single());
        }
    }
}

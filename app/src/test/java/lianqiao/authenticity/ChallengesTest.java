package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lianqiao.authenticity.Challenges.Passed;
import lianqiao.base.Jurisdiction;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A check is good once, for one form of one thing on one installation, for an hour. */
class ChallengesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String FORM = "NEW_CASE_PER_PREFIX|aaaaaaaaaaaaaaaaaaaaaa";
    private static final int EACH = 25_000;
    private static TestDatabase town;

    private final Challenges challenges = new Challenges(town.database(), new byte[32]);

    @BeforeAll static void open() {
        town = TestDatabase.fresh();
    }

    @AfterAll static void close() {
        town.close();
    }

    static String solution(Challenge challenge) {
        return IntStream.range(0, challenge.cost()).filter(n -> Puzzle.target(challenge.id(), n).equals(challenge.target())).findFirst().orElseThrow() + "";
    }

    @Test void workPassesAtOnceAndOnce() {
        var check = challenges.issue(FORM, NOON);
        assertEquals(Passed.BY_WORK, challenges.look(FORM, check.token(), solution(check), NOON));
        assertEquals(Passed.BY_WORK, challenges.use(FORM, check.token(), solution(check), NOON.plusSeconds(1)));
        assertEquals(Passed.USED, challenges.use(FORM, check.token(), solution(check), NOON.plusSeconds(2)));
        assertEquals(Passed.USED, challenges.use(FORM, check.token(), "", NOON.plusSeconds(60)), "nor by waiting after working");
    }

    @Test void aShortWaitPassesWithoutAnyWorkAndOnce() {
        var check = challenges.issue(FORM, NOON);
        assertEquals(Passed.TOO_EARLY, challenges.use(FORM, check.token(), "", NOON.plusSeconds(29)));
        assertEquals(check, challenges.again(FORM, check.token(), NOON.plusSeconds(29)).orElseThrow(), "shown once more, so that waiting does not begin anew");
        assertEquals(Passed.BY_WAITING, challenges.use(FORM, check.token(), "", NOON.plusSeconds(30)));
        assertEquals(Passed.USED, challenges.use(FORM, check.token(), "", NOON.plusSeconds(31)));
    }

    @Test void ofOneHundredThousandWorthlessProofsNoneIsAccepted() throws Exception {
        var check = challenges.issue(FORM, NOON);
        var number = solution(check);
        var other = challenges.issue(FORM, NOON);
        assertTrue(challenges.use(FORM, check.token(), number, NOON).isPassed());
        var elsewhere = new Challenges(town.database(new Jurisdiction("elsewhere")), new byte[32]);
        var otherKey = new byte[32];
        otherKey[0] = 1;
        var stranger = new Challenges(town.database(), otherKey);
        var fresh = challenges.issue(FORM, NOON);
        var freshNumber = solution(fresh);
        var answers = new EnumMap<Passed, Integer>(Passed.class);
        count(answers, i -> challenges.use(FORM, check.token(), number, NOON.plusSeconds(i % 3_600)));
        count(answers, i -> challenges.use(FORM, spliced(fresh, other, freshNumber, i)[0], spliced(fresh, other, freshNumber, i)[1], NOON.plusSeconds(i % 3_600)));
        count(answers, i -> challenges.use(FORM, fresh.token(), i % 2 == 0 ? freshNumber : "", NOON.plus(Challenges.LIFE).plusSeconds(i)));
        count(answers, i -> switch (i % 4) {
            case 0 -> challenges.use("NEW_CASE_PER_PREFIX|" + i, fresh.token(), freshNumber, NOON);
            case 1 -> challenges.use("SUBSCRIPTION_PER_PREFIX|aaaaaaaaaaaaaaaaaaaaaa", fresh.token(), freshNumber, NOON);
            case 2 -> elsewhere.use(FORM, fresh.token(), freshNumber, NOON);
            default -> stranger.use(FORM, fresh.token(), freshNumber, NOON);
        });
        assertEquals(Map.of(Passed.USED, EACH, Passed.WORTHLESS, 3 * EACH), answers);
        assertTrue(challenges.use(FORM, fresh.token(), freshNumber, NOON).isPassed(), "the one they were made from was good all the time");
        replayedWithoutTheStore(check, number);
    }

    /** The control: with the store of used checks emptied, the very replay that was refused 25,000 times goes through. */
    private void replayedWithoutTheStore(Challenge check, String number) {
        assertEquals(Passed.USED, challenges.use(FORM, check.token(), number, NOON));
        try (var owner = town.ownerSource()) {
            JdbcClient.create(owner).sql("delete from used_check").update();
        }
        assertEquals(Passed.BY_WORK, challenges.use(FORM, check.token(), number, NOON));
    }

    /** Parts moved between fields, between two tokens, and between token and number (CVE-2025-68113); times moved; numbers that only look right. */
    private static String[] spliced(Challenge one, Challenge two, String number, int i) {
        var parts = one.token().split("\\.");
        var others = two.token().split("\\.");
        var turn = Integer.toString(i);
        switch (i % 12) {
            case 0 -> { return new String[] {one.token().replace("." + parts[1] + ".", "." + (NOON.getEpochSecond() - i) + "."), ""}; }
            case 1 -> { return new String[] {one.token().replace("." + parts[2] + ".", "." + (NOON.getEpochSecond() + 7_200 + i) + "."), number}; }
            case 2 -> parts[0] = others[0];
            case 3 -> parts[4] = others[4];
            case 4 -> parts[5] = others[5];
            case 5 -> { return new String[] {parts[0] + number.charAt(0) + "." + String.join(".", List.of(parts).subList(1, 6)), number.substring(1)}; }
            case 6 -> { return new String[] {parts[0].substring(0, 21) + "." + String.join(".", List.of(parts).subList(1, 6)), parts[0].charAt(21) + number}; }
            case 7 -> { return new String[] {one.token(), "0" + number}; }
            case 8 -> { return new String[] {one.token(), number + turn}; }
            case 9 -> parts[3] = turn;
            case 10 -> { return new String[] {one.token(), turn.equals(number) ? "x" : turn}; }
            default -> { return new String[] {one.token() + "&expires=" + i, number}; }
        }
        return new String[] {String.join(".", parts), number};
    }

    private static void count(Map<Passed, Integer> answers, IntFunction<Passed> attempt) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var parts = new ArrayList<Callable<Map<Passed, Integer>>>();
            for (int t = 0; t < 4; t++) {
                int from = t * EACH / 4;
                parts.add(() -> {
                    var found = new EnumMap<Passed, Integer>(Passed.class);
                    for (int i = from; i < from + EACH / 4; i++) found.merge(attempt.apply(i), 1, Integer::sum);
                    return found;
                });
            }
            for (var part : threads.invokeAll(parts)) part.get().forEach((answer, n) -> answers.merge(answer, n, Integer::sum));
        }
    }

    @Test void ofSixtyFourThatSendTheSameCheckAtOnceOnePasses() throws Exception {
        var check = challenges.issue(FORM, NOON);
        var number = solution(check);
        try (var threads = Executors.newFixedThreadPool(64)) {
            var tries = IntStream.range(0, 64).<Callable<Passed>>mapToObj(_ -> () -> challenges.use(FORM, check.token(), number, NOON)).toList();
            int passed = 0;
            for (var one : threads.invokeAll(tries)) if (one.get().isPassed()) passed++;
            assertEquals(1, passed);
        }
    }

    @Test void aCheckIsNotUsedUpWhenWhatItWasForIsUndone() {
        var check = challenges.issue(FORM, NOON);
        var number = solution(check);
        try {
            town.database().inTransaction(() -> {
                assertTrue(challenges.use(FORM, check.token(), number, NOON).isPassed());
                throw new IllegalStateException("the disk is full");
            });
        } catch (IllegalStateException undone) {
            assertTrue(challenges.use(FORM, check.token(), number, NOON).isPassed());
        }
    }

    @Test void whatWasUsedIsForgottenWhenItWouldHaveExpiredAndNotBefore() {
        var check = challenges.issue(FORM, NOON);
        var number = solution(check);
        challenges.use(FORM, check.token(), number, NOON);
        var drop = new DropUsedChecks(town.database());
        drop.run(NOON.plus(Challenges.LIFE));
        assertEquals(Passed.USED, challenges.use(FORM, check.token(), number, NOON.plus(Challenges.LIFE).minusSeconds(1)));
        drop.run(NOON.plus(Challenges.LIFE).plusSeconds(1));
        assertFalse(challenges.use(FORM, check.token(), number, NOON.plus(Challenges.LIFE)).isPassed());
        try (var owner = town.ownerSource()) {
            assertEquals(0, JdbcClient.create(owner).sql("select count(*) from used_check where expires_at < ?")
                    .param(java.sql.Timestamp.from(NOON.plus(Challenges.LIFE).plusSeconds(1))).query(Integer.class).single());
        }
    }

    @Test void theWaitOfTheTableIsWorthWaitingFor() {
        assertEquals(Duration.ofSeconds(30), Challenges.WAIT);
    }
}

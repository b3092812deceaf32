package lianqiao.cases;

import static lianqiao.cases.Town.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import lianqiao.base.CaseNumber;
import lianqiao.store.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A year of the clock job, which is down again and again for hours or days. Every step that is due happens once, in its
 * order, at the first run after it was due.
 */
class ClockYearTest {
    private static final Instant NEW_YEAR = at("2026-01-01T00:00");
    private static final Instant END = at("2026-12-20T00:00");

    private static final TreeSet<Instant> RUNS = new TreeSet<>();
    private static final List<CaseNumber> FORGOTTEN = new ArrayList<>();
    private static final List<CaseNumber> ANSWERED = new ArrayList<>();
    private static final List<CaseNumber> ASKED_BACK = new ArrayList<>();
    private static Town town;

    private record Planned(Instant at, Runnable act) {}

    @BeforeAll static void aYear() {
        town = new Town();
        var chance = new Random(2026);
        var plans = new ArrayList<Planned>();
        for (int i = 0; i < 45; i++) plans.addAll(plan(i, NEW_YEAR.plus(Duration.ofMinutes(chance.nextInt(320 * 24 * 60)))));
        plans.sort(Comparator.comparing(Planned::at));
        var job = new RunTheClocks(town.cases);
        int done = 0;
        for (var now = NEW_YEAR; now.isBefore(END); now = now.plus(pause(chance))) {
            while (done < plans.size() && !plans.get(done).at().isAfter(now)) plans.get(done++).act().run();
            RUNS.add(now);
            job.run(now);
        }
    }

    /** Mostly an hour or two; one time in twelve the job is down for up to nine days. */
    private static Duration pause(Random chance) {
        return chance.nextInt(12) == 0 ? Duration.ofMinutes(chance.nextInt(9 * 24 * 60)) : Duration.ofMinutes(60 + chance.nextInt(240));
    }

    private static List<Planned> plan(int i, Instant asked) {
        var number = new CaseNumber[1];
        var office = town.departments.get(i % town.departments.size());
        var ask = new Planned(asked, () -> number[0] = town.asks(asked).number());
        var soon = asked.plusSeconds(1_800);
        return switch (i % 3) {
            case 0 -> List.of(ask, new Planned(soon, () -> {
                FORGOTTEN.add(number[0]);
                if (i % 2 == 0) town.does(number[0], new Act.Assign(office, List.of(), ""), town.dispatcher(), soon);
            }));
            case 1 -> List.of(ask, new Planned(soon, () -> {
                ANSWERED.add(number[0]);
                town.does(number[0], new Act.Assign(office, List.of(), ""), town.dispatcher(), soon);
                town.does(number[0], new Act.Accept(), town.officer(office), soon.plusSeconds(60));
                town.does(number[0], new Act.Answer("已修好", List.of()), town.officer(office), soon.plusSeconds(120));
            }));
            default -> List.of(ask, new Planned(soon, () -> {
                ASKED_BACK.add(number[0]);
                town.does(number[0], new Act.AskBack("在几号楼？"), town.dispatcher(), soon);
            }));
        };
    }

    @AfterAll static void close() {
        town.close();
    }

    private static List<Event> of(CaseNumber number, String name) {
        return town.cases.history(number).stream().filter(e -> e.name().equals(name)).toList();
    }

    /** The first run at or after a moment; none if the year ended before. */
    private static List<Instant> firstRunFrom(Instant due) {
        var run = RUNS.ceiling(due);
        return run == null ? List.of() : List.of(run);
    }

    @Test void theJobWasReallyDown() {
        var longest = Duration.ZERO;
        var last = NEW_YEAR;
        for (var run : RUNS) {
            longest = longest.compareTo(Duration.between(last, run)) > 0 ? longest : Duration.between(last, run);
            last = run;
        }
        assertTrue(longest.toDays() >= 5, longest.toString());
        assertTrue(RUNS.size() > 300, RUNS.size() + " runs");
    }

    @Test void aForgottenCaseClimbsEachRungOnceInOrderAtTheFirstRunAfterItWasDue() {
        assertEquals(15, FORGOTTEN.size());
        for (var number : FORGOTTEN) assertLadder(number);
    }

    private static void assertLadder(CaseNumber number) {
        var climbed = of(number, "LadderClimbed");
        var rungs = List.of("REMINDER", "HEAD", "SUPERVISOR", "LEADER");
        assertEquals(rungs.subList(0, climbed.size()), climbed.stream().map(e -> e.fact("rung")).toList(), number.text());
        for (var step : climbed) assertEquals(firstRunFrom(Instant.parse(step.fact("on"))), List.of(step.at()), number.text());
        var dates = climbed.stream().map(e -> Instant.parse(e.fact("on"))).toList();
        assertEquals(dates.stream().sorted().distinct().toList(), dates);
        assertEquals(rungs, climbed.stream().map(e -> e.fact("rung")).toList(), "a month before the end everything was due: " + number);
        assertEquals(town.see(number, END).deadline().due(), dates.get(1));
    }

    @Test void anAnsweredCaseIsAskedAboutOnceAndClosedOnceAfterSilence() {
        assertEquals(15, ANSWERED.size());
        for (var number : ANSWERED) {
            var answer = of(number, "ReplyPublished").getFirst();
            var calls = of(number, "ResidentCalledBack");
            assertEquals(firstRunFrom(Instant.parse(answer.fact("waitUntil"))), calls.stream().map(Event::at).toList());
            var closings = of(number, "CaseClosedAfterSilence");
            assertEquals(firstRunFrom(Instant.parse(calls.getFirst().fact("waitUntil"))), closings.stream().map(Event::at).toList());
            assertEquals(List.of(), of(number, "LadderClimbed"));
            assertEquals(Closing.SILENCE_AFTER_CALL_BACK, town.see(number, END).closing());
        }
    }

    @Test void aPauseEndsOnceAndThenTheLadderBegins() {
        assertEquals(15, ASKED_BACK.size());
        for (var number : ASKED_BACK) {
            var asked = of(number, "ResidentAsked").getFirst();
            assertEquals(firstRunFrom(Instant.parse(asked.fact("waitUntil"))), of(number, "WaitingEnded").stream().map(Event::at).toList());
            assertLadderBegan(number);
        }
    }

    private static void assertLadderBegan(CaseNumber number) {
        var climbed = of(number, "LadderClimbed");
        assertEquals(climbed.stream().map(e -> e.fact("rung")).distinct().count(), climbed.size(), number.text());
        assertFalse(climbed.isEmpty(), number.text());
        assertTrue(climbed.stream().allMatch(e -> e.at().isAfter(of(number, "WaitingEnded").getFirst().at().minusSeconds(1))));
        assertTrue(town.cases.agreesWithItsEvents(number));
    }

    @Test void runningOnceMoreChangesNothing() {
        var last = RUNS.last();
        var before = FORGOTTEN.stream().map(n -> town.cases.history(n).size()).toList();
        new RunTheClocks(town.cases).run(last);
        assertEquals(before, FORGOTTEN.stream().map(n -> town.cases.history(n).size()).toList());
    }
}

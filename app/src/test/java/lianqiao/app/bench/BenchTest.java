package lianqiao.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import lianqiao.app.Main;
import lianqiao.app.RunningServer;
import lianqiao.cases.Cases;
import lianqiao.base.CaseNumber;
import lianqiao.town.TestFolders;
import org.junit.jupiter.api.Test;

/** The benches stay alive: they run small, without a word about speed. */
class BenchTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private int run(String... line) {
        return Main.run(List.of(line), Map.of(), InstantSource.system(), out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        return said().lines().reduce((_, last) -> last).orElse("");
    }

    @Test void withoutANameTheNamesAreListed() {
        assertEquals(0, run("bench"));
        assertTrue(said().contains("silence") && said().contains("cases"));
        assertEquals(2, run("bench", "speed"));
        assertEquals("lianqiao: There is no bench speed. ./lianqiao bench lists them.", lastLine());
        assertEquals(2, run("bench", "cases", "--cases", "many"));
    }

    @Test void twoThousandLivesShowNoneThatClosesQuietly() {
        var folder = TestFolders.fresh("bench-silence");
        assertEquals(0, run("bench", "silence", "--histories", "2000", "--data", folder.toString()));
        assertTrue(lastLine().startsWith("bench silence: PASS histories=2000 steps="), lastLine());
        assertTrue(lastLine().contains(" faults=0 "), lastLine());
        assertFalse(Files.exists(folder.resolve("bench-silence")), "a bench takes its folder away");
        TestFolders.erase(folder);
    }

    @Test void thirtyPersonsInEightDisguisesAreThirtyVoices() {
        var folder = TestFolders.fresh("bench-voices");
        assertEquals(0, run("bench", "voices", "--persons", "30", "--data", folder.toString()), this::said);
        assertTrue(lastLine().startsWith("bench voices: PASS persons=30 threads=64 spoken=240 counted=30 "), lastLine());
        TestFolders.erase(folder);
    }

    @Test void aSmallRunAsksReadsAndLosesNothing() {
        var folder = TestFolders.fresh("bench-cases");
        run("bench", "cases", "--cases", "1000", "--seconds", "3", "--rate", "10", "--data", folder.toString());
        assertTrue(lastLine().matches("bench cases: (PASS|FAIL) .*"), said());
        // On a machine with other work somebody may be told that we are busy; nobody with a receipt may be lost.
        for (var whole : List.of(" read_failed=0 ", " lost=0 ", " full=false")) assertTrue(lastLine().contains(whole), said());
        assertFalse(lastLine().contains(" intake_per_s=0.0 "), said());
        assertFalse(Files.exists(folder.resolve("bench-cases")));
        TestFolders.erase(folder);
    }

    @Test void aSmallLogIsTakenUpWitnessedKilledPutBackAndStaysOneHistory() {
        var folder = TestFolders.fresh("bench-log");
        run("bench", "log", "--entries", "3000", "--seconds", "2", "--rate", "10", "--kills", "2", "--restores", "1", "--data", folder.toString());
        assertTrue(lastLine().matches("bench log: (PASS|FAIL) .*"), said());
        for (var whole : List.of(" entries=3000 ", " check_wrong=0 ", " surprises=0 ", " inconsistent=0 ", " goes_on=1 ", " full=false")) assertTrue(lastLine().contains(whole), said());
        TestFolders.erase(folder);
    }

    @Test void inventedCasesAgreeWithTheirEvents() {
        var folder = TestFolders.fresh("bench-corpus");
        var stand = new Stand(folder, Map.of(), InstantSource.system(), out);
        var city = BenchCity.fresh(stand, "city");
        city.grow(600);
        try (var rooms = RunningServer.startBeside(city.settings()); var store = city.store()) {
            var cases = rooms.room(Cases.class);
            for (var number : store.numbers(600)) {
                assertTrue(cases.agreesWithItsEvents(new CaseNumber(number)), number);
                assertTrue(cases.publicly(new CaseNumber(number), Instant.now()).isPresent());
            }
            assertEquals(0, cases.runClocks(Instant.now(), 10), "no clock wants anything");
        }
        TestFolders.erase(folder);
    }

    @Test void aServerThatStallsIsChargedForEverybodyWhoWaits() {
        var gate = new CompletableFuture<Boolean>();
        var measured = Arrivals.run(100, 1, new Random(1), i -> {
            if (i == 99) gate.complete(true);
            return gate;
        });
        assertEquals(100, measured.all().count());
        assertTrue(measured.all().worst() > 500, "the first to come has waited for the last: " + measured.all().worst());
    }

    @Test void percentilesAreTrueOnes() {
        var took = Latencies.of(java.util.stream.LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000));
        assertEquals(List.of(50.0, 95.0, 99.0, 100.0), List.of(took.p50(), took.p95(), took.p99(), took.worst()));
    }

    @Test void aMissedBarFailsTheVerdictAndIsNamed() {
        var verdict = new Verdict("x").atMost("p99_ms", 151, 150).atLeast("per_s", 300.5, 300).with("seed", 7);
        assertEquals("bench x: FAIL p99_ms=151 per_s=300.5 seed=7", verdict.line());
        assertEquals(List.of("p99_ms is 151, at most 150"), verdict.missed());
        assertFalse(new Verdict("x").atMost("nothing", Double.NaN, 1).passed(), "what was not measured does not pass");
    }
}

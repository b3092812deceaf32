package lianqiao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/** Every parser reads its seeds and up to 1,500 changed ones in every test run; {@code ./lianqiao bench fuzz} goes on for millions. */
class FuzzTest {
    private static final List<String> SAY_A_LINE_FOR_EACH = List.of("lianqiao.outside", "lianqiao.channels.oidc");
    private static final int CHANGED = 1_500;
    /** The seeds are always played; of the changed ones as many as fit into this. */
    private static final Duration FOR_CHANGED = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Thousands of refusals would drown what the other tests say. */
    @BeforeAll static void hush() {
        SAY_A_LINE_FOR_EACH.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR));
    }

    @AfterAll static void speak() {
        SAY_A_LINE_FOR_EACH.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(null));
    }

    @TestFactory Stream<DynamicTest> everyParserComesBackFromItsSeedsAndFromChangedOnes() {
        return Targets.all().stream().map(target -> DynamicTest.dynamicTest(target.name(), () -> assertTimeoutPreemptively(PATIENCE, () -> play(target, CHANGED))));
    }

    private static void play(Target target, int changed) {
        var seeds = Seeds.of(target.name());
        assertTrue(!seeds.isEmpty(), "a target without seeds is played with nothing");
        var random = new SplittableRandom(target.name().hashCode());
        for (var seed : seeds) take(target, seed);
        long end = System.nanoTime() + FOR_CHANGED.toNanos();
        for (int i = 0; i < changed && System.nanoTime() < end; i++) take(target, Seeds.changed(seeds.get(i % seeds.size()), seeds, random));
    }

    private static void take(Target target, byte[] bytes) {
        try {
            target.body().take(bytes);
        } catch (Throwable finding) {
            throw new AssertionError(target.name() + " breaks on: b " + Base64.getEncoder().encodeToString(bytes), finding);
        }
    }

    @Test void everyTargetHasANameOfItsOwnAndEverySeedFileATarget() throws IOException {
        var names = Targets.all().stream().map(Target::name).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        try (var files = Files.list(seeds())) {
            var seeded = files.map(file -> file.getFileName().toString().replace(".txt", "")).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(names), seeded);
        }
    }

    /** The playing itself is seen to find something. */
    @Test void aPlantedDefectIsFoundByPlayingItsSeed() {
        var broken = new Target("contact", bytes -> {
            if (new String(bytes, java.nio.charset.StandardCharsets.UTF_8).contains("@")) throw new IllegalStateException("planted");
        });
        assertThrows(AssertionError.class, () -> play(broken, 10));
    }

    private static Path seeds() {
        return Stream.of("src/test/resources/fuzz", "app/src/test/resources/fuzz").map(Path::of).filter(Files::isDirectory).findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException("no seeds")));
    }

    /** Seeds are read as they are written. */
    @Test void aSeedLineIsReadWithItsEscapes() {
        assertEquals(List.of("20261122-000017-4"), Seeds.of("case-number").stream().limit(1).map(Target::text).toList());
    }
}

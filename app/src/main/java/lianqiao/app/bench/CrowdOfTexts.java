package lianqiao.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import lianqiao.authenticity.CopyGroups;
import lianqiao.authenticity.FoldRules;

/**
 * A crowd of texts of about 300 signs put together from pieces of real ones; every hundredth is an edited copy of an
 * earlier one. No text is kept: each is made again from its number when it is asked for, as a database would give it.
 */
record CrowdOfTexts(Edits pieces, int size) {
    private static final int EVERY = 100;
    private static final int SIGNS = 300;

    void measure(Stand stand, Verdict verdict) {
        long start = System.nanoTime();
        long signs = LongStream.range(0, size).map(key -> text(key).length()).sum();
        double making = (System.nanoTime() - start) / 1e9;
        var groups = new CopyGroups(FoldRules.CURRENT, size, this::text);
        var took = new long[size];
        start = System.nanoTime();
        for (int key = 0; key < size; key++) {
            var text = text(key);
            long before = System.nanoTime();
            groups.add(key, key, text);
            took[key] = System.nanoTime() - before;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long copies = LongStream.range(1, size).filter(CrowdOfTexts::isCopy).count();
        long found = LongStream.range(1, size).filter(key -> isCopy(key) && groups.together(key, original(key))).count();
        var times = Latencies.of(LongStream.of(took));
        stand.say("%n%,d texts of %d signs: asked for copies and taken in within %.1f s (making them once took %.1f s of it), %d of %d planted copies found; "
                + "a text p50 %.3f ms, p99 %.3f ms; peak memory of the process %,d MB", size, signs / size, seconds, making, found, copies, times.p50(), times.p99(), peakMegabytes());
        verdict.with("crowd", size).atMost("crowd_s", seconds, 60).atMost("peak_mb", peakMegabytes(), 2_048)
                .with("crowd_copies_found_percent", 100.0 * found / copies).with("text_p99_us", times.p99() * 1000);
    }

    private static boolean isCopy(long key) {
        return key % EVERY == EVERY - 1;
    }

    /** Some earlier text that is no copy itself. */
    private static long original(long key) {
        long earlier = new SplittableRandom(key).nextLong(key);
        return isCopy(earlier) ? earlier - 1 : earlier;
    }

    private String text(long key) {
        if (isCopy(key)) return pieces.edited(text(original(key)), 0.05, new Random(key));
        var random = new Random(key * 7919 + 3);
        var text = new StringBuilder();
        while (text.length() < SIGNS) text.append(pieces.piece(10 + random.nextInt(20), random));
        return text.toString();
    }

    private static long peakMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return Runtime.getRuntime().totalMemory() >> 20;
        }
    }
}

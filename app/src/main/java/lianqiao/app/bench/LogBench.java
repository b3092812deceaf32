package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/**
 * The public log: how fast it takes up entries beside a running service, how soon a receipt with a witness's signature is
 * there while cases come in, how long an outsider needs to check all of it, and whether it stays one history when it is
 * killed and put back. Witness and verifier are programs of their own.
 */
final class LogBench implements Bench {
    private static final double LEAST_ENTRIES = 5_000;
    private static final double MOST_RECEIPT_MS = 2_000;
    private static final double MOST_CHECK_SECONDS = 20;
    private static final int READS_A_SECOND = 20;
    private static final int SAMPLED = 10;
    private static final Duration MOST_TO_TAKE_UP = Duration.ofMinutes(20);
    private static final int FOREIGN_PROOFS = 10_000;

    @Override public String name() {
        return "log";
    }

    @Override public List<String> options() {
        return List.of("entries", "seconds", "rate", "kills", "restores");
    }

    @Override public Verdict run(Stand stand) {
        int entries = (int) stand.number("entries", 1_000_000, 1_000, 20_000_000);
        int seconds = (int) stand.number("seconds", 60, 2, 3_600);
        int rate = (int) stand.number("rate", 100, 1, 1_000);
        int kills = (int) stand.number("kills", 200, 1, 10_000);
        int restores = (int) stand.number("restores", 20, 1, 1_000);
        stand.say("%s", stand.machine());
        var verdict = new Verdict("log");
        try {
            var outside = Files.createDirectories(Files.createTempDirectory(Files.createDirectories(stand.data()), "bench-witness"));
            var tool = new LogTool(outside);
            measure(stand, tool, entries, seconds, rate, verdict);
            endure(stand, tool, kills, restores, verdict);
            BenchCity.erase(outside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return verdict.with("full", entries >= 1_000_000 && seconds >= 60 && kills >= 200 && restores >= 20);
    }

    private static void measure(Stand stand, LogTool tool, int entries, int seconds, int rate, Verdict verdict) throws IOException {
        var city = BenchCity.fresh(stand, "bench-log");
        var key = tool.witnessKey("w1");
        int port = FreePort.next();
        // Served once so that the log has its name and its key, by which the witness knows it.
        String logKey;
        try (var served = ServedCity.start(city, "")) {
            logKey = logKey(served);
        }
        try (var _ = lianqiao.app.RunningServer.startBeside(city.settings());
                var store = new LogCorpusStore(lianqiao.store.EmbeddedPostgres.join(city.folder()).orElseThrow().owner(), city.settings().jurisdiction())) {
            store.write(entries);
        }
        stand.say("%,d steps are written", entries);
        try (var witness = tool.witness("w1", key, logKey, port);
                var served = ServedCity.start(city, "", Map.of("LIANQIAO_WITNESSES", witness.setting(), "LIANQIAO_OUTGOING_INSIDE", "127.0.0.1:" + port))) {
            long took = integrate(served, entries);
            double perSecond = entries / (took / 1e9);
            stand.say("%,d entries a second taken up, published and witnessed", (long) perSecond);
            var receipts = receipts(served, city, stand, seconds, rate);
            long begun = System.nanoTime();
            int wrong = tool.verify(city.folder().resolve("log").toString(), logKey, key, List.of());
            double checked = (System.nanoTime() - begun) / 1e9;
            stand.say("%s", tool.said());
            foreign(stand, tool, city.folder().resolve("log"), logKey, verdict);
            var table = new Table("what", "measured", "bar");
            table.row("entries taken up a second", (long) perSecond, "at least 5,000");
            table.row("receipts with a witness, sampled", receipts.count(), "");
            table.row("p50 ms", receipts.p50(), "");
            table.row("p99 ms", receipts.p99(), "at most 2,000");
            table.row("worst ms", receipts.worst(), "");
            table.row("whole log checked, seconds", checked, "at most 20");
            stand.say("%n%s", table);
            verdict.with("entries", (long) entries).atLeast("entries_per_s", perSecond, LEAST_ENTRIES).atMost("receipt_p99_ms", receipts.p99(), MOST_RECEIPT_MS)
                    .with("receipt_worst_ms", receipts.worst()).with("receipts", (long) receipts.count())
                    .atMost("check_s", checked, MOST_CHECK_SECONDS).atMost("check_wrong", wrong, 0);
        }
        city.erase();
    }

    /** The same log once more by code that is not ours, where Go is installed. */
    private static void foreign(Stand stand, LogTool tool, Path log, String logKey, Verdict verdict) throws IOException {
        var check = TreeCheck.build(tool.folder());
        if (check.isEmpty()) {
            stand.say("NOT looked at by a foreign verifier: Go or golang-golang-x-mod-dev is not installed (on Debian: apt-get install golang-go golang-golang-x-mod-dev)");
            verdict.with("foreign_check", "not_installed");
            return;
        }
        long begun = System.nanoTime();
        var said = check.get().check(log, logKey, FOREIGN_PROOFS);
        stand.say("treecheck, golang.org/x/mod:%n%s", said.text());
        verdict.atMost("foreign_wrong", said.wrong(), 0).with("foreign_proofs", (long) FOREIGN_PROOFS).with("foreign_check_s", (System.nanoTime() - begun) / 1e9);
    }

    private static String logKey(ServedCity served) {
        var page = served.get("/en/log").join().text();
        var match = java.util.regex.Pattern.compile("--log (\\S+?)(?=\\s|<)").matcher(page);
        if (!match.find()) throw new IllegalStateException("the page of the log names no key");
        return match.group(1).replace("&#43;", "+").replace("&#61;", "=");
    }

    /** From the first answer of the server until a checkpoint covers everything, with readers on the pages all the while; in nanoseconds. */
    private static long integrate(ServedCity served, int entries) {
        var done = new AtomicBoolean();
        var readers = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                served.get("/");
                ServedCity.rest(Duration.ofMillis(1_000 / READS_A_SECOND));
            }
        });
        long begun = System.nanoTime();
        while (served.isAlive() && size(served) < entries) {
            if (System.nanoTime() - begun > MOST_TO_TAKE_UP.toNanos()) throw new IllegalStateException("the log has not taken up its entries in " + MOST_TO_TAKE_UP + "; see bench-server.log");
            ServedCity.rest(Duration.ofMillis(100));
        }
        long took = System.nanoTime() - begun;
        done.set(true);
        try {
            readers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return took;
    }

    private static long size(ServedCity served) {
        var answer = served.get("/log/checkpoint").exceptionally(_ -> new ServedCity.Answer(0, new byte[0], "")).join();
        if (answer.status() != 200) return 0;
        var text = answer.body().length > 1 && answer.body()[0] == 0x1f ? answer.text() : new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        return Long.parseLong(text.lines().skip(1).findFirst().orElse("0"));
    }

    /** From the page that acknowledges a case until its receipt with the witness's signature can be fetched, for one case in ten. */
    private static Latencies receipts(ServedCity served, BenchCity city, Stand stand, int seconds, int rate) {
        var load = new AskLoad(served, city, stand.clock()::instant, 11);
        Queue<Long> took = new ConcurrentLinkedQueue<>();
        var waiting = new ArrayList<CompletableFuture<Void>>();
        var seen = new java.util.concurrent.atomic.AtomicInteger();
        Arrivals.run(rate, seconds, new Random(5), arrival -> load.send(arrival).whenComplete((fine, fault) -> {
            int count = seen.incrementAndGet();
            if (fault != null || !fine || count % SAMPLED != 0) return;
            var number = load.acknowledged().getLast();
            long begun = System.nanoTime();
            synchronized (waiting) {
                waiting.add(CompletableFuture.runAsync(() -> fetch(served, number, begun, took), command -> Thread.ofVirtual().start(command)));
            }
        }));
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
        return Latencies.of(took.stream().flatMapToLong(LongStream::of));
    }

    private static void fetch(ServedCity served, String number, long begun, Queue<Long> took) {
        for (int turn = 0; turn < 300; turn++) {
            if (served.get("/log/receipt/" + number + "/1").exceptionally(_ -> new ServedCity.Answer(0, new byte[0], "")).join().status() == 200) break;
            ServedCity.rest(Duration.ofMillis(100));
        }
        took.add(System.nanoTime() - begun);
    }

    private static void endure(Stand stand, LogTool tool, int kills, int restores, Verdict verdict) throws IOException {
        var city = BenchCity.fresh(stand, "bench-log-kills");
        var outcome = new LogKills(city, tool, stand).run(kills, restores);
        stand.say("%,d kills, %,d restores (%,d of them with the published files, where the witness forbids to go on), %,d checkpoints, %,d entries",
                outcome.kills(), outcome.restores(), outcome.refused(), outcome.checkpoints(), outcome.entries());
        verdict.with("kills", (long) outcome.kills()).with("restores", (long) outcome.restores()).with("checkpoints", outcome.checkpoints())
                .atMost("surprises", outcome.surprises(), 0).atMost("inconsistent", outcome.inconsistent(), 0).atLeast("goes_on", outcome.goesOn() ? 1 : 0, 1);
        city.erase();
    }
}

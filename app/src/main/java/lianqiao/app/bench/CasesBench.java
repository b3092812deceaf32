package lianqiao.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lianqiao.app.bench.Arrivals.Measured;
import lianqiao.app.bench.ReadLoad.Look;
import lianqiao.app.bench.ReadLoad.Read;
import lianqiao.app.bench.ServedCity.Memory;
import lianqiao.search.Search;

/**
 * The main job under load: pages, search and memory at growing numbers of cases in one table, then intake through the
 * form at the largest. Everything is asked over HTTP of a server in a process of its own; clients, server and database
 * share the machine.
 */
final class CasesBench implements Bench {
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int READERS_A_SECOND = 100;
    private static final int MOST_LAG_SECONDS = 120;
    private static final double MOST_CASE_MS = 150;
    private static final double MOST_SEARCH_MS = 500;
    private static final double MOST_IDLE_MB = 500;
    private static final double MOST_BUSY_MB = 1_024;
    private static final double LEAST_INTAKE = 300;
    private static final double FULL_SECONDS = 60;

    private final Table sizes = new Table("cases", "database MB", "index MB", "index built s", "start s", "RSS idle MB", "of that files", "RSS busy MB", "of that files");
    private final Table reads = new Table("cases", "what", "requests", "failed", "p50 ms", "p95 ms", "p99 ms", "worst ms", "p99 / baseline p99");

    @Override public String name() {
        return "cases";
    }

    @Override public List<String> options() {
        return List.of("cases", "seconds", "rate", "keep", "gc", "only");
    }

    @Override public Verdict run(Stand stand) {
        int most = (int) stand.number("cases", 1_000_000, 1_000, 5_000_000);
        int seconds = (int) stand.number("seconds", 60, 2, 3_600);
        stand.say("%s", stand.machine());
        var city = BenchCity.keptOrFresh(stand, "bench-cases");
        var verdict = new Verdict("cases");
        var run = new CasesBench();
        for (int size : steps(city.cases(), most)) run.at(size, size == most, city, stand, seconds, verdict);
        if (!stand.options().containsKey("keep")) city.erase();
        return verdict.with("cases", (long) most).with("seconds", (long) seconds).with("full", most >= 1_000_000 && seconds >= FULL_SECONDS);
    }

    private static List<Integer> steps(int present, int most) {
        var steps = new ArrayList<>(SIZES.stream().filter(size -> size >= present && size < most).toList());
        steps.add(Math.max(present, most));
        return steps;
    }

    private void at(int size, boolean last, BenchCity city, Stand stand, int seconds, Verdict verdict) {
        long begun = System.nanoTime();
        city.grow(size);
        stand.say("%,d cases are there after %.0f s", size, since(begun));
        var collector = stand.options().getOrDefault("gc", "");
        // A part of the bench may be run again over what --keep has left.
        boolean kept = stand.options().containsKey("only") && city.bytes("search") > 0;
        double built = kept ? 0 : build(city, collector);
        stand.say("the search index is built after %.0f s", built);
        long start = System.nanoTime();
        try (var served = ServedCity.start(city, collector); var store = city.store()) {
            double started = since(start);
            if (last && "intake".equals(stand.options().get("only"))) {
                var most = intake(served, city, store, stand, seconds, verdict);
                verdict.atMost("busy_mb", most.all(), MOST_BUSY_MB).with("busy_file_mb", most.file());
                return;
            }
            int reading = last ? seconds : Math.max(2, seconds / 2);
            var readers = new ReadLoad(served, store.numbers(20_000));
            readers.run(5, 2, 1);
            ServedCity.rest(Duration.ofSeconds(Math.min(15, seconds)));
            var idle = served.memory();
            readers.run(READERS_A_SECOND / 2.0, Math.min(20, seconds), 2);
            var baseline = readers.nothing(READERS_A_SECOND, Math.max(2, reading / 3), 3);
            var busy = new Memory[1];
            var read = watched(served, busy, () -> readers.run(READERS_A_SECOND, reading, 4));
            tell(size, baseline, read);
            if (last) verdictOfReading(verdict, read, idle);
            if (last && !"reading".equals(stand.options().get("only"))) busy[0] = busy[0].most(intake(served, city, store, stand, seconds, verdict));
            sizes.row(size, store.bytes() >> 20, city.bytes("search") >> 20, built, started, idle.all(), idle.file(), busy[0].all(), busy[0].file());
            if (last) verdict.atMost("busy_mb", busy[0].all(), MOST_BUSY_MB).with("busy_file_mb", busy[0].file()).with("index_built_s", built);
        }
        // Told after each size, so that a run that is cut short has not been in vain.
        stand.say("%n%s%n%s%n%s", sizes, reads, stand.machine());
    }

    /** How long a server needs to build the search index from nothing, in seconds. */
    private static double build(BenchCity city, String collector) {
        city.forgetIndex();
        var folder = city.folder().resolve("search");
        Search.wantRebuild(folder);
        try (var served = ServedCity.start(city, collector)) {
            long start = System.nanoTime();
            while (served.isAlive() && Search.isRebuildWanted(folder)) ServedCity.rest(Duration.ofMillis(100));
            return since(start);
        }
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /** Does something and watches the most memory the server has meanwhile. */
    private static <T> T watched(ServedCity served, Memory[] most, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        most[0] = served.memory();
        while (!task.isDone()) {
            ServedCity.rest(Duration.ofMillis(250));
            most[0] = most[0].most(served.memory());
        }
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(int size, Measured baseline, Read read) {
        row(size, "baseline (/health)", baseline.all(), baseline.failed(), baseline.all());
        for (var look : Look.values()) {
            long failed = java.util.stream.IntStream.range(0, read.looks().length).filter(i -> read.looks()[i] == look && read.measured().nanos()[i] < 0).count();
            row(size, look.name().toLowerCase(java.util.Locale.ROOT), read.of(look), failed, baseline.all());
        }
    }

    private void row(int size, String what, Latencies took, long failed, Latencies baseline) {
        reads.row(size, what, took.count(), failed, took.p50(), took.p95(), took.p99(), took.worst(), took.p99() / baseline.p99());
    }

    private static void verdictOfReading(Verdict verdict, Read read, Memory idle) {
        verdict.atMost("read_failed", read.measured().failed(), 0)
                .atMost("case_p99_ms", read.of(Look.CASE).p99(), MOST_CASE_MS).with("list_p99_ms", read.of(Look.LIST).p99())
                .atMost("search_p99_ms", read.of(Look.SEARCH).p99(), MOST_SEARCH_MS)
                .atMost("idle_mb", idle.all(), MOST_IDLE_MB).with("idle_file_mb", idle.file());
    }

    /** Answers the most memory it took. */
    private Memory intake(ServedCity served, BenchCity city, CorpusStore store, Stand stand, int seconds, Verdict verdict) {
        double rate = stand.number("rate", (long) LEAST_INTAKE, 1, 100_000);
        double commits = store.commitsPerSecond(Duration.ofSeconds(Math.min(3, seconds)));
        var asks = new AskLoad(served, city, stand.clock()::instant, 5);
        // A server in use has been asked this long ago; in its first minute it spends as much on compiling itself as on people.
        Arrivals.run(rate / 2, seconds, new Random(6), asks::send);
        var before = served.work();
        var most = new Memory[1];
        var measured = watched(served, most, () -> Arrivals.run(rate, seconds, new Random(7), asks::send));
        var work = served.work().since(before);
        long ended = System.nanoTime();
        double told = lag(ended, () -> store.followersBehind() == 0);
        double found = lag(ended, () -> served.get("/search?q=" + asks.acknowledged().getLast()).join().status() == 303);
        var numbers = asks.acknowledged();
        var took = measured.all();
        stand.say("%n%s", new Table("intake", "asked/s", "stored/s", "failed", "p50 ms", "p95 ms", "p99 ms", "worst ms", "program CPU ms a case", "database CPU ms a case", "found after s", "letters written after s", "letters not sent yet", "bare commits/s")
                .row("form over HTTP", rate, measured.perSecond(), measured.failed(), took.p50(), took.p95(), took.p99(), took.worst(),
                        1e3 * work.program() / took.count(), 1e3 * work.database() / took.count(), found, told, store.lettersWaiting(), commits));
        if (!asks.refused().isEmpty()) stand.say("answers that were no receipts: %s", asks.refused().subList(0, Math.min(10, asks.refused().size())));
        verdict.atLeast("intake_per_s", measured.perSecond(), LEAST_INTAKE * 0.995).with("intake_p50_ms", took.p50()).with("intake_p99_ms", took.p99())
                .atMost("intake_failed", measured.failed(), 0).atMost("lost", numbers.size() - store.storedWhole(numbers), 0)
                .atMost("search_lag_s", found, 10).atMost("outbox_lag_s", told, 10);
        return most[0];
    }

    private static double lag(long from, Callable<Boolean> caughtUp) {
        try {
            while (!caughtUp.call() && since(from) < MOST_LAG_SECONDS) ServedCity.rest(Duration.ofMillis(100));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return since(from);
    }
}

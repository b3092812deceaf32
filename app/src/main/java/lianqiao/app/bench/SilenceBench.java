package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import lianqiao.app.RunningServer;
import lianqiao.cases.Calendars;
import lianqiao.cases.Closing;
import lianqiao.cases.RandomHistories;
import lianqiao.cases.RandomHistories.Played;
import lianqiao.cases.Rules;
import lianqiao.cases.State;
import lianqiao.offices.Offices;

/** Plays random histories until one closes a case quietly, or all are done: {@code --histories N}, {@code --seed N}. */
final class SilenceBench implements Bench {
    private static final int PORTION = 5_000;
    private static final int THREADS = 2;

    @Override public String name() {
        return "silence";
    }

    @Override public List<String> options() {
        return List.of("histories", "seed");
    }

    @Override public Verdict run(Stand stand) {
        long histories = stand.number("histories", 1_000_000, 1, 1_000_000_000);
        long seed = stand.number("seed", 20261122, 0, Long.MAX_VALUE);
        stand.say("%s", stand.machine());
        var city = BenchCity.fresh(stand, "bench-silence");
        try (var rooms = RunningServer.startBeside(city.settings())) {
            var tally = new Tally();
            long start = System.nanoTime();
            play(rooms, histories, seed, tally, stand);
            return tally.told(stand, (System.nanoTime() - start) / 1e9, seed, histories);
        } finally {
            city.erase();
        }
    }

    /** The portions are numbered and each has a seed of its own, so the same seed plays the same histories on any machine. */
    private static void play(RunningServer rooms, long histories, long seed, Tally tally, Stand stand) {
        var next = new AtomicLong();
        long portions = Math.ceilDiv(histories, PORTION);
        try (var workers = Executors.newFixedThreadPool(THREADS)) {
            var jobs = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) jobs.add(workers.submit(() -> {
                var random = new RandomHistories(rooms.room(Offices.class), rooms.room(Calendars.class).inUse(), rooms.room(Rules.class));
                for (long portion = next.getAndIncrement(); portion < portions && tally.clean(); portion = next.getAndIncrement()) {
                    tally.add(random.play(Math.min(PORTION, histories - portion * PORTION), new SplittableRandom(seed ^ portion * 0x9E3779B97F4A7C15L).nextLong()));
                    if ((portion + 1) % Math.max(1, portions / 20) == 0) stand.say("%,d of %,d histories played", (portion + 1) * PORTION, histories);
                }
            }));
            for (var job : jobs) job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What all threads have played together. */
    private static final class Tally {
        private final LongAdder histories = new LongAdder();
        private final LongAdder steps = new LongAdder();
        private final LongAdder refusals = new LongAdder();
        private final Map<State, Long> ends = new EnumMap<>(State.class);
        private final Map<Closing, Long> closings = new EnumMap<>(Closing.class);
        private final List<String> faults = new ArrayList<>();

        synchronized void add(Played played) {
            histories.add(played.histories());
            steps.add(played.steps());
            refusals.add(played.refusals());
            played.ends().forEach((state, count) -> ends.merge(state, count, Long::sum));
            played.closings().forEach((closing, count) -> closings.merge(closing, count, Long::sum));
            faults.addAll(played.faults());
        }

        synchronized boolean clean() {
            return faults.isEmpty();
        }

        synchronized Verdict told(Stand stand, double seconds, long seed, long wanted) {
            var table = new Table("ended", "histories", "share %");
            ends.forEach((state, count) -> table.row(state, count, 100.0 * count / histories.sum()));
            closings.forEach((closing, count) -> table.row("closed: " + closing, count, 100.0 * count / histories.sum()));
            stand.say("%n%s", table);
            faults.forEach(fault -> stand.say("FAULT %s", fault));
            return new Verdict("silence").atLeast("histories", histories.sum(), wanted).with("steps", steps.sum()).with("refusals", refusals.sum())
                    .with("states", ends.size()).with("closings", closings.size()).atMost("faults", faults.size(), 0)
                    .with("seconds", seconds).with("seed", seed);
        }
    }
}

package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Lets a fuzzer that watches which lines are reached loose on every parser, each in a process of its own:
 * {@code --runs N} over all, {@code --threads N}, {@code --only NAME,NAME} (beginnings of names). Before that it must find three defects planted on
 * purpose, or nothing it says counts. Seeds lie in app/src/test/resources/fuzz; a finding is printed as a line for them.
 */
public final class FuzzBench implements Bench {
    private static final Pattern DONE = Pattern.compile("Done ([0-9]+) runs in ([0-9]+) second");
    private static final Pattern FAULT = Pattern.compile("(?m)^== Java Exception: (.*)$|^(==[0-9]+== ERROR.*)$");
    private static final long RUNS_FOR_PLANTED = 3_000_000;
    private static final int LONGEST_INPUT = 2_000;

    @Override public String name() {
        return "fuzz";
    }

    @Override public List<String> options() {
        return List.of("runs", "threads", "only");
    }

    /** What became of one target. @param seed the input that broke it, as a line of a seed file; empty when none did */
    private record Fuzzed(String target, long runs, long seconds, String fault, String seed) {}

    @Override public Verdict run(Stand stand) {
        long runs = stand.number("runs", 10_000_000, 1_000, 1_000_000_000_000L);
        int threads = (int) stand.number("threads", 2, 1, 64);
        var folder = stand.data().resolve("bench-fuzz").toAbsolutePath().normalize();
        BenchCity.erase(folder);
        stand.say("%s", stand.machine());
        try {
            Files.createDirectories(folder);
            OwnProgram.run(folder.resolve("seeds.log"), "lianqiao.fuzz.OneTarget", "seeds", folder.toString());
            var planted = all(OwnProgram.lines("lianqiao.fuzz.OneTarget", "planted").stream().map(line -> new Wanted(line.split(" ")[0], RUNS_FOR_PLANTED)).toList(), threads, folder);
            var only = stand.options().getOrDefault("only", "").split(",");
            var parsers = OwnProgram.lines("lianqiao.fuzz.OneTarget", "parsers").stream().filter(one -> Arrays.stream(only).anyMatch(one::startsWith)).toList();
            var fuzzed = all(shared(parsers, runs), threads, folder);
            return told(stand, planted, fuzzed, runs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Wanted(String target, long runs) {}

    /** Lines of a name and a share. */
    private static List<Wanted> shared(List<String> parsers, long runs) {
        long shares = parsers.stream().mapToLong(line -> Long.parseLong(line.split(" ")[1])).sum();
        return parsers.stream().map(line -> new Wanted(line.split(" ")[0], Math.ceilDiv(runs * Long.parseLong(line.split(" ")[1]), shares))).toList();
    }

    private static List<Fuzzed> all(List<Wanted> targets, int threads, Path folder) throws IOException {
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var jobs = new ArrayList<Future<Fuzzed>>();
            for (var target : targets) jobs.add(workers.submit(() -> one(target.target(), target.runs(), folder)));
            var done = new ArrayList<Fuzzed>();
            for (var job : jobs) done.add(job.get());
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Fuzzed one(String target, long runs, Path folder) throws IOException {
        var corpus = Files.createDirectories(folder.resolve(target));
        var log = folder.resolve(target + ".log");
        int code = OwnProgram.run(log, "com.code_intelligence.jazzer.Jazzer", "--target_class=lianqiao.fuzz.OneTarget", "--target_args=" + target, "--instrumentation_includes=lianqiao.**",
                "--reproducer_path=" + folder, "-artifact_prefix=" + folder + "/" + target + "-", "-runs=" + runs, "-timeout=10", "-max_len=" + LONGEST_INPUT, "-print_final_stats=1", corpus.toString());
        var said = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        var done = DONE.matcher(said);
        if (code == 0 && done.find()) return new Fuzzed(target, Long.parseLong(done.group(1)), Long.parseLong(done.group(2)), "", "");
        var fault = FAULT.matcher(said);
        var executed = Pattern.compile("number_of_executed_units: ([0-9]+)").matcher(said);
        return new Fuzzed(target, executed.find() ? Long.parseLong(executed.group(1)) : 0, 0, fault.find() ? fault.group() : "exit code " + code + ", see " + log, seed(folder, target));
    }

    private static String seed(Path folder, String target) throws IOException {
        try (var files = Files.newDirectoryStream(folder, target + "-{crash,timeout,oom}-*")) {
            for (var file : files) return "b " + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        }
        return "";
    }

    private static Verdict told(Stand stand, List<Fuzzed> planted, List<Fuzzed> fuzzed, long wanted) {
        var table = new Table("parser", "runs", "runs/s", "finding");
        for (var one : fuzzed) table.row(one.target(), one.runs(), one.seconds() == 0 ? one.runs() : one.runs() / one.seconds(), one.fault().isEmpty() ? "none" : one.fault());
        stand.say("%n%s", table);
        for (var one : fuzzed) if (!one.fault().isEmpty()) stand.say("FINDING %s: %s%n%s", one.target(), one.fault(), one.seed());
        for (var one : planted) stand.say("planted: %s %s", one.target(), one.fault().isEmpty() ? "NOT FOUND" : "found after " + one.runs() + " runs: " + one.fault());
        return new Verdict("fuzz").atLeast("runs", fuzzed.stream().mapToLong(Fuzzed::runs).sum(), wanted).with("parsers", fuzzed.size())
                .atMost("findings", fuzzed.stream().filter(one -> !one.fault().isEmpty()).count(), 0)
                .atLeast("planted-found", planted.stream().filter(one -> !one.fault().isEmpty()).count(), planted.size())
                .with("seconds-in-parsers", fuzzed.stream().mapToLong(Fuzzed::seconds).sum());
    }
}

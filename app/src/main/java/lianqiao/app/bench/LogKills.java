package lianqiao.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lianqiao.app.RunningServer;

/**
 * Kills the sequencer in the middle of its work, again and again, and puts the database back to older backups. The witness
 * lives outside of all that and remembers; every checkpoint that was ever seen is kept and compared with the last one.
 */
final class LogKills {
    private static final String CLUSTER = "postgres/cluster";

    private final BenchCity city;
    private final LogTool tool;
    private final Stand stand;
    private final Random random = new Random(7);
    private final List<Path> kept = new ArrayList<>();
    private String key = "";
    private int surprises;

    /**
     * @param refused how often nothing was signed any more after a restore, as it should be when the files were put back too
     * @param surprises how often a restore did not end as it should
     */
    record Outcome(int kills, int restores, int refused, long checkpoints, long entries, int surprises, int inconsistent, boolean goesOn) {}

    LogKills(BenchCity city, LogTool tool, Stand stand) {
        this.city = city;
        this.tool = tool;
        this.stand = stand;
    }

    Outcome run(int kills, int restores) throws IOException {
        var witnessKey = tool.witnessKey("w2");
        int port = FreePort.next();
        // The first round says the log's key, which the witness has to be given; until then nobody signs.
        try (var _ = RunningServer.startBeside(city.settings())) {
            key = word(work(witnessKey + " http://127.0.0.1:" + port + "/", 1), 2);
        }
        try (var witness = tool.witness("w2", witnessKey, key, port)) {
            try (var _ = RunningServer.startBeside(city.settings())) {
                for (int kill = 1; kill <= kills; kill++) {
                    kill(witness.setting());
                    if (kill % 50 == 0) stand.say("%,d kills", kill);
                }
            }
            int refused = putBack(restores, witness.setting());
            try (var _ = RunningServer.startBeside(city.settings()); var store = new LogCorpusStore(owner(), city.settings().jurisdiction())) {
                long before = size(work(witness.setting(), 1));
                var last = work(witness.setting(), 3);
                boolean goesOn = word(last, 0).equals("NONE") && size(last) > before;
                int wrong = tool.verify(city.folder().resolve("log").toString(), key, witnessKey, kept) == 0 ? 0 : 1;
                if (wrong > 0 || !goesOn) stand.say("%s%n%s", last, tool.said());
                return new Outcome(kills, restores, refused, store.checkpoints(), size(last), surprises, wrong, goesOn);
            }
        }
    }

    private lianqiao.store.Login owner() {
        return lianqiao.store.EmbeddedPostgres.join(city.folder()).orElseThrow().owner();
    }

    private Process start(String witness, int rounds) throws IOException {
        var line = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                LogWorker.class.getName(), city.folder().toString(), city.settings().jurisdiction().code(), witness, "" + rounds);
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.appendTo(city.folder().resolve("worker.log").toFile())).start();
    }

    /** Waits for the first round, so that every life has signed something, and then ends it somewhere in the next ones. */
    private void kill(String witness) throws IOException {
        var process = start(witness, 0);
        try (var said = process.inputReader()) {
            said.readLine();
            ServedCity.rest(Duration.ofMillis(random.nextInt(150)));
            process.destroyForcibly();
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keep();
    }

    /** A few rounds in peace; answers the last line it said. */
    private String work(String witness, int rounds) throws IOException {
        var process = start(witness, rounds);
        try (var said = process.inputReader()) {
            var last = said.lines().reduce("", (_, line) -> line);
            process.waitFor(30, TimeUnit.SECONDS);
            return last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Puts an older backup in place of the database; each fourth time the published files are put back with it. */
    private int putBack(int restores, String witness) throws IOException {
        int refused = 0;
        var backup = city.folder().resolve("backup");
        for (int turn = 1; turn <= restores; turn++) {
            boolean filesToo = turn % 4 == 0;
            take(backup);
            inPeace(witness);
            if (filesToo) take(city.folder().resolve("latest"));
            copy(backup.resolve("cluster"), city.folder().resolve(CLUSTER));
            if (filesToo) copy(backup.resolve("log"), city.folder().resolve("log"));
            var last = inPeace(witness);
            keep();
            if (word(last, 0).equals("BEHIND_WITNESS")) refused++;
            if (!word(last, 0).equals(filesToo ? "BEHIND_WITNESS" : "NONE")) {
                surprises++;
                stand.say("restore %d, files too: %s: %s", turn, filesToo, last);
            }
            if (filesToo) {
                // Nothing here knows what the world has seen: the witness forbids to go on, and a person finds the newer backup.
                copy(city.folder().resolve("latest/cluster"), city.folder().resolve(CLUSTER));
                copy(city.folder().resolve("latest/log"), city.folder().resolve("log"));
            }
        }
        return refused;
    }

    private String inPeace(String witness) throws IOException {
        try (var _ = RunningServer.startBeside(city.settings())) {
            return work(witness, 3);
        }
    }

    private void take(Path backup) throws IOException {
        copy(city.folder().resolve(CLUSTER), backup.resolve("cluster"));
        copy(city.folder().resolve("log"), backup.resolve("log"));
    }

    private void keep() throws IOException {
        var checkpoint = city.folder().resolve("log/checkpoint");
        if (!Files.exists(checkpoint)) return;
        var file = Files.createDirectories(city.folder().resolve("kept")).resolve("checkpoint-" + kept.size());
        Files.copy(checkpoint, file);
        kept.add(file);
    }

    private static String word(String line, int place) {
        var words = line.split(" ");
        return words.length > place ? words[place] : "";
    }

    private static long size(String line) {
        return word(line, 1).isEmpty() ? -1 : Long.parseLong(word(line, 1));
    }

    /** Replaces a folder by a copy of another, owners and rights included, for the database belongs to a user of its own. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (var all = Files.walk(to)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        Files.createDirectories(to.getParent());
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                Files.setAttribute(target, "unix:uid", Files.getAttribute(file, "unix:uid"));
                Files.setAttribute(target, "unix:gid", Files.getAttribute(file, "unix:gid"));
            }
        }
    }
}

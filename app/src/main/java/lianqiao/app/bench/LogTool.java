package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The verifier and the witness, run as outsiders run them: programs of their own that know nothing but keys, files and addresses. */
final class LogTool {
    private final Path folder;

    /** @param folder for what they say and keep, outside of every city */
    LogTool(Path folder) {
        this.folder = folder;
    }

    /** Where others may leave what they say. */
    Path folder() {
        return folder;
    }

    /** A witness for one log, listening on loopback. */
    record Witness(Process process, String key, String address) implements AutoCloseable {
        /** As a setting names it. */
        String setting() {
            return key + " " + address;
        }

        @Override public void close() {
            process.destroy();
        }
    }

    /** Draws a key for a witness and answers its public half. */
    String witnessKey(String name) throws IOException {
        var drawn = folder.resolve(name + ".drawn");
        end(start(drawn, "witness-key", "bench.example/" + name, "--out", folder.resolve(name + ".key").toString()));
        return Files.readString(drawn).lines().filter(line -> line.startsWith("bench.example/")).reduce((_, last) -> last).orElseThrow();
    }

    /** Starts the witness of that name for a log. */
    Witness witness(String name, String key, String log, int port) throws IOException {
        var process = start(folder.resolve(name + ".log"), "witness", "--state", folder.resolve(name).toString(), "--key", folder.resolve(name + ".key").toString(),
                "--log", log, "--listen", "127.0.0.1:" + port);
        for (int turn = 0; turn < 200 && process.isAlive(); turn++) {
            try (var _ = new Socket("127.0.0.1", port)) {
                return new Witness(process, key, "http://127.0.0.1:" + port + "/");
            } catch (IOException notYet) {
                ServedCity.rest(Duration.ofMillis(50));
            }
        }
        throw new IOException("the witness did not start: " + Files.readString(folder.resolve(name + ".log")));
    }

    /** Checks a whole log with what was kept of it; answers the exit code, 0 when it is in order. */
    int verify(String log, String logKey, String witnessKey, List<Path> kept) throws IOException {
        var line = new ArrayList<>(List.of("verify-log", log, "--log", logKey, "--witness", witnessKey));
        for (var one : kept) line.addAll(List.of("--old", one.toString()));
        return end(start(folder.resolve("verify.log"), line.toArray(String[]::new)));
    }

    /** What the last check said. */
    String said() throws IOException {
        return Files.readString(folder.resolve("verify.log"));
    }

    private static Process start(Path said, String... words) throws IOException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path"), "lianqiao.tlog.verify.Verify"));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LANG", "C");
        return builder.start();
    }

    static int end(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

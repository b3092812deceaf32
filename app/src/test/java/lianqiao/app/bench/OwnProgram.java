package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Programs that are part of the tests, each in a process of its own that ends with the bench, however that ends. Thread-safe. */
final class OwnProgram {
    private static final ConcurrentHashMap<Process, Boolean> RUNNING = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.keySet().forEach(Process::destroy)));
    }

    private OwnProgram() {}

    /** Runs a program to its end, what it says into a file; answers its exit code. */
    static int run(Path said, String main, String... words) throws IOException {
        var process = builder(main, words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        RUNNING.put(process, true);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            RUNNING.remove(process);
        }
    }

    /** The lines a program says. */
    static List<String> lines(String main, String... words) {
        try {
            var said = Files.createTempFile("lines", ".txt");
            try {
                var process = builder(main, words).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(said.toFile()).start();
                if (process.waitFor() != 0) throw new IOException(main + " ended with " + process.exitValue());
                return Files.readAllLines(said);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static ProcessBuilder builder(String main, String... words) {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx800m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), main));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("LIANQIAO_"));
        return builder;
    }
}

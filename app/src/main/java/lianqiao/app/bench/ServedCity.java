package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.io.ByteArrayInputStream;

/**
 * The server as everybody runs it, in a process of its own with the flags of the launcher, asked over HTTP on loopback
 * as a browser asks. Ends with the bench, however that ends.
 */
final class ServedCity implements AutoCloseable {
    private static final int MOST_SECONDS_TO_START = 180;

    private final Process process;
    private final String address;
    private final Thread end;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(30)).build();

    /**
     * Memory of the server's own process in MB, the database's not counted.
     *
     * @param file the part that maps files, mostly the search index and the program, which the system can take back at any time
     */
    record Memory(double all, double file) {
        Memory most(Memory other) {
            return all >= other.all ? this : other;
        }
    }

    private ServedCity(Process process, String address) {
        this.process = process;
        this.address = address;
        end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** Starts it and waits until it answers. @param collector Serial, G1, Parallel or Z; empty for the launcher's */
    static ServedCity start(BenchCity city, String collector) {
        return start(city, collector, java.util.Map.of());
    }

    /** With settings of its own; those of whoever runs the bench do not count. */
    static ServedCity start(BenchCity city, String collector, java.util.Map<String, String> settings) {
        int port = FreePort.next();
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags(collector));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "lianqiao.app.Main", "serve", "--port", "" + port, "--data", city.folder().toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(city.folder().resolve("bench-server.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("LIANQIAO_"));
        // Everybody here comes from one address, and how much the program can bear is the question.
        builder.environment().put("LIANQIAO_LIMITS", "0");
        builder.environment().putAll(settings);
        try {
            var served = new ServedCity(builder.start(), "http://127.0.0.1:" + port);
            served.awaitAnswer();
            return served;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> flags(String collector) {
        var own = ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(flag -> !flag.startsWith("-javaagent") && !flag.startsWith("-agentlib"));
        if (collector.isEmpty()) return own.toList();
        return Stream.concat(own.filter(flag -> !flag.matches("-XX:\\+Use\\w+GC|-XX:AOTCache=.*")), Stream.of("-XX:+Use" + collector + "GC")).toList();
    }

    private void awaitAnswer() throws IOException {
        long start = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(MOST_SECONDS_TO_START)) {
            if (get("/health").exceptionally(_ -> new Answer(0, new byte[0], "")).join().status() == 200) return;
            rest(Duration.ofMillis(50));
        }
        close();
        throw new IOException("the server did not start; see bench-server.log in the bench's folder");
    }

    /** What came back; {@code body} as it was on the wire. */
    record Answer(int status, byte[] body, String location) {
        /** The text of a compressed body. */
        String text() {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    CompletableFuture<Answer> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    CompletableFuture<Answer> post(String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return client.sendAsync(request.header("Accept-Encoding", "gzip").timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(r -> new Answer(r.statusCode(), r.body(), r.headers().firstValue("Location").orElse("")));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Nothing once it has ended. */
    Memory memory() {
        if (!process.isAlive()) return new Memory(0, 0);
        try {
            double all = 0;
            double file = 0;
            for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmRSS:")) all = kilobytes(line) / 1024;
                if (line.startsWith("RssFile:")) file = kilobytes(line) / 1024;
            }
            return new Memory(all, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double kilobytes(String line) {
        return Double.parseDouble(line.replaceAll("\\D", ""));
    }

    /** Processor time so far, of the program and of its database. */
    record Work(double program, double database) {
        Work since(Work before) {
            return new Work(program - before.program, database - before.database);
        }
    }

    Work work() {
        return new Work(seconds(process.toHandle()), process.descendants().mapToDouble(ServedCity::seconds).sum());
    }

    private static double seconds(ProcessHandle one) {
        return one.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
    }

    static void rest(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells it to end and waits for it. */
    @Override public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException alreadyEnding) {
            // the hook does its work
        }
        client.close();
    }
}

package lianqiao.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one PostgreSQL server running as a direct child of this process: starts it, waits until it answers, starts it
 * again when it dies. One thread of our own does this for the whole life of the server, because the kernel's "tell me
 * when my parent dies" (prctl PR_SET_PDEATHSIG) hangs on the thread that started the child.
 */
final class Postmaster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int FIRST_TRIES = 6;

    private final Path cluster;
    private final Path log;
    private final List<String> command;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread keeper;
    private volatile boolean closing;
    private volatile @Nullable Process process;

    Postmaster(Path cluster, Path log, List<String> command) {
        this.cluster = cluster;
        this.log = log;
        this.command = command;
        keeper = Thread.ofPlatform().name("postgres keeper").daemon().unstarted(this::keep);
    }

    /** Returns once the server takes connections; recovery after a crash is waited for, however long it takes. */
    void start() {
        keeper.start();
        try {
            ready.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart told ? told : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException(e);
        }
    }

    private void keep() {
        try {
            for (int failures = 0; !closing; ) {
                var child = launch();
                if (isReady(child)) {
                    failures = 0;
                    ready.complete(null);
                    int code = child.waitFor();
                    if (closing) return;
                    LOG.error("PostgreSQL ended with code {} and is started again", code);
                } else if (!closing) {
                    // After a kill the old server's processes may need a moment to notice and let go of the folder.
                    failures++;
                    if (!ready.isDone() && failures == FIRST_TRIES) throw new CannotStart("store.postgres.failed", log, lastWords());
                    LOG.warn("PostgreSQL did not start, try {}", failures);
                    Thread.sleep(Math.min(5_000, 200L << Math.min(failures, 5)));
                }
            }
        } catch (InterruptedException | IOException | RuntimeException e) {
            ready.completeExceptionally(e);
        }
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var child = builder.start();
        process = child;
        if (closing) signal(child, "INT");
        return child;
    }

    private boolean isReady(Process child) throws InterruptedException {
        while (child.isAlive()) {
            if (PostmasterFile.of(cluster).filter(file -> file.pid() == child.pid() && file.ready()).isPresent()) return true;
            Thread.sleep(20);
        }
        return false;
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    boolean isRunning() {
        var child = process;
        return child != null && child.isAlive();
    }

    /** The number of the server's process, for tests that kill it. */
    long pid() {
        var child = process;
        return child == null ? -1 : child.pid();
    }

    /** Ends the server: open transactions are undone, everything committed is on disk. */
    @Override public void close() {
        closing = true;
        var child = process;
        if (child != null) stop(child.toHandle());
        keeper.interrupt();
    }

    /** Ends a server that a killed program left behind on this cluster. */
    static void stopOrphan(Path cluster) {
        PostmasterFile.of(cluster).filter(file -> file.isServing(cluster)).flatMap(file -> ProcessHandle.of(file.pid())).ifPresent(orphan -> {
            LOG.warn("a PostgreSQL server left behind by an earlier run is stopped first");
            stop(orphan);
        });
    }

    private static void stop(ProcessHandle server) {
        for (var word : List.of("INT", "QUIT", "KILL")) {
            if (!server.isAlive()) return;
            try {
                signal(server, word);
                server.onExit().get(word.equals("INT") ? 60 : 10, SECONDS);
            } catch (IOException | InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
                LOG.warn("PostgreSQL does not stop on {}", word);
            }
        }
    }

    private static void signal(Process child, String word) throws IOException {
        signal(child.toHandle(), word);
    }

    /** INT asks for a fast shutdown, QUIT for an immediate one; Java by itself can send only TERM and KILL. */
    private static void signal(ProcessHandle server, String word) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + word + " " + server.pid()).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

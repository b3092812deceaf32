package lianqiao.tlog.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import lianqiao.tlog.AddCheckpoint;
import lianqiao.tlog.Witness;

/**
 * A witness behind HTTP: {@code POST /add-checkpoint} and {@code GET /<SHA-256 of the origin>/checkpoint} (C2SP tlog-witness).
 * Two questions and few askers need no framework; what is bounded here is the number of lines open at once, the time on
 * each and the size of what comes in. Thread-safe.
 */
final class WitnessServer implements AutoCloseable {
    private static final int MOST_LINES = 64;
    private static final int MOST_REQUESTS_A_LINE = 100;
    private static final int SILENCE_MILLIS = 10_000;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final ServerSocket door;
    private final WitnessStore store;
    private final InstantSource clock;
    private final Consumer<String> log;
    private final Semaphore lines = new Semaphore(MOST_LINES);
    private final Thread listening;

    /** Opens the door and answers from then on. {@code log} is told of every decision, without anything about who asked. */
    WitnessServer(InetSocketAddress address, WitnessStore store, InstantSource clock, Consumer<String> log) throws IOException {
        this.store = store;
        this.clock = clock;
        this.log = log;
        this.door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(address, MOST_LINES);
        this.listening = Thread.ofPlatform().name("witness").start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Waits until the door is closed. */
    void await() throws InterruptedException {
        listening.join();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                lines.acquire();
                var line = door.accept();
                Thread.startVirtualThread(() -> serve(line));
            } catch (IOException | InterruptedException e) {
                lines.release();
                if (door.isClosed()) return;
            }
        }
    }

    private void serve(Socket line) {
        try (line) {
            line.setSoTimeout(SILENCE_MILLIS);
            line.setTcpNoDelay(true);
            var in = new BufferedInputStream(line.getInputStream());
            for (int i = 1; i <= MOST_REQUESTS_A_LINE; i++) {
                if (!serveOne(in, line.getOutputStream(), i < MOST_REQUESTS_A_LINE)) return;
            }
        } catch (IOException e) {
            // whoever asked has gone or was too slow; nothing was promised
        } finally {
            lines.release();
        }
    }

    private boolean serveOne(BufferedInputStream in, OutputStream out, boolean more) throws IOException {
        try {
            var request = HttpExchange.read(in, AddCheckpoint.LARGEST);
            boolean keepOpen = more && request.keepsOpen();
            answer(request, out, keepOpen);
            return keepOpen;
        } catch (HttpExchange.Unacceptable e) {
            HttpExchange.answer(out, e.status, TEXT, new byte[0], false);
            return false;
        }
    }

    private void answer(HttpExchange request, OutputStream out, boolean keepOpen) throws IOException {
        if (request.path().equals("/add-checkpoint")) {
            if (request.method().equals("POST")) add(request.body(), out, keepOpen);
            else HttpExchange.answer(out, 405, TEXT, new byte[0], keepOpen);
            return;
        }
        var path = request.path().split("/", -1);
        var latest = request.method().equals("GET") && path.length == 3 && path[2].equals("checkpoint") ? store.latest(path[1]) : java.util.Optional.<byte[]>empty();
        HttpExchange.answer(out, latest.isPresent() ? 200 : 404, TEXT, latest.orElse(new byte[0]), keepOpen);
    }

    private void add(byte[] body, OutputStream out, boolean keepOpen) throws IOException {
        Witness.Answer answer;
        try {
            answer = store.add(body, clock.instant().getEpochSecond());
        } catch (IOException | UncheckedIOException e) {
            log.accept("500 " + e.getMessage());
            HttpExchange.answer(out, 500, TEXT, new byte[0], keepOpen);
            return;
        }
        switch (answer) {
            case Witness.Answer.Signed(var seen, var cosignature) -> {
                log.accept("200 " + seen.checkpoint().origin() + " " + seen.checkpoint().size());
                HttpExchange.answer(out, 200, TEXT, bytes(cosignature.line().encode()), keepOpen);
            }
            case Witness.Answer.Stale(long size) -> HttpExchange.answer(out, 409, AddCheckpoint.SIZE_TYPE, bytes(size + "\n"), keepOpen);
            case Witness.Answer.Refused(int status, var by, var detail) -> {
                log.accept(status + " " + by + ": " + detail);
                HttpExchange.answer(out, status, TEXT, bytes(detail + "\n"), keepOpen);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override public void close() throws IOException {
        door.close();
    }
}

package lianqiao.tlog.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lianqiao.tlog.AddCheckpoint;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.ConsistencyProof;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Policy;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Tiles;
import lianqiao.tlog.Town;
import lianqiao.tlog.Tree;
import lianqiao.tlog.Vectors;
import lianqiao.tlog.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness over HTTP: asked twice at once, asked rudely, killed in the middle. */
class WitnessServerTest {
    private static final int LONGEST = 300;

    @TempDir Path place;

    /** A log with the true key and a history of its own. */
    private record History(List<byte[]> entries, Tiles tiles) {
        static History of(Path folder, String ending) throws IOException {
            var entries = new ArrayList<>(Town.entries(0, 10));
            for (int i = 10; i < LONGEST; i++) entries.add(Town.entry(i, ending, Town.timeAt(i + 1)));
            var log = LogFolder.withoutSync(folder);
            log.append(new Tree(), entries).orThrow();
            return new History(entries, new Tiles(log, LONGEST));
        }

        byte[] request(int from, int to) throws IOException {
            synchronized (tiles) {
                return new AddCheckpoint(from, ConsistencyProof.of(from, to, tiles).hashes(), checkpoint(to)).encode();
            }
        }

        SignedNote checkpoint(int size) {
            return Vectors.checkpoint(entries.subList(0, size));
        }
    }

    @Test void theWitnessAnswersAsTheSpecificationSaysAndServesWhatItSigned() throws Exception {
        var log = History.of(place.resolve("log"), "answered");
        try (var state = StateFolder.open(place.resolve("state"));
                var witness = witness(state)) {
            var signed = Asking.post(witness.port(), log.request(0, 20));
            assertEquals(200, signed.status());
            assertTrue(Policy.of(Town.LOG, List.of(Vectors.WITNESS.verifier()), 1).open(log.checkpoint(20).with(SignedNote.readLines(signed.body()).orThrow().getFirst())).isDone());
            assertEquals(new Asking(409, AddCheckpoint.SIZE_TYPE, "20\n"), Asking.post(witness.port(), log.request(0, 10)));
            assertEquals(200, Asking.post(witness.port(), log.request(20, 250)).status());
            assertEquals(new Asking(409, AddCheckpoint.SIZE_TYPE, "250\n"), Asking.post(witness.port(), log.request(20, 30)));
            assertEquals(422, Asking.post(witness.port(), History.of(place.resolve("other"), "closed").request(250, 280)).status());
            assertEquals(1, state.count("evidence"));

            var latest = LogSite.of("http://127.0.0.1:" + witness.port()).read("84c305db6ece3432266971d590d796a2f14fc9726c3f87c2fcb874497a5ddeb6/checkpoint", SignedNote.LARGEST);
            assertEquals(250, Policy.of(Town.LOG, List.of(Vectors.WITNESS.verifier()), 1).open(latest).orThrow().checkpoint().size());
        }
    }

    @Test void rudeRequestsAreRefusedAndTheNextOneIsServed() throws Exception {
        try (var state = StateFolder.open(place.resolve("state"));
                var witness = witness(state)) {
            for (var rude : Map.of("nonsense\r\n\r\n", 400, "GET / HTTP/2\r\n\r\n", 400, "POST /add-checkpoint HTTP/1.1\r\n\r\n", 411, "POST /add-checkpoint HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411,
                    "POST /add-checkpoint HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n", 413, "POST /x HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, "GET /" + "x".repeat(9000), 431,
                    "GET /../../etc/passwd/checkpoint HTTP/1.0\r\n\r\n", 404, "DELETE /add-checkpoint HTTP/1.0\r\n\r\n", 405).entrySet()) {
                try (var line = new Socket("127.0.0.1", witness.port())) {
                    line.setSoTimeout(10_000);
                    line.getOutputStream().write(rude.getKey().getBytes(StandardCharsets.US_ASCII));
                    line.getOutputStream().flush();
                    var answer = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII)).readLine();
                    assertEquals("HTTP/1.1 " + rude.getValue() + " ", answer, rude.getKey().substring(0, Math.min(60, rude.getKey().length())));
                }
            }
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + witness.port() + "/0/checkpoint").toURL().openConnection();
            assertEquals(404, connection.getResponseCode());
        }
    }

    @Test void aDamagedStateIsNotTakenForAnEmptyOneAndASecondWitnessIsKeptOut() throws Exception {
        var log = History.of(place.resolve("log"), "answered");
        try (var state = StateFolder.open(place.resolve("state"));
                var witness = witness(state)) {
            assertThrows(CannotRun.class, () -> StateFolder.open(place.resolve("state")));
            assertEquals(200, Asking.post(witness.port(), log.request(0, 20)).status());
            Files.writeString(place.resolve("state").resolve(WitnessStore.file(Vectors.ORIGIN)), "");
            assertEquals(500, Asking.post(witness.port(), log.request(0, 20)).status());
        }
    }

    @Test void twoConflictingHistoriesAskAtOnceAndOnlyOneIsEverSigned() throws Exception {
        try (var state = StateFolder.open(place.resolve("state"));
                var witness = witness(state)) {
            var port = new AtomicReference<>(witness.port());
            var signed = askWithBoth(port, new CountDownLatch(0), () -> { });
            assertOneHistory(signed);
        }
    }

    /** The witness runs as a program of its own and is killed, ten times, while two histories ask; it starts on the same folder. */
    @Test void aWitnessKilledInTheMiddleGoesOnWithoutContradictingItself() throws Exception {
        var key = Files.writeString(place.resolve("witness.key"), Vectors.WITNESS.encode());
        var running = new AtomicReference<Process>();
        var port = new AtomicReference<Integer>();
        start(key, running, port);
        try {
            var kills = new CountDownLatch(10);
            var signed = askWithBoth(port, kills, () -> {
                running.get().destroyForcibly().waitFor();
                start(key, running, port);
            });
            assertEquals(0, kills.getCount());
            assertOneHistory(signed);
            var latest = LogSite.of("http://127.0.0.1:" + port.get()).read(WitnessStore.file(Vectors.ORIGIN).replace(".checkpoint", "/checkpoint"), SignedNote.LARGEST);
            var stored = Policy.of(Town.LOG).open(latest).orThrow().checkpoint();
            assertTrue(signed.keySet().stream().allMatch(one -> one.size() <= stored.size()), "nothing signed was forgotten");
        } finally {
            running.get().destroyForcibly().waitFor();
        }
    }

    private interface Kill {
        void run() throws Exception;
    }

    /** Both histories grow by a few entries at a time, learn the stored size from refusals, and take what they get; a kill comes after every thirtieth question. */
    private Map<Checkpoint, String> askWithBoth(AtomicReference<Integer> port, CountDownLatch kills, Kill kill) throws Exception {
        var signed = new ConcurrentHashMap<Checkpoint, String>();
        var askers = new ArrayList<Thread>();
        var failed = new AtomicReference<Throwable>();
        var questions = new java.util.concurrent.atomic.AtomicInteger();
        for (var ending : List.of("answered", "closed")) {
            var history = History.of(place.resolve(ending), ending);
            askers.add(Thread.ofPlatform().start(() -> {
                try {
                    int size = 0;
                    for (int to = 1; to <= LONGEST; to = Math.max(to, size) + 1) {
                        boolean killNow = questions.incrementAndGet() % 30 == 0;
                        if (killNow && kills.getCount() > 0) {
                            synchronized (kills) {
                                if (kills.getCount() > 0) kill.run();
                                kills.countDown();
                            }
                        }
                        size = ask(history, port, size, to, signed, ending);
                    }
                } catch (Throwable e) {
                    failed.set(e);
                }
            }));
        }
        for (var asker : askers) asker.join();
        if (failed.get() != null) throw new AssertionError(failed.get());
        return signed;
    }

    private static int ask(History history, AtomicReference<Integer> port, int size, int to, Map<Checkpoint, String> signed, String ending) throws IOException {
        try {
            var answer = Asking.post(port.get(), history.request(Math.min(size, to), to));
            switch (answer.status()) {
                case 200 -> {
                    signed.put(Checkpoint.read(history.checkpoint(to).text()).orThrow(), ending);
                    return to;
                }
                case 409 -> { return Integer.parseInt(answer.body().strip()); }
                case 422 -> { return size; }
                default -> throw new AssertionError(answer);
            }
        } catch (IOException e) {
            return size;   // killed in the middle: whether it was stored the next answer tells
        }
    }

    private static void assertOneHistory(Map<Checkpoint, String> signed) {
        var beyond = signed.entrySet().stream().filter(one -> one.getKey().size() > 10).map(Map.Entry::getValue).distinct().toList();
        assertEquals(1, beyond.size(), "histories signed: " + beyond);
        assertEquals(signed.size(), signed.keySet().stream().map(Checkpoint::size).distinct().count(), "one root for each size");
        assertTrue(signed.size() > 20, signed.size() + " signed");
    }

    private void start(Path key, AtomicReference<Process> running, AtomicReference<Integer> port) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", Path.of("target", "classes").toString(), "lianqiao.tlog.verify.Verify", "witness",
                "--state", place.resolve("state").toString(), "--key", key.toString(), "--log", Vectors.LOG.verifier().vkey(), "--listen", "127.0.0.1:0").redirectErrorStream(true).start();
        var first = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = first.readLine();
        assertTrue(line != null && line.contains("127.0.0.1:"), line);
        port.set(Integer.parseInt(line.replaceAll(".*127\\.0\\.0\\.1:([0-9]+).*", "$1")));
        running.set(process);
        Thread.startVirtualThread(() -> {   // what else it says must not fill the pipe
            try {
                first.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                // killed
            }
        });
        assertTrue(process.isAlive() || process.waitFor(1, TimeUnit.SECONDS));
    }

    private static WitnessServer witness(StateFolder state) throws IOException {
        var store = new WitnessStore(new Witness(Vectors.WITNESS, List.of(Vectors.LOG.verifier())), state);
        return new WitnessServer(new InetSocketAddress("127.0.0.1", 0), store, InstantSource.fixed(Instant.ofEpochSecond(Vectors.TIME)), _ -> { });
    }
}

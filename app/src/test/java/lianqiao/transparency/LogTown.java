package lianqiao.transparency;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Events;
import lianqiao.store.Leaves.Written;
import lianqiao.tlog.Kept;
import lianqiao.tlog.LogCheck;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Policy;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey;
import lianqiao.tlog.Witness;
import lianqiao.town.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A town with a log and a witness outside of it. The witness is the oracle of these tests: it keeps what it has signed
 * where no restore reaches, and it would notice a second history.
 */
final class LogTown implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    static final String ORIGIN = "lianqiao.example/log";

    final TestDatabase database = TestDatabase.fresh();
    final Path folder;
    final SigningKey witnessKey = SigningKey.of("witness.example/w1", VerifierKey.Kind.COSIGNATURE, seed(0x20)).orThrow();
    final LogSettings settings;
    private final Events events = new Events(database.database(), new EventLeaves());
    private final Map<String, Witness.Seen> seen = new HashMap<>();
    private final HttpServer server;
    private final List<AutoCloseable> opened = new ArrayList<>();
    volatile int disputes;
    volatile boolean silent;
    volatile long witnessClock = NOW.getEpochSecond();
    private int written;

    LogTown() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "logs")), "log").toAbsolutePath();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/add-checkpoint", exchange -> {
            var answer = witness(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        settings = settings(folder, 1);
    }

    private record Answer(int status, byte[] body) {}

    private synchronized Answer witness(byte[] body) {
        if (silent) return new Answer(503, new byte[0]);
        var witness = new Witness(witnessKey, List.of(settings(folder, 1).key().verifier()));
        return switch (witness.decide(body, origin -> Optional.ofNullable(seen.get(origin)), witnessClock)) {
            case Witness.Answer.Signed(var now, var cosignature) -> {
                seen.put(now.checkpoint().origin(), now);
                yield new Answer(200, cosignature.line().encode().getBytes(StandardCharsets.UTF_8));
            }
            case Witness.Answer.Stale(var size) -> new Answer(409, (size + "\n").getBytes(StandardCharsets.UTF_8));
            case Witness.Answer.Refused(var status, _, _) -> {
                disputes++;
                yield new Answer(status, new byte[0]);
            }
        };
    }

    /** The size that the witness has signed last. */
    synchronized long witnessed() {
        return seen.containsKey(ORIGIN) ? seen.get(ORIGIN).checkpoint().size() : 0;
    }

    LogSettings settings(Path where, int quorum) {
        return new LogSettings(ORIGIN, LogSecret.of(seed(0)), where,
                List.of(new LogSettings.Address(witnessKey.verifier(), URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))), quorum);
    }

    static byte[] seed(int first) {
        var seed = new byte[32];
        for (int i = 0; i < 32; i++) seed[i] = (byte) (first + i);
        return seed;
    }

    /** A log that is begun anew, as after a start of the program. */
    PublicLog start() {
        return start(Interruption.NONE);
    }

    PublicLog start(Interruption interruption) {
        return keep(PublicLog.interrupted(database.database(), settings, interruption));
    }

    PublicLog startIn(Path where) {
        return keep(PublicLog.interrupted(database.database(), settings(where, 1), Interruption.NONE));
    }

    private PublicLog keep(PublicLog log) {
        opened.add(log);
        return log;
    }

    /** Writes so many public steps, each in a transaction of its own. */
    void writes(int steps) {
        for (int i = 0; i < steps; i++) write(database.database(), ++written);
    }

    private void write(Database where, int number) {
        where.inTransaction(() -> events.append(List.of(step(number)), false, List.of(new Written(number, "text", "words of step " + number))));
    }

    static Event step(int number) {
        return new Event("lamp", number, "InterimReported", NOW, "OFFICER", "lighting", "o1", Map.of());
    }

    Events events() {
        return events;
    }

    int written() {
        return written;
    }

    void written(int number) {
        written = number;
    }

    /** With the rights of the owner: what a restored backup or a dishonest administrator can do. */
    void asOwner(String statement, Object... params) {
        try (var owner = database.ownerSource()) {
            JdbcClient.create(owner).sql(statement).params(params).update();
        }
    }

    /** Puts the log's tables back to a size, and the events with them if wanted, as restoring an older backup does. */
    void putBack(long size, boolean eventsToo) {
        asOwner("delete from log_cosignature where size > ?", size);
        asOwner("delete from log_checkpoint where size > ?", size);
        if (eventsToo) {
            asOwner("delete from event_salts s using log_leaf l where l.idx >= ? and s.subject = l.subject and s.number = l.number", size);
            asOwner("delete from events e using log_leaf l where l.idx >= ? and e.subject = l.subject and e.number = l.number", size);
        }
        asOwner("delete from log_leaf where idx >= ?", size);
    }

    long count(String sql) {
        return JdbcClient.create(database.appSource()).sql(sql).query(Long.class).single();
    }

    /** Reads the whole published log as an outsider does, with what earlier visits kept, and answers what is wrong with it. */
    List<String> faults(Kept... kept) {
        var policy = Policy.of(settings.key().verifier(), List.of(witnessKey.verifier()), silent ? 0 : 1);
        var report = new LogCheck(LogFolder.withoutSync(folder), policy, new LogCheck.Terms(List.of(kept), OptionalLong.empty(), 0, 3600)).run();
        return report.findings().stream().map(Object::toString).toList();
    }

    Kept keep() throws IOException {
        return Kept.read("an earlier visit", Files.readAllBytes(folder.resolve("checkpoint")), Policy.of(settings.key().verifier())).orThrow();
    }

    /** The size of the published checkpoint. */
    long published() throws IOException {
        return keep().checkpoint().size();
    }

    @Override public void close() {
        for (var one : opened) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        server.stop(0);
        database.close();
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package lianqiao.tlog.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.TreeSet;
import lianqiao.tlog.AddCheckpoint;
import lianqiao.tlog.ConsistencyProof;
import lianqiao.tlog.InclusionProof;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Receipt;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Tiles;
import lianqiao.tlog.Town;
import lianqiao.tlog.Tree;
import lianqiao.tlog.Vectors;
import lianqiao.tlog.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an auditor, a resident and a journalist use them. */
class VerifyTest {
    private static final String LOG = Vectors.LOG.verifier().vkey();
    private static final String WITNESS = Vectors.WITNESS.verifier().vkey();

    @TempDir Path place;
    private final Town town = new Town(300, 400);
    private String said = "";

    @Test void anAuditorChecksALogBehindHttpAndACopyOnDisk() throws Exception {
        publish(town.entries);
        try (var server = new StaticServer(place.resolve("log"))) {
            assertEquals(0, run(Map.of(), "verify-log", server.address() + "/", "--log", LOG, "--witness", WITNESS, "--old", keep("old", 300)));
            assertTrue(said.contains("all 3 tiles match") && said.contains("all 400 entries") && said.contains("The log is in order."), said);
            assertEquals(0, run(Map.of("LANG", "zh_CN.UTF-8"), "verify-log", place.resolve("log").toString(), "--log", LOG));
            assertTrue(said.contains("\u8fd9\u4efd\u65e5\u5fd7\u5b8c\u597d"), said);
            assertEquals(1, run(Map.of(), "verify-log", server.address(), "--log", LOG, "--witness", WITNESS, "--max-age", "30m"));
            assertTrue(said.contains("WRONG [AGE]"), said);
        }
    }

    @Test void aServerThatMisbehavesIsAFindingAndNobodyIsLedElsewhere() throws Exception {
        publish(town.entries);
        try (var server = new StaticServer(place.resolve("log"))) {
            server.instead.put("/tile/0/000", Map.entry(302, new byte[0]));
            assertEquals(1, run(Map.of(), "verify-log", server.address(), "--log", LOG));
            assertTrue(said.contains("[UNREADABLE]") && said.contains("tile/0/000"), said);
            server.instead.put("/tile/0/000", Map.entry(200, new byte[8193]));
            assertEquals(1, run(Map.of(), "verify-log", server.address(), "--log", LOG));
            server.instead.put("/checkpoint", Map.entry(200, new byte[SignedNote.LARGEST + 1]));
            assertEquals(1, run(Map.of(), "verify-log", server.address(), "--log", LOG));
            server.instead.put("/checkpoint", Map.entry(500, new byte[0]));
            assertEquals(1, run(Map.of(), "verify-log", server.address(), "--log", LOG));
        }
        assertEquals(1, run(Map.of(), "verify-log", "http://127.0.0.1:1/", "--log", LOG));
    }

    @Test void aResidentChecksAReceiptWithoutAnyNetwork() throws Exception {
        publish(town.entries);
        var tiles = new Tiles(LogFolder.at(place.resolve("log")), 400);
        var receipt = Receipt.of(town.entries.get(123), InclusionProof.of(123, 400, tiles), Town.cosigned(town.entries)).encode();
        var file = write("my.tlog-proof", receipt);
        assertEquals(0, run(Map.of(), "verify-receipt", file, "--log", LOG, "--witness", WITNESS));
        assertTrue(said.contains("entry 123 of a log of 400 entries") && said.contains("LQ-2027-000123"), said);
        assertEquals(1, run(Map.of(), "verify-receipt", file, "--log", LOG, "--entry", write("entry", Town.entry(123, "closed", Town.NOON))));
        assertTrue(said.contains("WRONG [INCLUSION]"), said);
        // a receipt is a kept checkpoint as well
        assertEquals(0, run(Map.of(), "verify-log", place.resolve("log").toString(), "--log", LOG, "--old", file));
    }

    @Test void aJournalistSeesWhatWasTakenFromThePublicsEyesAndKeepsEvidence() throws Exception {
        var entries = new ArrayList<>(town.entries.subList(0, 300));
        entries.set(250, Town.entry(250, "CaseRefused", Town.timeAt(251)));
        publish(entries);
        var watch = new String[] {"monitor", place.resolve("log").toString(), "--log", LOG, "--state", place.resolve("state").toString()};
        assertEquals(0, run(Map.of(), watch));
        assertTrue(said.contains("grown from 0 to 300") && said.contains(">>    entry 250: {\"case\":\"LQ-2027-000250\",\"ev\":\"CaseRefused\""), said);
        entries.add(Town.entry(300, "EntryMasked", Town.timeAt(301)));
        publish(entries);
        assertEquals(0, run(Map.of(), watch));
        assertTrue(said.contains("grown from 300 to 301") && said.contains("EntryMasked: 1") && !said.contains("CaseRefused"), said);
        assertEquals(0, run(Map.of(), watch));

        var rewritten = new ArrayList<>(town.entries);
        Files.move(place.resolve("log"), place.resolve("former"));
        publish(rewritten);
        assertEquals(1, run(Map.of(), watch));
        assertTrue(said.contains("WRONG [APPEND_ONLY]"), said);
        assertEquals(1, Files.list(place.resolve("state/evidence")).count());
        assertEquals(1, run(Map.of(), watch), "it is not forgotten");
        Files.move(place.resolve("log"), place.resolve("rewritten"));
        Files.move(place.resolve("former"), place.resolve("log"));
        assertEquals(0, run(Map.of(), watch), "the history that was kept still goes on");
    }

    @Test void aWitnessIsAskedWhetherItSawTheSame() throws Exception {
        var forged = new ArrayList<>(town.entries);
        forged.set(5, Town.entry(5, "closed", Town.timeAt(6)));
        publish(forged);
        try (var state = StateFolder.open(place.resolve("witness"));
                var witness = witness(state)) {
            assertEquals(200, Asking.post(witness.port(), new AddCheckpoint(0, List.of(), Vectors.checkpoint(town.entries)).encode()).status());
            var address = "http://127.0.0.1:" + witness.port();
            assertEquals(1, run(Map.of(), "verify-log", place.resolve("log").toString(), "--log", LOG, "--ask", address));
            assertTrue(said.contains("WRONG [SPLIT]"), said);
            assertEquals(1, run(Map.of(), "monitor", place.resolve("log").toString(), "--log", LOG, "--ask", address, "--state", place.resolve("state").toString()));
            assertTrue(said.contains("WRONG [SPLIT]"), said);
        }
        assertEquals(2, run(Map.of(), "verify-log", place.resolve("log").toString(), "--log", LOG, "--ask", "http://127.0.0.1:1"));
    }

    @Test void keysAreDrawnIntoAFileOfTheirOwnerAndNeverOverwritten() throws Exception {
        var file = place.resolve("log.key").toString();
        assertEquals(0, run(Map.of(), "log-key", "city.example/log/2027", "--out", file));
        assertTrue(said.lines().toList().getLast().startsWith("city.example/log/2027+"), said);
        assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))));
        assertEquals(2, run(Map.of(), "witness-key", "audit.example", "--out", file));
        assertEquals(2, run(Map.of(), "log-key", "a name with spaces"));
    }

    @Test void aSlipOfThePenIsNamedAndNothingIsVerified() {
        for (var line : List.of("verify-log", "verify-log x --log", "verify-log /nowhere --log " + LOG, "verify-log . --lgo x", "verify-log . --log " + WITNESS, "verify-log . --log " + LOG + " --max-age soon",
                "verify-log ftp://x/ --log " + LOG, "verify-receipt /nowhere --log " + LOG, "monitor . --log " + LOG, "witness", "log-key", "verify-lgo", "verify-log . --log " + LOG + " --quorum 1",
                "verify-log . --log " + LOG + " --log " + LOG)) {
            assertEquals(2, run(Map.of(), line.split(" ")), line);
            assertFalse(said.isBlank());
        }
        assertEquals(0, run(Map.of(), "help"));
        assertTrue(said.contains("verify-log URL|FOLDER"));
    }

    @Test void whatIsSaidIsSaidInBothLanguages() {
        var english = ((PropertyResourceBundle) Sayings.read("words.properties").words()).keySet();
        var chinese = ((PropertyResourceBundle) Sayings.read("words_zh_CN.properties").words()).keySet();
        assertEquals(new TreeSet<>(english), new TreeSet<>(chinese));
        for (var means : lianqiao.tlog.Means.values()) assertFalse(Sayings.read("words.properties").say(means).isBlank());
    }

    @Test void anEntryCannotCommandTheTerminal() {
        assertEquals("\ufffd[2J\ufffd", VerifyReceipt.printable(Vectors.bytes("\u001b[2J\u202e")));
    }

    /** As the log's operator: writes what is not there yet, cosigned. */
    private void publish(List<byte[]> entries) throws IOException {
        var folder = LogFolder.withoutSync(place.resolve("log"));
        int from = 0;
        if (Files.exists(place.resolve("log/checkpoint"))) from = Integer.parseInt(new String(folder.checkpoint(), StandardCharsets.UTF_8).split("\n")[1]);
        var before = Vectors.tree(entries.subList(0, from));
        folder.append(before, entries.subList(from, entries.size())).orThrow();
        folder.publish(Town.cosigned(entries)).orThrow();
        assertEquals(Tree.of(entries.size(), new Tiles(folder, entries.size())), Vectors.tree(entries));
        assertTrue(ConsistencyProof.of(from, entries.size(), new Tiles(folder, entries.size())).check(before.root(), Vectors.tree(entries).root()).isDone());
    }

    private String keep(String name, int size) throws IOException {
        return write(name, Town.cosigned(town.entries.subList(0, size)).encode());
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(place.resolve(name), bytes).toString();
    }

    private WitnessServer witness(StateFolder state) throws IOException {
        var store = new WitnessStore(new Witness(Vectors.WITNESS, List.of(Vectors.LOG.verifier())), state);
        return new WitnessServer(new InetSocketAddress("127.0.0.1", 0), store, clock(), _ -> { });
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Instant.ofEpochSecond(Town.timeAt(400) + 3600));
    }

    private int run(Map<String, String> environment, String... line) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Verify.run(List.of(line), environment, clock(), out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}

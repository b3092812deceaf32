package lianqiao.outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner's protocol, against a small peer of our own and, where it is installed, ClamAV's daemon itself. */
class FileScannerTest {
    /** Our own, not the famous one: some machine on the way might take that out of our source. */
    private static final String HARM = "LIANQIAO-STANDARD-ANTIVIRUS-TEST-FILE";

    private static FileScanner at(int port, Duration patience) {
        var where = Destination.scanner("127.0.0.1", port);
        return new FileScanner(new Guard(List.of(where), List.of("127.0.0.1:" + port)), where, patience);
    }

    /** What the program sends to a peer that answers so, and what it makes of the answer. */
    private record Said(Optional<Boolean> harmful, byte[] sent) {}

    private static Said asked(byte[] file, String answer) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sent = CompletableFuture.supplyAsync(() -> take(server, answer));
            var harmful = at(server.getLocalPort(), Duration.ofSeconds(1)).isHarmful(file);
            return new Said(harmful, sent.get(5, TimeUnit.SECONDS));
        }
    }

    private static byte[] take(ServerSocket server, String answer) {
        try (var line = server.accept()) {
            var in = new DataInputStream(line.getInputStream());
            var sent = new ByteArrayOutputStream();
            sent.writeBytes(in.readNBytes("zINSTREAM\0".length()));
            for (int length = in.readInt(); length > 0; length = in.readInt()) sent.writeBytes(in.readNBytes(length));
            line.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return sent.toByteArray();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test void aFileIsSentWholeAndTheAnswerUnderstood() throws Exception {
        var file = new byte[300_000];
        for (int i = 0; i < file.length; i++) file[i] = (byte) i;
        var clean = asked(file, "stream: OK\0");
        assertEquals(Optional.of(false), clean.harmful());
        var sent = new String(clean.sent(), 0, 10, StandardCharsets.US_ASCII);
        assertEquals("zINSTREAM\0", sent);
        assertArrayEquals(file, java.util.Arrays.copyOfRange(clean.sent(), 10, clean.sent().length));
        assertEquals(Optional.of(true), asked(file, "stream: Win.Test.EICAR_HDB-1 FOUND\0").harmful());
    }

    @Test void whatIsNoAnswerIsNotTakenForCleanliness() throws Exception {
        for (var answer : new String[] {"", "INSTREAM size limit exceeded. ERROR\0", "OK", "stream: OK but", "stream: FOUND", "x".repeat(5_000)}) {
            assertEquals(Optional.empty(), asked(new byte[10], answer).harmful(), answer);
        }
    }

    @Test void aScannerThatIsAwayOrSilentIsNotWaitedForLong() throws Exception {
        assertEquals(Optional.empty(), at(1, Duration.ofSeconds(1)).isHarmful(new byte[10]));
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertEquals(Optional.empty(), at(silent.getLocalPort(), Duration.ofMillis(300)).isHarmful(new byte[10]));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
        }
    }

    @Test void nobodyElseIsEverAsked() {
        var elsewhere = new FileScanner(new Guard(List.of(), List.of()), Destination.scanner("127.0.0.1", 1), Duration.ofSeconds(1));
        assertEquals(Optional.empty(), elsewhere.isHarmful(new byte[10]));
    }

    /** With a signature of our own, so that nothing has to be fetched. */
    @Test void theRealDaemonFindsWhatItsSignaturesName(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/clamd")), "clamd is not installed");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("own.ndb"), "Lianqiao.Test:0:*:" + java.util.HexFormat.of().formatHex(HARM.getBytes(StandardCharsets.US_ASCII)) + "\n");
        Files.writeString(folder.resolve("clamd.conf"), "Foreground yes\nTCPSocket " + port + "\nTCPAddr 127.0.0.1\nDatabaseDirectory " + folder + "\nStreamMaxLength 1M\nUser root\n");
        var daemon = new ProcessBuilder("/usr/sbin/clamd", "--config-file=" + folder.resolve("clamd.conf")).redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile()).start();
        try {
            var scanner = at(port, Duration.ofSeconds(10));
            var clean = "a photo of a lamp".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200 && scanner.isHarmful(clean).isEmpty(); i++) Thread.sleep(100);
            assertEquals(Optional.of(false), scanner.isHarmful(clean), () -> read(folder.resolve("clamd.log")));
            var harmful = new ByteArrayOutputStream();
            harmful.writeBytes(new byte[100_000]);
            harmful.writeBytes(HARM.getBytes(StandardCharsets.US_ASCII));
            harmful.writeBytes(new byte[100_000]);
            assertEquals(Optional.of(true), scanner.isHarmful(harmful.toByteArray()));
            assertEquals(Optional.empty(), scanner.isHarmful(new byte[3_000_000]), "above its own limit it does not know");
        } finally {
            daemon.destroy();
            daemon.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

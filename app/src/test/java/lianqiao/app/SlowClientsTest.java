package lianqiao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lianqiao.town.HeardLog;
import lianqiao.town.RunningTown;
import org.junit.jupiter.api.Test;

/** Whoever sends a byte every second is hung up on; whoever has a bad network is not. */
class SlowClientsTest {
    private static final long KB = 1024;

    @Test void aBadMobileNetworkKeepsThePace() {
        for (var pace : new Pace[] {Pace.CALM, Pace.CROWDED}) {
            assertFalse(pace.isTooSlowForHeaders(2_500), "headers in two round trips of a second");
            assertFalse(pace.isTooSlowForBody(7_000, 3_000 * KB, 0), "a hole in the ground under the tram");
            assertFalse(pace.isTooSlowForBody(600_000, 3_000 * KB, 1_200 * KB), "three megabytes at 2 KB/s");
            assertFalse(pace.isTooSlowForBody(600_000, 0, 0), "a page that takes long has no body to wait for");
            assertFalse(pace.isTooSlowForBody(600_000, 500, 500), "all of it is here");
        }
    }

    @Test void whoHoldsALineOnPurposeDoesNot() {
        assertTrue(Pace.CALM.isTooSlowForHeaders(10_001));
        assertTrue(Pace.CROWDED.isTooSlowForHeaders(3_001));
        assertTrue(Pace.CALM.isTooSlowForBody(21_000, 4 * KB, 42), "one byte every half second");
        assertTrue(Pace.CROWDED.isTooSlowForBody(9_000, 4 * KB, 42));
        assertTrue(Pace.CALM.isTooSlow(30_000, 9_000), "a reader who takes 300 bytes a second");
        assertEquals(Pace.CALM, Pace.at(1_000));
        assertEquals(Pace.CROWDED, Pace.at(1_001));
    }

    /** The server's own time-out of 20 s counts from the last byte and would wait for ever. */
    @Test void headersThatDripAreCutOffWhileOthersAreServed() throws Exception {
        var town = RunningTown.open();
        var at = URI.create(town.address());
        var lines = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 40; i++) {
                var line = new Socket(at.getHost(), at.getPort());
                line.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
                lines.add(line);
            }
            long start = System.nanoTime();
            try (var drips = Executors.newVirtualThreadPerTaskExecutor()) {
                var cut = lines.stream().map(line -> drips.submit(() -> dripsUntilCutOff(line))).toList();
                while (!cut.stream().allMatch(Future::isDone)) assertEquals(200, town.get("/health").statusCode());
                for (var one : cut) assertTrue(one.get(), "a line is still held");
            }
            assertTrue(System.nanoTime() - start > Duration.ofSeconds(8).toNanos(), "but nobody is cut off at once");
        } finally {
            for (var line : lines) line.close();
        }
    }

    /** More than there are places inside: a form takes one only when it is all here. */
    @Test void aThousandHalfSentFormsLeaveRoomForReaders() throws Exception {
        var town = RunningTown.open();
        var at = URI.create(town.address());
        var lines = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 1_000; i++) {
                var line = new Socket(at.getHost(), at.getPort());
                line.getOutputStream().write(("POST /ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 4096\r\n\r\ntitle=").getBytes(StandardCharsets.US_ASCII));
                lines.add(line);
            }
            assertEquals(200, town.get("/health").statusCode(), "who comes after them is let in after them");
            long start = System.nanoTime();
            assertEquals(200, town.get("/how").statusCode());
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos(), "and not only after somebody was cut off");
        } finally {
            for (var line : lines) line.close();
        }
    }

    /** Each of them keeps memory: 5,000 ended the server once, because nobody woke those who waited for a line that was cut. */
    @Test void ofTooManyHalfSentFormsHalfIsHungUpOnAtOnce() throws Exception {
        var town = RunningTown.open();
        var at = URI.create(town.address());
        var lines = new ArrayList<Socket>();
        try (var log = HeardLog.of(ImpatientProtocol.class.getName())) {
            for (int i = 0; i < ImpatientProtocol.MOST_AT_ONCE + 200; i++) {
                var line = new Socket(at.getHost(), at.getPort());
                line.setSoTimeout(1);
                // Half of them do not say how long they are.
                var length = i % 2 == 0 ? "Content-Length: 4096\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n6\r\n";
                line.getOutputStream().write(("POST /ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n" + length + "title=").getBytes(StandardCharsets.US_ASCII));
                lines.add(line);
            }
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (log.lines().stream().noneMatch(said -> said.startsWith("too many at once")) && System.nanoTime() < end) town.get("/health");
            assertTrue(log.lines().stream().anyMatch(said -> said.startsWith("too many at once")), log.lines().toString());
            long cut = 0;
            while (cut < ImpatientProtocol.MOST_AT_ONCE / 3 && System.nanoTime() < end) cut = lines.stream().filter(line -> !isHeld(line)).count();
            assertTrue(cut >= ImpatientProtocol.MOST_AT_ONCE / 3, cut + " were let go");
            assertEquals(200, town.get("/how").statusCode());
        } finally {
            for (var line : lines) line.close();
        }
    }

    private static boolean isHeld(Socket line) {
        try {
            return line.getInputStream().read() >= 0;
        } catch (SocketTimeoutException held) {
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    /** Waits for the server to hang up, and whenever it has not for half a second, sends one more header; false when it never does. */
    private static boolean dripsUntilCutOff(Socket line) throws IOException {
        line.setSoTimeout(500);
        long end = System.nanoTime() + Duration.ofSeconds(16).toNanos();
        while (System.nanoTime() < end) {
            try {
                if (line.getInputStream().read() < 0) return true;
            } catch (SocketTimeoutException held) {
                if (!isOpen(line)) return true;
            } catch (IOException cut) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(Socket line) {
        try {
            line.getOutputStream().write("X-A: b\r\n".getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException cut) {
            return false;
        }
    }
}

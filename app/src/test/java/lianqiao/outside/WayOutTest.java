package lianqiao.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way out against a server that would like to be called for somebody else. Its name, friend.test, is known only to these tests. */
class WayOutTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static HttpServer server;
    private static String place;

    @BeforeAll static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        place = "friend.test:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            CALLS.incrementAndGet();
            var asked = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestURI().getPath()) {
                case "/moved" -> {
                    exchange.getResponseHeaders().set("Location", "/found");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) exchange.getResponseBody().write(new byte[8_192]);
                }
                case "/drip" -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write('.');
                        exchange.getResponseBody().flush();
                        sleep();
                    }
                }
                default -> {
                    var answer = (exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestHeaders().getFirst("Cookie") + " " + asked.length).getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Set-Cookie", "mine=1");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                }
            }
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll static void close() {
        server.stop(0);
    }

    private static Guard.Lookup alwaysHere() {
        return _ -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private static Guard guard(List<String> named, List<String> inside, Guard.Lookup lookup) {
        return new Guard(named.stream().map(address -> Destination.of(URI.create(address))).toList(), inside, lookup);
    }

    private static WayOut toFriend() {
        return new WayOut(guard(List.of("http://" + place), List.of(place), alwaysHere()));
    }

    private static Call get(String address) {
        return Call.get(URI.create(address), Map.of(), PATIENCE, 1_000);
    }

    private static void assertNotCalled(WayOut out, String address) {
        int before = CALLS.get();
        assertThrows(NotAllowed.class, () -> out.ask(get(address)), address);
        assertEquals(before, CALLS.get(), address);
    }

    @Test void aNamedPlaceIsAskedAtTheAddressThatWasLookedAtAndNothingIsRemembered() throws IOException {
        var lookups = new AtomicInteger();
        // The second answer would be another: whoever looks a name up twice can be led anywhere between the two.
        Guard.Lookup turning = _ -> new InetAddress[] {lookups.incrementAndGet() == 1 ? InetAddress.getLoopbackAddress() : InetAddress.getByName("169.254.169.254")};
        try (var out = new WayOut(guard(List.of("http://" + place), List.of(place), turning))) {
            var answer = out.ask(Call.post(URI.create("http://" + place + "/found"), Map.of("X-One", "1"), new byte[7], PATIENCE, 1_000));
            assertEquals(200, answer.status());
            assertEquals(place + " null 7", answer.text());
            assertEquals(1, lookups.get());
            assertNotCalled(out, "http://" + place + "/found");
        }
        try (var out = toFriend()) {
            out.ask(get("http://" + place + "/found"));
            assertTrue(out.ask(get("http://" + place + "/found")).text().contains(" null "), "no cookie comes back");
        }
    }

    @Test void whatNoSettingNamesIsNotCalled() throws IOException {
        int port = server.getAddress().getPort();
        try (var out = toFriend()) {
            for (var address : List.of("https://" + place + "/", "http://other.test:" + port + "/", "http://friend.test:1/", "http://127.0.0.1:" + port + "/",
                    "http://friend.test@127.0.0.1:" + port + "/", "http://user:password@" + place + "/", "smtp://" + place, "file:///etc/passwd", "gopher://" + place + "/",
                    "jar:http://" + place + "/", "http:/found", "//" + place + "/", "http://[::1]:" + port + "/", "http://2130706433:" + port + "/", "http://0x7f.1:" + port + "/",
                    "http://friend.test.evil.test:" + port + "/", "http://friend%2etest:" + port + "/")) assertNotCalled(out, address);
            assertEquals(200, out.ask(get("HTTP://FRIEND.TEST:" + port + "/found")).status(), "the same place in capitals");
        }
    }

    @Test void aNamedPlaceThatLeadsInsideIsNotCalledUnlessThatIsSaid() throws IOException {
        try (var out = new WayOut(guard(List.of("http://" + place), List.of(), alwaysHere()))) {
            assertNotCalled(out, "http://" + place + "/found");
        }
        Guard.Lookup both = _ -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getLoopbackAddress()};
        try (var out = new WayOut(guard(List.of("http://" + place), List.of("friend.test:1"), both))) {
            assertNotCalled(out, "http://" + place + "/found");
        }
    }

    @Test void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
        try (var out = toFriend()) {
            int before = CALLS.get();
            var answer = out.ask(get("http://" + place + "/moved"));
            assertEquals("302 /found", answer.status() + " " + answer.headers().get("location"));
            assertEquals(before + 1, CALLS.get());
        }
    }

    @Test void anEndlessAnswerAndADrippingOneEnd() {
        try (var out = toFriend()) {
            assertTimeoutPreemptively(Duration.ofSeconds(4), () -> assertThrows(IOException.class, () -> out.ask(get("http://" + place + "/endless"))));
            var drip = Call.get(URI.create("http://" + place + "/drip"), Map.of(), Duration.ofMillis(500), 1_000);
            assertTimeoutPreemptively(Duration.ofSeconds(4), () -> assertThrows(InterruptedIOException.class, () -> out.ask(drip)));
        }
    }

    @Test void nothingSecretIsPrinted() {
        var call = Call.post(URI.create("http://" + place + "/found?token=secret"), Map.of("Authorization", "secret"), "secret".getBytes(StandardCharsets.UTF_8), PATIENCE, 10);
        assertFalse((call + " " + new Answer(200, Map.of("x", "secret"), "secret".getBytes(StandardCharsets.UTF_8))).contains("secret"));
    }
}

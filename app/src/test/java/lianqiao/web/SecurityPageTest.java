package lianqiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianqiao.town.RunningTown;
import org.junit.jupiter.api.Test;

/** Whoever finds a weakness learns where to report it, as a person and as a program. */
class SecurityPageTest {
    private final RunningTown town = RunningTown.open();

    @Test void aProgramReadsWhereToReportAndUntilWhenThatHolds() throws IOException, InterruptedException {
        var answer = town.get("/.well-known/security.txt");
        assertEquals("text/plain;charset=utf-8", answer.headers().firstValue("Content-Type").orElse("").replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        Map<String, List<String>> fields = answer.body().lines().collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(": ")), Collectors.mapping(line -> line.substring(line.indexOf(": ") + 2), Collectors.toList())));
        assertEquals(List.of("mailto:site@lianqiao.example"), fields.get("Contact"));
        var expires = Instant.parse(fields.get("Expires").getFirst());
        assertEquals(1, fields.get("Expires").size());
        assertTrue(expires.isAfter(Instant.now().plus(Duration.ofDays(170))) && expires.isBefore(Instant.now().plus(Duration.ofDays(365))), "far enough and less than a year: " + expires);
        assertEquals(List.of("zh, en"), fields.get("Preferred-Languages"));
        assertEquals(200, town.get(URI.create(fields.get("Policy").getFirst()).getPath()).statusCode());
    }

    @Test void aPersonReadsTheSameInBothLanguages() throws IOException, InterruptedException {
        for (var path : List.of("/security", "/en/security", "/large/security")) assertTrue(town.get(path).body().contains("mailto:site@lianqiao.example"), path);
        assertTrue(town.get("/").body().contains("href=\"/security\""), "it is linked from every page");
    }

    @Test void aContactIsAMailboxAPageOrATelephone() {
        for (var right : List.of("mailto:a@town.example", "https://town.example/report", "tel:+86-12345")) assertEquals(right, SecurityContact.read(right).toString());
        for (var wrong : List.of("a@town.example", "http://town.example", "javascript:alert(1)", "")) {
            org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> SecurityContact.read(wrong), wrong);
        }
    }

    @Test void traceAndStrangeMethodsAreRefused() throws IOException, InterruptedException {
        for (var method : List.of("TRACK", "PUT", "DELETE", "PATCH", "PROPFIND", "DEBUG")) {
            var request = HttpRequest.newBuilder(URI.create(town.address() + "/")).method(method, HttpRequest.BodyPublishers.noBody()).build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.statusCode() >= 400, method + ": " + answer.statusCode());
        }
        try (var socket = new java.net.Socket("127.0.0.1", URI.create(town.address()).getPort())) {
            socket.getOutputStream().write("TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Secret: lamp\r\nConnection: close\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var said = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(!said.startsWith("HTTP/1.1 2") && !said.contains("X-Secret"), said);
        }
    }
}

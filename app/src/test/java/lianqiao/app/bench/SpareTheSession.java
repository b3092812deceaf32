package lianqiao.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands between a scanner and the desk: adds an officer's session to every request, and answers 404 in the place of what would end it. */
final class SpareTheSession implements AutoCloseable {
    private static final Set<String> OF_ONE_LINE = Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect", "cookie", "accept-encoding");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String city;
    private final String cookie;
    private final List<String> ends;

    /** @param ends paths of the desk that are not handed on, in whatever language and size of type */
    SpareTheSession(String city, String cookie, List<String> ends) throws IOException {
        this.city = city;
        this.cookie = cookie;
        this.ends = ends;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handOn);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (ends.stream().anyMatch(end -> exchange.getRequestURI().getPath().replaceFirst("^(/en)?(/large)?", "").startsWith(end))) exchange.sendResponseHeaders(404, -1);
            else answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(city + exchange.getRequestURI())).method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_ONE_LINE.contains(name.toLowerCase())) values.forEach(value -> request.header(name, value));
        });
        var answer = client.send(request.header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!OF_ONE_LINE.contains(name.toLowerCase())) exchange.getResponseHeaders().put(name, values);
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) exchange.getResponseBody().write(answer.body());
    }

    @Override public void close() {
        server.stop(0);
        client.close();
    }
}

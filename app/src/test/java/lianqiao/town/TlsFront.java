package lianqiao.town;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What stands in front of a real installation: it takes TLS, with a certificate drawn for this test, and hands on to the program. It keeps what cookies went by. */
public final class TlsFront implements AutoCloseable {
    private static final Set<String> OF_ONE_LINE = Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect", ":status");
    private static final char[] SECRET = "changeit".toCharArray();

    private final HttpsServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private final Queue<String> cookies = new ConcurrentLinkedQueue<>();
    private volatile String behind = "";

    /** @param folder for its certificate */
    public TlsFront(Path folder) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certified(folder)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handOn);
        server.start();
    }

    /** As browsers reach it. */
    public String address() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** From now on everything is handed on to there. */
    public void standBefore(String program) {
        behind = program;
    }

    /** Every cookie the program has set so far, as its line stands in the answer. */
    public List<String> cookies() {
        return List.copyOf(cookies);
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI())).method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OF_ONE_LINE.contains(name.toLowerCase())) values.forEach(value -> request.header(name, value));
            });
            var answer = client.send(request.header("X-Forwarded-Proto", "https").build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OF_ONE_LINE.contains(name.toLowerCase())) exchange.getResponseHeaders().put(name, values);
            });
            cookies.addAll(answer.headers().allValues("set-cookie"));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SSLContext certified(Path folder) {
        try {
            var file = Files.createDirectories(folder).resolve("tls.p12");
            var drawn = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "tls", "-keyalg", "EC", "-dname", "CN=localhost",
                    "-ext", "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(SECRET)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (drawn.waitFor() != 0) throw new IOException("keytool ended with " + drawn.exitValue());
            var keys = KeyStore.getInstance(file.toFile(), SECRET);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, SECRET);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override public void close() {
        server.stop(0);
        client.close();
    }
}

package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import lianqiao.base.Text;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page machinery alone on a real server on loopback: no database, a fixed clock, the style guide as its only page. */
public final class BarePages implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T12:58:00Z");
    private final ServletWebServerApplicationContext server;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private BarePages(ServletWebServerApplicationContext server) {
        this.server = server;
    }

    public static BarePages start(String... settings) {
        var all = new java.util.ArrayList<>(java.util.List.of("server.port=0", "server.address=127.0.0.1", "lianqiao.strict-words=true", "spring.main.banner-mode=off", "logging.level.root=warn",
                "spring.autoconfigure.exclude=org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"));
        all.addAll(java.util.List.of(settings));
        return new BarePages((ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class, wiring()).properties(all.toArray(String[]::new)).run());
    }

    public String address() {
        return "http://127.0.0.1:" + server.getWebServer().getPort();
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override public void close() {
        server.close();
    }

    /** Not a @Configuration, so that the whole program, which looks for those under its root, does not find it in tests. */
    @EnableAutoConfiguration
    @Import({AboutPage.class, ErrorPage.class, LookPage.class, Trials.class})
    static class Parts {
        @Bean InstantSource clock() {
            return InstantSource.fixed(NOW);
        }

        @Bean Site site() {
            return new Site(new Text("连桥", "Lianqiao"), "localhost", "0000000000", ZoneId.of("Asia/Shanghai"), "12345", "site@lianqiao.example", "https://example.org/lianqiao", "https://ask.example.org", true);
        }

        @Bean FormTokens formTokens() {
            return new FormTokens(new byte[32]);
        }
    }

    /** The wiring is private to room app, which tests of this room cannot name. */
    private static Class<?> wiring() {
        try {
            return Class.forName("lianqiao.app.WebWiring");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @RestController
    static class Trials {
        @GetMapping("/breaks")
        String breaks() {
            throw new IllegalStateException("the secret inside");
        }

        @PostMapping("/echo")
        String echo(HttpServletRequest request) {
            var form = Form.of(request);
            return form.typed("text") + "|" + form.files("photo").size();
        }

        @PostMapping("/sent")
        org.springframework.web.servlet.View sent() {
            return Show.seeOther("/look");
        }
    }
}

package lianqiao.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak from the registry of the build, on loopback in a folder of its own, with one realm, one client and one person. */
final class Keycloak implements AutoCloseable {
    static final String VERSION = "26.7.3";
    static final String USER = "resident";
    static final String PASSWORD = "a lamp by the second bridge";
    static final String SECRET = "only for the bench";
    private static final String ADMIN = "bench";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final int port;
    private final double startSeconds;
    private final HttpClient client = HttpClient.newHttpClient();

    private Keycloak(Process process, int port, double startSeconds) {
        this.process = process;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    static Keycloak start(Path folder, Stand stand) throws IOException {
        Files.createDirectories(folder);
        stand.say("fetching Keycloak %s ...", VERSION);
        run(folder, 900, "mvn", "-B", "-q", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":tar.gz", "-DoutputDirectory=" + folder);
        run(folder, 300, "tar", "xzf", "keycloak-quarkus-dist-" + VERSION + ".tar.gz");
        int port = FreePort.next();
        long began = System.nanoTime();
        var builder = new ProcessBuilder(folder.resolve("keycloak-" + VERSION).resolve("bin").resolve("kc.sh").toString(), "start-dev",
                "--http-host=127.0.0.1", "--http-port=" + port).redirectErrorStream(true).redirectOutput(folder.resolve("keycloak.log").toFile());
        builder.environment().putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD, "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
                "JAVA_HOME", System.getProperty("java.home")));
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        var keycloak = new Keycloak(process, port, 0);
        keycloak.awaitAnswer();
        stand.say("Keycloak answers after %.0f s", (System.nanoTime() - began) / 1e9);
        return new Keycloak(process, port, (System.nanoTime() - began) / 1e9);
    }

    private static void run(Path folder, int seconds, String... command) throws IOException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("fetch.log").toFile()).start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) throw new IOException(command[0] + ": " + Files.readString(folder.resolve("fetch.log")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void awaitAnswer() throws IOException {
        for (int second = 0; second < 240; second++) {
            try {
                if (send(HttpRequest.newBuilder(at("/realms/master")).build()).statusCode() == 200) return;
            } catch (IOException notYet) {
                if (!process.isAlive()) throw new IOException("Keycloak ended by itself", notYet);
            }
            ServedCity.rest(Duration.ofSeconds(1));
        }
        throw new IOException("Keycloak does not answer");
    }

    int port() {
        return port;
    }

    double startSeconds() {
        return startSeconds;
    }

    String issuer() {
        return at("/realms/residents").toString();
    }

    /** A realm with our client (PKCE demanded, pairwise subjects) and one person. */
    void makeRealm(String ours) throws IOException {
        var pairwise = Map.of("name", "pairwise", "protocol", "openid-connect", "protocolMapper", "oidc-sha256-pairwise-sub-mapper", "config", Map.of("pairwiseSubAlgorithmSalt", "bench"));
        var us = Map.of("clientId", "lianqiao", "enabled", true, "publicClient", false, "secret", SECRET, "standardFlowEnabled", true, "directAccessGrantsEnabled", false,
                "redirectUris", List.of(ours + "/me/back/keycloak", ours + "/en/me/back/keycloak"), "attributes", Map.of("pkce.code.challenge.method", "S256"), "protocolMappers", List.of(pairwise));
        var person = Map.of("username", USER, "enabled", true, "emailVerified", true, "email", "resident@mail.test", "firstName", "Re", "lastName", "Sident",
                "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
        var realm = Map.of("realm", "residents", "enabled", true, "clients", List.of(us), "users", List.of(person));
        var made = send(HttpRequest.newBuilder(at("/admin/realms")).header("Authorization", "Bearer " + token()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(realm))).build());
        if (made.statusCode() != 201) throw new IOException("no realm: " + made.statusCode() + " " + made.body());
    }

    private String token() throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        var given = send(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token")).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build());
        return JSON.readTree(given.body()).get("access_token").asString();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override public void close() {
        end(process);
    }
}

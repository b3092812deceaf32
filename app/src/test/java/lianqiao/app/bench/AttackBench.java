package lianqiao.app.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lianqiao.app.Opened;
import lianqiao.app.demo.DemoKeys;
import lianqiao.app.demo.DemoTown;
import lianqiao.attack.Route;
import lianqiao.attack.Siege;
import lianqiao.cases.Cases;
import lianqiao.cases.Photos;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Session;
import lianqiao.identity.Residents;
import lianqiao.offices.Offices;
import lianqiao.store.DataFolder;
import lianqiao.store.Database;
import lianqiao.web.FormTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The invented city on loopback, attacked by our own sweep and by scanners that we did not write: wapiti, sqlmap and ffuf,
 * the last two with the routes that the running program names. {@code --minutes N} bounds each scanner, {@code --only wapiti,ffuf} leaves others out, {@code --skip N} the first N
 * targets of sqlmap, to go on where an earlier run ended. What is found and
 * not explained here fails the bench; docs/security.md says more about what is explained.
 */
public final class AttackBench implements Bench {
    private static final List<String> TOOLS = List.of("wapiti", "sqlmap", "ffuf");
    /** So many targets of sqlmap at a time. */
    private static final int SQLMAPS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Places where programs leave what nobody should see. */
    private static final List<String> SECRETS = List.of(".git/HEAD", ".env", ".svn/entries", "WEB-INF/web.xml", "META-INF/MANIFEST.MF", "actuator", "actuator/env", "actuator/heapdump", "h2-console",
            "swagger-ui.html", "v3/api-docs", "graphql", "jolokia", "console", "trace", "heapdump", "application.properties", "data/keys/vault", "keys/vault", "server-status", "backup.zip", "dump.sql");
    private static final List<String> TWISTS = List.of("", "/", ".bak", "~", ".old", ".json", ".txt", "%2e%2e/", "..;/", "%00", ";a=b", "/..", "//", "%2f", "/%2e%2e/%2e%2e/etc/passwd");

    @Override public String name() {
        return "attack";
    }

    @Override public List<String> options() {
        return List.of("minutes", "only", "skip");
    }

    @Override public Verdict run(Stand stand) {
        long minutes = stand.number("minutes", 10, 1, 600);
        var wanted = TOOLS.stream().filter(tool -> stand.options().getOrDefault("only", "wapiti,sqlmap,ffuf").contains(tool)).toList();
        var missing = wanted.stream().filter(tool -> !isThere(tool)).toList();
        if (!missing.isEmpty()) stand.say("Missing: %s. On Debian: apt-get install %s dirb", missing, String.join(" ", missing));
        var folder = stand.data().resolve("bench-attack").toAbsolutePath().normalize();
        BenchCity.erase(folder);
        stand.say("%s", stand.machine());
        try (var city = Opened.start(folder.resolve("city")); var quiet = new QuietEnd()) {
            fill(city, folder.resolve("city"));
            var siege = new Siege(city.address(), city::room, _ -> true);
            var own = siege.run(List.of(siege.deskDoor()));
            own.forEach(finding -> stand.say("sweep: %s", finding));
            var verdict = new Verdict("attack").atLeast("tools", wanted.size() - missing.size(), wanted.size()).with("routes", siege.routes().size()).atMost("sweep", own.size(), 0);
            wanted = wanted.stream().filter(AttackBench::isThere).toList();
            if (wanted.contains("wapiti")) {
                wapiti("wapiti", List.of("-u", city.address() + "/"), quiet.address(), folder, minutes, stand, verdict);
                // Version 3.0.4 cannot be told what to leave out: it breaks on its own pattern.
                try (var desk = new SpareTheSession(city.address(), Inside.of(city).cookie(), Inside.ENDS)) {
                    wapiti("wapiti-desk", List.of("-u", desk.address() + "/desk"), quiet.address(), folder, minutes, stand, verdict);
                }
            }
            if (wanted.contains("sqlmap")) sqlmap(city.address(), siege, Inside.of(city), folder, minutes, stand, verdict);
            if (wanted.contains("ffuf")) ffuf(city.address(), siege.routes(), folder, minutes, stand, verdict);
            return verdict;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void fill(Opened city, Path data) {
        var keys = DemoKeys.from(DataFolder.key(data, "demo"));
        new DemoTown(city.room(Database.class), city.room(Offices.class), city.room(OfficerLogins.class), city.room(Residents.class), city.room(Cases.class), city.room(Photos.class),
                java.time.ZoneId.of("Asia/Shanghai"), data).fill(keys, city.room(java.time.InstantSource.class).instant());
    }

    /** Answers what wapiti's modules ask of the end they own, so that they call nobody else. */
    private static final class QuietEnd implements AutoCloseable {
        private final HttpServer server;

        QuietEnd() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override public void close() {
            server.stop(0);
        }
    }

    /**
     * An officer's session, begun just before a scanner uses it so that it comes to the desk at all, and what they must not press: it would end it.
     *
     * @param forms the token of the forms of that session
     * @param open the token of a public form
     */
    private record Inside(String address, String cookie, String forms, String open) {
        private static final Pattern FORMS = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        private static final List<String> ENDS = List.of("/desk/sign-out", "/desk/me/end", "/desk/me/end-all", "/desk/me/password", "/desk/second-factor");

        static Inside of(Opened city) throws IOException, InterruptedException {
            var now = city.room(java.time.InstantSource.class).instant();
            var cookie = "desk=" + city.room(OpenSessions.class).begin(Session.Kind.OFFICER, "dispatcher", true, Session.Way.PASSWORD, "Attack", now);
            try (var client = HttpClient.newHttpClient()) {
                var desk = client.send(HttpRequest.newBuilder(URI.create(city.address() + "/desk")).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
                var token = FORMS.matcher(desk.body());
                if (!token.find()) throw new IOException("the desk does not open: " + desk.statusCode());
                return new Inside(city.address(), cookie, token.group(1), city.room(FormTokens.class).issue(now));
            }
        }

        /** What sqlmap sends along to a route; nothing to one that would end the session. */
        List<String> with(Route route) {
            return route.pattern().startsWith("/desk") && !ENDS.contains(route.pattern()) ? List.of("--cookie", cookie) : List.of();
        }

        String data() {
            return "&_csrf=" + URLEncoder.encode(forms, StandardCharsets.UTF_8) + "&form-token=" + open;
        }
    }

    /** All modules but the one that fetches a list from elsewhere. What is medium or more counts, but for tokens under a name it does not know: the sweep tries those forms without. */
    private static void wapiti(String name, List<String> target, String end, Path folder, long minutes, Stand stand, Verdict verdict) throws IOException, InterruptedException {
        var report = folder.resolve(name + ".json");
        var line = new ArrayList<>(List.of("wapiti", "--scope", "folder", "-d", "4", "--max-links-per-page", "30", "--max-files-per-dir", "12", "--max-scan-time",
                "" + minutes * 30, "--max-attack-time", "" + Math.max(10, minutes * 2), "-m", "all,-wapp", "--endpoint", end, "--no-bugreport", "--flush-session", "-f", "json", "-o", report.toString()));
        line.addAll(target);
        external(folder, name, minutes * 2, line);
        int counted = 0;
        int explained = 0;
        var read = Files.exists(report) ? JSON.readTree(Files.readString(report)) : JSON.createObjectNode();
        for (var part : List.of("vulnerabilities", "anomalies")) {
            for (var kind : read.path(part).properties()) {
                for (JsonNode one : kind.getValue()) {
                    if (one.path("level").asInt(0) < 2) continue;
                    if (kind.getKey().startsWith("Cross Site Request")) explained++;
                    else {
                        counted++;
                        stand.say("%s: %s %s %s %s", name, kind.getKey(), one.path("method").asString(""), one.path("path").asString(""), one.path("info").asString(""));
                    }
                }
            }
        }
        verdict.atLeast(name + "-reports", Files.exists(report) ? 1 : 0, 1).atMost(name, counted, 0).with(name + "-explained", explained);
    }

    /** Every free place and every parameter of every route that is read, and the fields of every form; several at once, for most of it is waiting. */
    private static void sqlmap(String city, Siege siege, Inside officer, Path folder, long minutes, Stand stand, Verdict verdict) throws IOException, InterruptedException {
        var targets = new ArrayList<List<String>>();
        for (var route : siege.routes()) {
            var path = city + route.pattern().replace("/**", "/x*").replaceAll("\\{[^}]*}", "1*");
            var query = route.parameters().stream().map(name -> name + "=1*").collect(Collectors.joining("&"));
            var target = new ArrayList<>(officer.with(route));
            if (route.isRead()) target.addAll(List.of("-u", path + (query.isEmpty() ? "" : "?" + query)));
            else target.addAll(List.of("-u", path, "--data", "number=1*&code=1*&contact=1*&title=1*&text=1*&login=1*&q=1*" + officer.data()));
            if (!route.isRead() || path.contains("*") || !query.isEmpty()) targets.add(target);
        }
        targets.subList(0, (int) Math.min(targets.size(), stand.number("skip", 0, 0, 10_000))).clear();
        long until = System.nanoTime() + minutes * 60_000_000_000L;
        var vulnerable = new ConcurrentLinkedQueue<String>();
        var tried = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(SQLMAPS)) {
            for (var target : targets) workers.submit(() -> {
                if (System.nanoTime() > until) return null;
                var line = new ArrayList<>(List.of("sqlmap", "--batch", "--level", "3", "--risk", "2", "--flush-session", "--disable-coloring", "--threads", "4", "--timeout", "10", "--retries", "1", "--dbms",
                        "PostgreSQL", "--time-sec", "2", "--ignore-code", "*", "--output-dir", folder.resolve("sqlmap-" + tried.incrementAndGet()).toString()));
                line.addAll(target);
                var said = external(folder, "sqlmap-" + targets.indexOf(target), 3, line);
                if (said.contains("is vulnerable") || said.contains("identified the following injection point")) vulnerable.add(target.toString());
                return null;
            });
        }
        vulnerable.forEach(one -> stand.say("sqlmap: %s", one));
        verdict.atMost("sqlmap", vulnerable.size(), 0).with("sqlmap-targets", tried.get()).atLeast("sqlmap-all", tried.get(), targets.size());
    }

    /** A page that is there and that no route of the program names. */
    private static void ffuf(String city, List<Route> routes, Path folder, long minutes, Stand stand, Verdict verdict) throws IOException, InterruptedException {
        var words = new LinkedHashSet<>(SECRETS);
        for (var route : routes) {
            var plain = route.pattern().substring(1).replace("/**", "").replaceAll("/?\\{.*", "");
            for (var twist : TWISTS) words.add(plain + twist);
        }
        for (var list : List.of("/usr/share/dirb/wordlists/big.txt", "/usr/share/dirb/wordlists/common.txt")) {
            if (Files.exists(Path.of(list))) words.addAll(Files.readAllLines(Path.of(list), StandardCharsets.ISO_8859_1));
        }
        var file = Files.write(folder.resolve("words.txt"), words);
        var report = folder.resolve("ffuf.json");
        external(folder, "ffuf", minutes, List.of("ffuf", "-s", "-t", "8", "-w", file.toString(), "-u", city + "/FUZZ", "-mc", "200,201,204,301,302,500,501", "-of", "json", "-o", report.toString()));
        int strange = 0;
        for (var one : JSON.readTree(Files.readString(report)).path("results")) {
            var path = "/" + one.path("input").path("FUZZ").asString("");
            if (one.path("status").asInt(0) < 500 && isKnown(path, routes)) continue;
            strange++;
            stand.say("ffuf: %s %s", one.path("status").asInt(0), path);
        }
        verdict.with("ffuf-paths", words.size()).atMost("ffuf", strange, 0);
    }

    private static boolean isKnown(String path, List<Route> routes) {
        var plain = path.replaceFirst("^/en(?=/|$)", "").replaceFirst("^/large(?=/|$)", "").replaceFirst("[/;?].*$|(?<=.)/+$", "");
        var asked = plain.isEmpty() ? "/" : path.replaceFirst("^/en(?=/)", "").replaceFirst("^/large(?=/)", "").replaceFirst("/+$", "");
        return asked.equals("/") || path.matches("/(en|large)/?") || routes.stream().anyMatch(route -> asked.matches(route.pattern().replace(".", "\\.").replace("/**", "/.*").replaceAll("\\{[^}]*}", "[^/]+")))
                || path.startsWith("/assets/") || path.startsWith("/static/");
    }

    private static String external(Path folder, String name, long minutes, List<String> line) throws IOException, InterruptedException {
        var said = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(Map.of("HOME", folder.toString()));
        var process = builder.start();
        var end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        if (!process.waitFor(minutes, java.util.concurrent.TimeUnit.MINUTES)) process.destroy();
        Runtime.getRuntime().removeShutdownHook(end);
        return Files.readString(said, StandardCharsets.ISO_8859_1);
    }

    private static boolean isThere(String tool) {
        return java.util.stream.Stream.of(String.valueOf(System.getenv("PATH")).split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}

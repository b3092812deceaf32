package lianqiao.attack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Somebody with a jar of cookies who asks whatever comes to mind, on loopback. Used by one thread. */
public final class Web {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String address;
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(jar).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(10)).build();

    /** @param address of the program, without a slash at the end */
    public Web(String address) {
        if (!address.startsWith("http://127.0.0.1:")) throw new IllegalArgumentException("only loopback is attacked");
        this.address = address;
    }

    /** What came back; bodies that are no text are read as Latin letters, which keeps their bytes apart. */
    public record Answer(int status, Map<String, List<String>> headers, String body, long millis) {
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        boolean isHtml() {
            return header("Content-Type").startsWith("text/html");
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public Answer post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public Answer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(coded(name)).append('=').append(coded(value)));
        return post(path, "application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        var type = headers.getOrDefault("Content-Type", List.of("")).getFirst();
        var charset = type.startsWith("text/") || type.contains("xml") || type.contains("json") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new Answer(answer.statusCode(), headers, new String(answer.body(), charset), (System.nanoTime() - begin) / 1_000_000);
    }

    /** The hidden fields of the first form on the page that leads to an address. */
    static Map<String, String> hidden(String page, String action) {
        int begins = page.indexOf("action=\"" + action + "\"");
        var fields = new TreeMap<String, String>();
        if (begins < 0) return fields;
        int ends = page.indexOf("</form>", begins);
        HIDDEN.matcher(page.substring(begins, ends < 0 ? page.length() : ends)).results().forEach(m -> fields.put(m.group(1), m.group(2).replace("&#34;", "\"").replace("&amp;", "&")));
        return fields;
    }

    List<String> cookies() {
        return jar.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()).sorted().toList();
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

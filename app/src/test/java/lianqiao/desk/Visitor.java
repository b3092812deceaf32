package lianqiao.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at the desk with a jar of cookies and no scripts, who sends the forms that pages hand out. */
final class Visitor {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private final TownDesk desk;
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(jar).followRedirects(HttpClient.Redirect.NEVER).build();

    Visitor(TownDesk desk) {
        this.desk = desk;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(desk.town.address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends names and values in turn, together with all hidden fields of the page the form stood on. */
    HttpResponse<String> post(String path, String page, String... fields) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(fields));
        var form = formTo(path, page);
        HIDDEN.matcher(form).results().forEach(m -> all.addAll(List.of(m.group(1), m.group(2).replace("&#34;", "\"").replace("&amp;", "&"))));
        var body = new StringBuilder();
        for (int i = 0; i < all.size(); i += 2) body.append(i == 0 ? "" : "&").append(coded(all.get(i))).append('=').append(coded(all.get(i + 1)));
        return client.send(HttpRequest.newBuilder(URI.create(desk.town.address() + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String formTo(String path, String page) {
        int begins = page.indexOf("action=\"" + path + "\"");
        return begins < 0 ? "" : page.substring(begins, page.indexOf("</form>", begins));
    }

    HttpResponse<String> signIn(String login) throws IOException, InterruptedException {
        desk.mayEnter(login);
        return post("/desk/sign-in", get("/desk/sign-in").body(), "login", login, "password", TownDesk.PASSWORD, "code", desk.code());
    }

    /** As when the session has run out. */
    void losesTheSession() {
        jar.getCookieStore().removeAll();
    }

    List<String> cookies() {
        return jar.getCookieStore().getCookies().stream().map(c -> c.getName() + "=" + c.getValue()).toList();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

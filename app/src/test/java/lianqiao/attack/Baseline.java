package lianqiao.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lianqiao.attack.Finding.Kind;

/** What must hold for every answer, whoever asks: headers, cookies, caching, cells of tables, and no act without a token. */
public final class Baseline {
    private static final Pattern SAFE_COOKIE = Pattern.compile("(?i)(?=.*;\\s*httponly)(?=.*;\\s*samesite=(lax|strict))(?=.*;\\s*path=/(;|$|\\s)).*");
    private static final Pattern FORMULA = Pattern.compile("(?m)(^|,)\"?[=+@\\t][^,\\r\\n]");

    private final Web web;
    private final List<Route> routes;
    private final List<Finding> findings = new ArrayList<>();

    public Baseline(Web web, List<Route> routes) {
        this.web = web;
        this.routes = routes;
    }

    /** @param harmless POST routes that only answer a question, so that a token would protect nothing, with the reason beside them */
    public List<Finding> run(Set<String> harmless) throws IOException, InterruptedException {
        for (var route : routes) {
            if (route.isGet()) answer(route, web.get(route.filled(-1, "")));
            else withoutToken(route, harmless);
        }
        return findings;
    }

    private void withoutToken(Route route, Set<String> harmless) throws IOException, InterruptedException {
        var answer = web.post(route.filled(-1, ""), Map.of("login", "officer", "password", "x", "text", "y", "number", "1"));
        answer(route, answer);
        boolean sentAway = answer.status() == 303 && answer.header("Location").matches("(/en)?/(desk(/sign-in.*)?|me/sign-in(\\?over=yes)?)");
        if (answer.status() < 400 && !sentAway && !harmless.contains(route.pattern())) add(Kind.CSRF, route, "acts without a token, status " + answer.status());
    }

    private void answer(Route route, Web.Answer answer) {
        var policy = answer.header("Content-Security-Policy");
        if (!policy.contains("default-src 'none'") || !policy.contains("base-uri 'none'") || !policy.contains("frame-ancestors 'none'") || policy.contains("unsafe-")) add(Kind.POLICY, route, "content policy: " + policy);
        if (!answer.header("X-Content-Type-Options").equals("nosniff") || answer.header("Referrer-Policy").isEmpty()) add(Kind.POLICY, route, "headers are missing");
        for (var cookie : answer.headers().getOrDefault("Set-Cookie", List.of())) {
            if (!SAFE_COOKIE.matcher(cookie).matches()) add(Kind.COOKIE, route, "a cookie without its flags: " + cookie.replaceFirst("=[^;]*", "=…"));
            if (!route.isDesk() && !route.pattern().matches("/me(/.*)?")) add(Kind.COOKIE, route, "a cookie for readers");
        }
        if (route.isDesk() && answer.isHtml() && !answer.header("Cache-Control").contains("no-store")) add(Kind.CACHE, route, "a page of the desk may be kept: " + answer.header("Cache-Control"));
        if (answer.header("Content-Type").startsWith("text/csv") && FORMULA.matcher(answer.body()).find()) add(Kind.FORMULA, route, "a cell is a formula");
    }

    private void add(Kind kind, Route route, String what) {
        findings.add(new Finding(kind, route.toString(), what));
    }
}

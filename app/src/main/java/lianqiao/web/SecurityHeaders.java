package lianqiao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * Puts the protective headers on every answer, errors and static files included, and draws the nonce that scripts and
 * style sheets of this answer must carry. No inline code, no foreign host, no frame around us.
 */
public final class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "lianqiao.nonce";
    private static final String SHUT = "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The nonce of this request. */
    static String nonce(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof String drawn) return drawn;
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(KEY, nonce);
        return nonce;
    }

    @Override protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        protect(request, response);
        chain.doFilter(request, response);
    }

    private static void protect(HttpServletRequest request, HttpServletResponse response) {
        withoutPage().forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", policy(nonce(request)));
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    /** For an answer in bare words, given before any request was understood. */
    public static Map<String, String> withoutPage() {
        return Map.of("Content-Security-Policy", "default-src 'none'; " + SHUT,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "X-Frame-Options", "DENY");
    }

    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce + "'; img-src 'self' data: blob:; "
                + "connect-src 'self'; manifest-src 'self'; " + SHUT;
    }
}

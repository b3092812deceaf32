package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Tokens of forms that belong to one browser: a hash of its session cookie, or of the cookie of somebody who is about to
 * sign in. So nothing has to be remembered here, and a new sign-in makes the forms of the one before worthless. Thread-safe.
 *
 * @param session the name of the session cookie
 */
public record BoundTokens(Cookies cookies, String session) implements CsrfTokenRepository {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String DRAWN = BoundTokens.class.getName();

    @Override public CsrfToken generateToken(HttpServletRequest request) {
        return of(drawn(request));
    }

    /** Called with the token that was just generated, when the browser has no cookie yet. */
    @Override public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null) cookies.set(response, Cookies.SIGN_IN, drawn(request));
    }

    @Override public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookies.read(request, session).or(() -> cookies.read(request, Cookies.SIGN_IN)).map(BoundTokens::of).orElse(null);
    }

    /** The value of the cookie of somebody who is about to sign in, given to the browser now if it has none. */
    public String browser(HttpServletRequest request, HttpServletResponse response) {
        return cookies.read(request, Cookies.SIGN_IN).orElseGet(() -> {
            var fresh = drawn(request);
            cookies.set(response, Cookies.SIGN_IN, fresh);
            return fresh;
        });
    }

    /** From now on the forms of this very answer carry the token of a session that has just begun. */
    public static void renew(String cookie, HttpServletRequest request, HttpServletResponse response) {
        Supplier<CsrfToken> token = () -> of(cookie);
        new XorCsrfTokenRequestAttributeHandler().handle(request, response, token);
    }

    private static String drawn(HttpServletRequest request) {
        if (request.getAttribute(DRAWN) instanceof String before) return before;
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        var drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(DRAWN, drawn);
        return drawn;
    }

    private static CsrfToken of(String cookie) {
        var hash = Hash.whole(("form " + cookie).getBytes(StandardCharsets.UTF_8));
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }
}

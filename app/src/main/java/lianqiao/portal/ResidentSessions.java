package lianqiao.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lianqiao.base.CaseNumber;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Session;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.web.BoundTokens;
import lianqiao.web.Cookies;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The sessions of residents who chose to sign in. Nobody needs one: a page that everybody can read never looks for it.
 * Thread-safe.
 */
public final class ResidentSessions extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** The name of the cookie. */
    public static final String COOKIE = "me";
    public static final String SIGNED_IN = "RESIDENT";
    private static final String HERE = ResidentSessions.class.getName();

    private final transient OpenSessions sessions;
    private final transient Cookies cookies;
    private final transient InstantSource clock;

    public ResidentSessions(OpenSessions sessions, Cookies cookies, InstantSource clock) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** Begins a session with a new cookie; the one before in this browser ends. */
    void begin(ResidentId resident, Way way, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        cookies.read(request, COOKIE).ifPresent(before -> sessions.end(before, now));
        var token = sessions.begin(Kind.RESIDENT, resident.toString(), true, way, request.getHeader("User-Agent"), now);
        cookies.set(response, COOKIE, token);
        cookies.drop(response, Cookies.SIGN_IN);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, COOKIE).ifPresent(token -> sessions.end(token, clock.instant()));
        cookies.end(response, COOKIE);
    }

    /** The session of this request, if somebody is signed in. */
    Optional<Session> find(HttpServletRequest request, Instant now) {
        if (request.getAttribute(HERE) instanceof Session found) return Optional.of(found);
        var found = cookies.read(request, COOKIE).flatMap(token -> sessions.find(Kind.RESIDENT, token, now));
        found.ifPresent(session -> request.setAttribute(HERE, session));
        return found;
    }

    /** The session behind the sign-in. */
    static Session of(HttpServletRequest request) {
        return (Session) request.getAttribute(HERE);
    }

    /** The cookie of somebody who is about to sign in, set now if there is none. */
    String browser(HttpServletRequest request, HttpServletResponse response) {
        return new BoundTokens(cookies, COOKIE).browser(request, response);
    }

    /** The same, if this browser has begun anything. */
    Optional<String> begun(HttpServletRequest request) {
        return cookies.read(request, Cookies.SIGN_IN);
    }

    /** What stands in forms in the place of a follow-up code: good for this case in this session alone, so that no other site can send it. */
    String pass(CaseNumber number, HttpServletRequest request) {
        return cookies.read(request, COOKIE).map(token -> seal(token, number)).orElse("");
    }

    boolean isPass(String typed, CaseNumber number, HttpServletRequest request) {
        return !typed.isEmpty() && MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), pass(number, request).getBytes(StandardCharsets.UTF_8));
    }

    private static String seal(String token, CaseNumber number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("pass " + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        find(request, clock.instant()).ifPresent(session -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(session.whose(), null, List.of(new SimpleGrantedAuthority(SIGNED_IN))));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}

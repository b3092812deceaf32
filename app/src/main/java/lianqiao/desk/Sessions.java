package lianqiao.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Session;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.web.BoundTokens;
import lianqiao.web.Cookies;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The sessions of officers: a fresh one at each sign-in, so that a planted one is worth nothing; ended after half an
 * hour without a request, after twelve hours in any case, and as soon as the login is closed or its password changed.
 */
public final class Sessions extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** The name of the cookie. */
    public static final String COOKIE = "desk";
    /** Password and second factor were right, or a passkey that asked for its owner. */
    public static final String WHOLE = "DESK";
    /** The password was right and no second factor is set up yet: nothing is open but setting it up. */
    public static final String HALF = "ENROL";
    private static final String HERE = Session.class.getName();
    private static final int MOST_KEPT = 500;

    private final transient OpenSessions sessions;
    private final transient OfficerLogins logins;
    private final transient Readers readers;
    private final transient Cookies cookies;
    private final transient InstantSource clock;
    /** Forms that wait for one look after the sign-in; lost at a restart. */
    private final transient Map<UUID, Kept> waiting = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    });

    public Sessions(OpenSessions sessions, OfficerLogins logins, Readers readers, Cookies cookies, InstantSource clock) {
        this.sessions = sessions;
        this.logins = logins;
        this.readers = readers;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** Begins a session with a new cookie; the one before, if any, ends. */
    Session begin(String login, boolean whole, Way way, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        cookies.read(request, COOKIE).ifPresent(before -> sessions.end(before, now));
        var token = sessions.begin(Kind.OFFICER, login, whole, way, request.getHeader("User-Agent"), now);
        cookies.set(response, COOKIE, token);
        cookies.drop(response, Cookies.SIGN_IN);
        BoundTokens.renew(token, request, response);
        var session = sessions.find(Kind.OFFICER, token, now).orElseThrow();
        enter(session, request);
        return session;
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, COOKIE).ifPresent(token -> sessions.end(token, clock.instant()));
        cookies.end(response, COOKIE);
        SecurityContextHolder.clearContext();
    }

    /** The cookie of somebody who is about to sign in or to change how, set now if there is none. */
    String browser(HttpServletRequest request, HttpServletResponse response) {
        return new BoundTokens(cookies, COOKIE).browser(request, response);
    }

    /** The session of this request; only called behind the sign-in. */
    static Session of(HttpServletRequest request) {
        return (Session) request.getAttribute(HERE);
    }

    void keep(Session session, Kept kept) {
        waiting.put(session.id(), kept);
    }

    Optional<Kept> kept(HttpServletRequest request) {
        return request.getAttribute(HERE) instanceof Session here ? Optional.ofNullable(waiting.get(here.id())) : Optional.empty();
    }

    @Override protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var session = cookies.read(request, COOKIE).flatMap(token -> sessions.find(Kind.OFFICER, token, clock.instant())).filter(this::isGood);
        var reader = session.flatMap(found -> readers.find(found.whose()));
        if (session.isPresent() && reader.isPresent()) {
            enter(session.get(), request);
            request.setAttribute("lianqiao.officer", reader.get().officer().name());
        }
        chain.doFilter(request, response);
    }

    /** The login may have been closed, and a password that was changed ends what the old one opened. */
    private boolean isGood(Session session) {
        return logins.find(session.whose()).filter(login -> login.enabled() && !login.passwordSince().isAfter(session.beganAt())).isPresent();
    }

    private static void enter(Session session, HttpServletRequest request) {
        request.setAttribute(HERE, session);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(session.whose(), null,
                List.of(new SimpleGrantedAuthority(session.whole() ? WHOLE : HALF))));
        SecurityContextHolder.setContext(context);
    }
}

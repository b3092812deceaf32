package lianqiao.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lianqiao.identity.OfficerLogins;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The sessions of officers: a fresh one at each sign-in, so that a planted one is worth nothing; ended after half an
 * hour without a request (the container's setting), after twelve hours in any case, and as soon as the login is closed.
 */
public final class Sessions extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** How long without a request. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    /** Password and second factor were right. */
    public static final String WHOLE = "DESK";
    /** The password was right and no second factor is set up yet: nothing is open but setting it up. */
    public static final String HALF = "ENROL";
    private static final String BEGAN = "lianqiao.began";

    private final transient OfficerLogins logins;
    private final transient Readers readers;
    private final transient InstantSource clock;
    private final transient SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    public Sessions(OfficerLogins logins, Readers readers, InstantSource clock) {
        this.logins = logins;
        this.readers = readers;
        this.clock = clock;
    }

    void begin(String login, boolean whole, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        request.getSession(true).setAttribute(BEGAN, clock.instant());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(login, null, List.of(new SimpleGrantedAuthority(whole ? WHOLE : HALF))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    @Override protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var session = request.getSession(false);
        var signedIn = session == null || session.getAttribute(BEGAN) == null ? null : SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null) {
            var reader = isOver(session) || !logins.isEnabled(signedIn.getName()) ? null : readers.find(signedIn.getName()).orElse(null);
            if (reader == null) end(request);
            else request.setAttribute("lianqiao.officer", reader.officer().name());
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        return session.getAttribute(BEGAN) instanceof Instant began && !clock.instant().isBefore(began.plus(LONGEST));
    }
}

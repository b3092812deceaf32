package lianqiao.desk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lianqiao.web.Form;
import lianqiao.web.Refusals;
import lianqiao.web.Show;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/**
 * What happens at a closed door of the desk. Whoever only wanted to look is led to the sign-in and back; whoever sent a
 * form finds everything typed on the sign-in page and afterwards ready to be sent again.
 */
@Component
public class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Refusals FORGED = new Refusals(LoggerFactory.getLogger(Doors.class), "a form of the desk whose token is none of this session");
    private final SignInPage signIn;

    Doors(SignInPage signIn) {
        this.signIn = signIn;
    }

    @Override public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException, ServletException {
        Show.answer(closed(request), request, response);
    }

    @Override public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException, ServletException {
        if (why instanceof CsrfException) FORGED.note();
        if (request.getUserPrincipal() == null && !isSignedIn()) Show.answer(closed(request), request, response);
        else if (why instanceof CsrfException) Show.answer(sendAgain(request), request, response);
        else Show.answer(Show.seeOther("/desk/second-factor"), request, response);
    }

    /** The token is checked before the request knows its officer. */
    private static boolean isSignedIn() {
        var known = org.springframework.security.core.context.SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.isAuthenticated();
    }

    private View closed(HttpServletRequest request) {
        if (request.getRequestURI().equals("/desk/sign-out")) return Show.seeOther("/desk/sign-in");
        if (request.getRequestURI().equals("/desk/sign-in")) return stale(request);
        var kept = Kept.of(request);
        if (kept != null) return signIn.again(Form.empty(), request, kept, true);
        var here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return Show.seeOther("/desk/sign-in?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    /** A sign-in page that lay open too long: the login is kept, the password is asked for again. */
    private View stale(HttpServletRequest request) {
        return signIn.again(Form.empty().with("login", Form.of(request).typed("login")), request, Kept.carriedBy(request), true);
    }

    /** Signed in, but the form is from an earlier session. */
    private static View sendAgain(HttpServletRequest request) {
        var kept = Kept.of(request);
        return kept == null ? Show.seeOther("/desk") : Show.page(HttpStatus.CONFLICT, "desk/send-again", kept);
    }
}

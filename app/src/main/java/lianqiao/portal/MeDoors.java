package lianqiao.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianqiao.web.Refusals;
import lianqiao.web.Show;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What happens at a closed door of a resident's own pages: whoever is not signed in is led to where they can; a form of an earlier session is not taken. */
@Component
public final class MeDoors implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Refusals FORGED = new Refusals(LoggerFactory.getLogger(MeDoors.class), "a form of somebody's own pages whose token is none of this session");
    @Override public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException, ServletException {
        Show.answer(Show.seeOther("/me/sign-in"), request, response);
    }

    @Override public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException, ServletException {
        if (why instanceof CsrfException) FORGED.note();
        var known = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = known != null && known.isAuthenticated();
        boolean signsIn = request.getRequestURI().startsWith("/me/sign-in");
        Show.answer(signedIn && !signsIn ? Show.error(HttpStatus.FORBIDDEN) : Show.seeOther("/me/sign-in?over=yes"), request, response);
    }
}

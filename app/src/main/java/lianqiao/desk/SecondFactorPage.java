package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import lianqiao.base.Outcome;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Session.Way;
import lianqiao.web.Form;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Setting up the second factor after the first sign-in with a one-time password. */
@Controller
public class SecondFactorPage {
    private final OfficerLogins logins;
    private final Sessions sessions;
    private final Site site;
    private final InstantSource clock;

    SecondFactorPage(OfficerLogins logins, Sessions sessions, Site site, InstantSource clock) {
        this.logins = logins;
        this.sessions = sessions;
        this.site = site;
        this.clock = clock;
    }

    /** @param secret in groups of four, for typing; @param link the same for a tap on a phone; @param codes the recovery codes, once it is done */
    public record Model(Form form, String secret, String link, List<String> codes) {}

    @GetMapping("/desk/second-factor")
    View show(HttpServletRequest request) {
        if (!isHalf(request)) return Show.seeOther("/desk");
        return Show.page("desk/second-factor", model(Form.empty(), begun(request), List.of()));
    }

    @PostMapping("/desk/second-factor")
    View confirm(HttpServletRequest request, HttpServletResponse response) {
        if (!isHalf(request)) return Show.seeOther("/desk");
        var form = Form.of(request);
        var login = request.getUserPrincipal().getName();
        var code = form.line("code", 20);
        var wanted = request.getParameter("new-password") == null ? "" : request.getParameter("new-password");
        if (wanted.isEmpty()) form.refuse("new-password", "web.form.missing");
        var enrolment = begun(request);
        if (!form.hasErrors() && logins.setPassword(login, wanted, clock.instant()) instanceof Outcome.Refused<?> refused) form.refuse("new-password", refused.why(), refused.details().toArray());
        if (form.hasErrors()) return Show.page(HttpStatus.UNPROCESSABLE_CONTENT, "desk/second-factor", model(form, enrolment, List.of()));
        var confirmed = logins.confirm(login, code, clock.instant());
        if (confirmed instanceof Outcome.Refused<List<String>> refused) {
            form.refuse("code", refused.why(), refused.details().toArray());
            return Show.page(HttpStatus.UNPROCESSABLE_CONTENT, "desk/second-factor", model(form, enrolment, List.of()));
        }
        sessions.begin(login, true, Way.PASSWORD, request, response);
        return Show.page("desk/second-factor", model(Form.empty(), enrolment, confirmed.orThrow()));
    }

    private static boolean isHalf(HttpServletRequest request) {
        return request.isUserInRole(Sessions.HALF) || request.getUserPrincipal() instanceof org.springframework.security.core.Authentication who
                && who.getAuthorities().stream().anyMatch(a -> Sessions.HALF.equals(a.getAuthority()));
    }

    /** One secret for the whole setting up, so that a slip of the pen does not make the app useless. */
    private OfficerLogins.Enrolment begun(HttpServletRequest request) {
        return logins.begun(request.getUserPrincipal().getName(), site.name().en());
    }

    private static Model model(Form form, OfficerLogins.Enrolment enrolment, List<String> codes) {
        return new Model(form, enrolment.secret().replaceAll("(.{4})", "$1 ").strip(), enrolment.link(), codes);
    }
}

package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianqiao.base.Outcome;
import lianqiao.identity.LoginActs;
import lianqiao.identity.LoginActs.Did;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Passkeys;
import lianqiao.identity.Session;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.web.Form;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * How an officer signs in and where they are signed in: password, second factor, passkeys, devices. What opens doors is
 * changed only within a quarter of an hour after signing in.
 */
@Controller
public final class AccessPage {
    private static final String HERE = "/desk/me";

    private final Desk desk;
    private final OfficerLogins logins;
    private final OpenSessions open;
    private final Passkeys passkeys;
    private final LoginActs acts;
    private final Sessions sessions;
    private final Site site;
    private final InstantSource clock;

    AccessPage(Desk desk, OfficerLogins logins, OpenSessions open, Passkeys passkeys, LoginActs acts, Sessions sessions, Site site, InstantSource clock) {
        this.desk = desk;
        this.logins = logins;
        this.open = open;
        this.passkeys = passkeys;
        this.acts = acts;
        this.sessions = sessions;
        this.site = site;
        this.clock = clock;
    }

    /** @param fresh whether what opens doors may be changed now */
    public record Model(Reader reader, Form form, List<Passkeys.Passkey> passkeys, List<Session> devices, Session here, boolean fresh) {}

    /** @param codes the recovery codes, once it is done */
    public record Factor(Reader reader, Form form, String secret, String link, List<String> codes) {}

    @GetMapping("/desk/me")
    View show(HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty(), request);
    }

    private View page(HttpStatus status, Form form, HttpServletRequest request) {
        var here = Sessions.of(request);
        var now = clock.instant();
        return Show.page(status, "desk/access", new Model(desk.reader(request), form, passkeys.of(Kind.OFFICER, here.whose()),
                open.of(Kind.OFFICER, here.whose(), now), here, here.isFresh(now)));
    }

    @PostMapping("/desk/me/end")
    View endOne(HttpServletRequest request) {
        id(request).ifPresent(id -> open.end(Kind.OFFICER, Sessions.of(request).whose(), id, clock.instant()));
        return Show.seeOther(HERE);
    }

    /** Here too: whoever fears that somebody else is in begins anew. */
    @PostMapping("/desk/me/end-all")
    View endAll(HttpServletRequest request, HttpServletResponse response) {
        open.endAll(Kind.OFFICER, Sessions.of(request).whose(), clock.instant());
        sessions.end(request, response);
        return Show.seeOther("/desk/sign-in");
    }

    /** The old password is asked for; every session that it opened ends, and a new one begins here. */
    @PostMapping("/desk/me/password")
    View password(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var login = Sessions.of(request).whose();
        var now = clock.instant();
        if (logins.changePassword(login, given(request, "old-password"), given(request, "new-password"), now) instanceof Outcome.Refused<?>(var why, var details)) {
            form.refuse(why.endsWith("old-wrong") || why.endsWith("wait") ? "old-password" : "new-password", why, details.toArray());
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form, request);
        }
        open.endAll(Kind.OFFICER, login, now);
        acts.record(login, Did.PASSWORD, login, now);
        sessions.begin(login, true, Way.PASSWORD, request, response);
        return Show.seeOther(HERE);
    }

    private static String given(HttpServletRequest request, String field) {
        return request.getParameter(field) == null ? "" : request.getParameter(field);
    }

    @PostMapping("/desk/me/passkeys")
    View invite(HttpServletRequest request, HttpServletResponse response) {
        return isStale(request) ? signInAgain() : invite(HttpStatus.OK, Form.empty(), request, response);
    }

    private View invite(HttpStatus status, Form form, HttpServletRequest request, HttpServletResponse response) {
        var login = Sessions.of(request).whose();
        var asked = passkeys.invite(Kind.OFFICER, login, login, sessions.browser(request, response), clock.instant());
        return Show.page(status, "desk/passkey", new SignInPage.Passkey(desk.reader(request), form, asked, "/desk/me/passkeys/made", "make"));
    }

    @PostMapping("/desk/me/passkeys/made")
    View made(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var login = Sessions.of(request).whose();
        var kept = passkeys.keep(Kind.OFFICER, login, sessions.browser(request, response), form.typed("answer"), request.getHeader("User-Agent"), clock.instant());
        if (kept instanceof Outcome.Refused<?>(var why, var details)) {
            form.refuse(Form.TOKEN, why, details.toArray());
            return invite(HttpStatus.UNPROCESSABLE_CONTENT, form, request, response);
        }
        acts.record(login, Did.PASSKEY_ADDED, login, clock.instant());
        return Show.seeOther(HERE);
    }

    @PostMapping("/desk/me/passkeys/drop")
    View drop(HttpServletRequest request) {
        if (isStale(request)) return signInAgain();
        var login = Sessions.of(request).whose();
        if (id(request).filter(id -> passkeys.drop(Kind.OFFICER, login, id)).isPresent()) acts.record(login, Did.PASSKEY_DROPPED, login, clock.instant());
        return Show.seeOther(HERE);
    }

    /** A new secret for another phone; the old one counts until the new one has shown a code. */
    @PostMapping("/desk/me/second-factor")
    View begin(HttpServletRequest request) {
        if (isStale(request)) return signInAgain();
        return factor(HttpStatus.OK, Form.empty(), logins.enrol(Sessions.of(request).whose(), site.name().en()), List.of(), request);
    }

    @PostMapping("/desk/me/second-factor/confirm")
    View confirm(HttpServletRequest request) {
        if (isStale(request)) return signInAgain();
        var login = Sessions.of(request).whose();
        var form = Form.of(request);
        var begun = logins.begun(login, site.name().en());
        return switch (logins.confirm(login, form.line("code", 20), clock.instant())) {
            case Outcome.Done<List<String>>(var codes) -> {
                acts.record(login, Did.SECOND_FACTOR, login, clock.instant());
                yield factor(HttpStatus.OK, Form.empty(), begun, codes, request);
            }
            case Outcome.Refused<List<String>>(var why, var details) -> {
                form.refuse("code", why, details.toArray());
                yield factor(HttpStatus.UNPROCESSABLE_CONTENT, form, begun, List.of(), request);
            }
        };
    }

    private View factor(HttpStatus status, Form form, OfficerLogins.Enrolment enrolment, List<String> codes, HttpServletRequest request) {
        return Show.page(status, "desk/factor", new Factor(desk.reader(request), form, enrolment.secret().replaceAll("(.{4})", "$1 ").strip(), enrolment.link(), codes));
    }

    private boolean isStale(HttpServletRequest request) {
        return !Sessions.of(request).isFresh(clock.instant());
    }

    private static View signInAgain() {
        return Show.seeOther("/desk/sign-in?again=yes&to=/desk/me");
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        try {
            return Optional.of(UUID.fromString(Form.of(request).typed("id")));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}

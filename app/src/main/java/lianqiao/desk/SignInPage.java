package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.base.Outcome;
import lianqiao.identity.FollowCode;
import lianqiao.identity.LoginActs;
import lianqiao.identity.LoginActs.Did;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Passkeys;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.web.Form;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Signing in with login, password and code in one form; a form that came too late is carried along. */
@Controller
public class SignInPage {
    private static final String TO = "to";

    private final OfficerLogins logins;
    private final Passkeys passkeys;
    private final LoginActs acts;
    private final Readers readers;
    private final Sessions sessions;
    private final Site site;
    private final InstantSource clock;
    private final ObjectProvider<DemoPeople> demo;
    private final Limits limits;

    SignInPage(OfficerLogins logins, Passkeys passkeys, LoginActs acts, Readers readers, Sessions sessions, Site site, InstantSource clock,
            ObjectProvider<DemoPeople> demo, Limits limits) {
        this.logins = logins;
        this.passkeys = passkeys;
        this.acts = acts;
        this.readers = readers;
        this.sessions = sessions;
        this.site = site;
        this.clock = clock;
        this.demo = demo;
        this.limits = limits;
    }

    /**
     * @param kept a form that waits for the sign-in, or null
     * @param ended whether a session has ended under the reader's hands
     * @param people who can be tried out, only in the demonstration
     */
    public record Model(Form form, String to, @Nullable Kept kept, boolean ended, List<DemoPeople.Person> people) {}

    /**
     * Asking the browser for a passkey, or to make one.
     *
     * @param reader null before the sign-in
     * @param asked for the browser's interface, as JSON
     */
    public record Passkey(@Nullable Reader reader, Form form, String asked, String action, String kind) {}

    @GetMapping("/desk/sign-in")
    View show(HttpServletRequest request) {
        if (request.getUserPrincipal() != null && !Form.of(request).chosen("again", "yes")) return Show.seeOther("/desk");
        var form = Form.empty().with("login", Form.of(request).typed("login"));
        return Show.page("desk/sign-in", new Model(form, to(request), null, false, people(request)));
    }

    @PostMapping("/desk/sign-in")
    View signIn(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var login = form.line("login", 40).toLowerCase(java.util.Locale.ROOT);
        var password = request.getParameter("password") == null ? "" : request.getParameter("password");
        if (password.isEmpty()) form.refuse("password", "web.form.missing");
        if (form.hasErrors()) return again(form, request, Kept.carriedBy(request), false);
        var now = clock.instant();
        if (limits.look(Limit.WRONG_PASSWORD_PER_PREFIX, request.getRemoteAddr(), now) instanceof Verdict.Over(var rest)) return tooOften(form, rest, request);
        var signedIn = logins.signIn(login, password, form.typed("code"), now);
        if (!signedIn.isDone()) limits.count(Limit.WRONG_PASSWORD_PER_PREFIX, request.getRemoteAddr(), now);
        if (signedIn instanceof Outcome.Refused<OfficerLogins.SignedIn> refused) {
            form.refuse("login", refused.why(), refused.details().toArray());
            return again(form, request, Kept.carriedBy(request), false);
        }
        if (readers.find(login).isEmpty()) {
            form.refuse("login", "identity.sign-in.wrong");
            return again(form, request, Kept.carriedBy(request), false);
        }
        return begin(login, signedIn.orThrow().hasSecondFactor(), form, request, response);
    }

    private View tooOften(Form form, Duration rest, HttpServletRequest request) {
        form.refuse("login", "desk.sign-in.too-often", Math.ceilDiv(rest.toSeconds(), 60));
        var model = new Model(form, to(request), Kept.carriedBy(request), false, people(request));
        return Show.page(HttpStatus.TOO_MANY_REQUESTS, "desk/sign-in", model, Map.of("Cache-Control", "no-store", "Retry-After", Long.toString(rest.toSeconds())));
    }

    private View begin(String login, boolean whole, Form form, HttpServletRequest request, HttpServletResponse response) {
        var kept = Kept.carriedBy(request);
        var way = FollowCode.read(form.typed("code")).isPresent() ? Way.RECOVERY : Way.PASSWORD;
        var session = sessions.begin(login, whole, way, request, response);
        if (whole && way == Way.RECOVERY) acts.record(login, Did.RECOVERY_USED, login, clock.instant());
        if (kept != null) sessions.keep(session, kept);
        if (!whole) return Show.seeOther("/desk/second-factor");
        return Show.seeOther(kept != null ? "/desk/send-again" : to(request));
    }

    /** The second page of signing in with a passkey, whose script asks the browser. */
    @PostMapping("/desk/sign-in/passkey")
    View passkey(HttpServletRequest request, HttpServletResponse response) {
        return passkey(HttpStatus.OK, Form.empty(), request, response);
    }

    private View passkey(HttpStatus status, Form form, HttpServletRequest request, HttpServletResponse response) {
        var asked = passkeys.ask(Kind.OFFICER, sessions.browser(request, response), clock.instant());
        return Show.page(status, "desk/passkey", new Passkey(null, form, asked, "/desk/sign-in/passkey/answer", "use"));
    }

    /** A passkey asks for its owner, so it stands for password and second factor at once. */
    @PostMapping("/desk/sign-in/passkey/answer")
    View answer(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var login = passkeys.signIn(Kind.OFFICER, sessions.browser(request, response), form.typed("answer"), clock.instant());
        if (login instanceof Outcome.Done<String>(var officer) && logins.isEnabled(officer) && readers.find(officer).isPresent()) {
            sessions.begin(officer, true, Way.PASSKEY, request, response);
            return Show.seeOther("/desk");
        }
        form.refuse(Form.TOKEN, login instanceof Outcome.Refused<String> refused ? refused.why() : "identity.passkey.wrong");
        return passkey(HttpStatus.UNPROCESSABLE_CONTENT, form, request, response);
    }

    @PostMapping("/desk/sign-out")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return Show.seeOther("/desk/sign-in");
    }

    /** The form that came too late, now with a token of the new session. */
    @GetMapping("/desk/send-again")
    View sendAgain(HttpServletRequest request) {
        return sessions.kept(request).map(kept -> Show.page("desk/send-again", kept)).orElseGet(() -> Show.seeOther("/desk"));
    }

    /** The sign-in page in place of the page that was asked for; the answer is 401, and what was typed stands on it. */
    View again(Form form, HttpServletRequest request, @Nullable Kept kept, boolean ended) {
        return Show.page(HttpStatus.UNAUTHORIZED, "desk/sign-in", new Model(form, to(request), kept, ended, people(request)));
    }

    private static String to(HttpServletRequest request) {
        var to = request.getParameter(TO);
        return to != null && to.matches("/desk(/[a-z0-9/.-]*)?(\\?[\\w=&.%,+-]*)?") && !to.contains("//") && !to.startsWith("/desk/sign-") ? to : "/desk";
    }

    private List<DemoPeople.Person> people(HttpServletRequest request) {
        if (!site.demo() || !isLoopback(request.getRemoteAddr())) return List.of();
        var people = demo.getIfAvailable();
        return people == null ? List.of() : people.at(clock.instant());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

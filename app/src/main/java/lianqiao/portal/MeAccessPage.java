package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianqiao.base.Outcome;
import lianqiao.cases.OwnCases;
import lianqiao.channels.OwnContact;
import lianqiao.identity.Accounts;
import lianqiao.identity.Contact;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Passkeys;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Residents;
import lianqiao.identity.Session;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.SignInCodes;
import lianqiao.identity.SignInCodes.Use;
import lianqiao.web.Form;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * How a resident signs in and where they are signed in: address, passkeys, devices, and the end of it all. Whatever opens
 * doors is changed only by somebody who has signed in a moment ago.
 */
@Controller
public final class MeAccessPage {
    private static final String HERE = "/me/access";
    private static final String AGAIN = "/me/sign-in?again=yes";

    private final OpenSessions open;
    private final Passkeys passkeys;
    private final SignInCodes codes;
    private final Residents residents;
    private final Accounts accounts;
    private final OwnCases own;
    private final OwnContact contacts;
    private final ResidentSessions sessions;
    private final Pages pages;
    private final InstantSource clock;

    MeAccessPage(OpenSessions open, Passkeys passkeys, SignInCodes codes, Residents residents, Accounts accounts, OwnCases own, OwnContact contacts,
            ResidentSessions sessions, Pages pages, InstantSource clock) {
        this.open = open;
        this.passkeys = passkeys;
        this.codes = codes;
        this.residents = residents;
        this.accounts = accounts;
        this.own = own;
        this.contacts = contacts;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param contact enough of it to be recognised; null when there is none
     * @param here the session of this request
     * @param fresh whether what opens doors may be changed now
     */
    public record Model(Form form, @Nullable String contact, List<Passkeys.Passkey> passkeys, List<Session> devices, Session here, boolean fresh) {}

    @GetMapping("/me/access")
    View show(HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty(), request);
    }

    private View page(HttpStatus status, Form form, HttpServletRequest request) {
        var here = ResidentSessions.of(request);
        var now = clock.instant();
        var model = new Model(form, residents.ownCopy(here.resident()).map(Contact::masked).orElse(null), passkeys.of(Kind.RESIDENT, here.whose()),
                open.of(Kind.RESIDENT, here.whose(), now), here, here.isFresh(now));
        return Show.page(status, "portal/me-access", model, OwnDoor.PRIVATE);
    }

    @PostMapping("/me/devices/end")
    View endOne(HttpServletRequest request) {
        id(request).ifPresent(id -> open.end(Kind.RESIDENT, ResidentSessions.of(request).whose(), id, clock.instant()));
        return Show.seeOther(HERE);
    }

    /** Here too: whoever fears that somebody else is in begins anew. */
    @PostMapping("/me/devices/end-all")
    View endAll(HttpServletRequest request, HttpServletResponse response) {
        open.endAll(Kind.RESIDENT, ResidentSessions.of(request).whose(), clock.instant());
        sessions.end(request, response);
        return Show.seeOther("/me/sign-in");
    }

    @PostMapping("/me/mail")
    View mail(HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        if (!ResidentSessions.of(request).isFresh(now)) return Show.seeOther(AGAIN);
        var form = Form.of(request);
        var to = Contact.read(form.line("contact", Contact.MOST_TYPED));
        if (to.isEmpty()) form.refuse("contact", "portal.me.sign-in.unreadable");
        if (!form.hasErrors() && codes.ask(Use.CHANGE, sessions.browser(request, response), to.orElseThrow(), pages.frame(request).language(), now)
                instanceof Outcome.Refused<?>(var why, var details)) form.refuse("contact", why, details.toArray());
        return form.hasErrors() ? page(HttpStatus.UNPROCESSABLE_CONTENT, form, request) : Show.seeOther("/me/mail/code");
    }

    @GetMapping("/me/mail/code")
    View code(HttpServletRequest request) {
        return code(HttpStatus.OK, Form.empty(), request);
    }

    private View code(HttpStatus status, Form form, HttpServletRequest request) {
        boolean waiting = sessions.begun(request).flatMap(browser -> codes.waiting(Use.CHANGE, browser, clock.instant())).isPresent();
        return Show.page(status, "portal/me-code", new MeSignInPage.Code(form, waiting, "/me/mail/code"), OwnDoor.PRIVATE);
    }

    @PostMapping("/me/mail/code")
    View confirm(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var typed = form.line("code", 40);
        if (form.hasErrors()) return code(HttpStatus.UNPROCESSABLE_CONTENT, form, request);
        return switch (codes.confirm(Use.CHANGE, sessions.begun(request).orElse(""), typed, clock.instant())) {
            case Outcome.Done<ResidentId>(var resident) -> moved(resident, request, response);
            case Outcome.Refused<ResidentId>(var why, var details) -> {
                form.refuse("code", why, details.toArray());
                yield code(HttpStatus.UNPROCESSABLE_CONTENT, form, request);
            }
        };
    }

    /** From now on this person is the resident behind the new address, who may have had cases already. */
    private View moved(ResidentId into, HttpServletRequest request, HttpServletResponse response) {
        var here = ResidentSessions.of(request);
        var before = here.resident();
        if (before.equals(into)) return Show.seeOther(HERE);
        contacts.follow(before, into, clock.instant());
        accounts.join(before, into, clock.instant());
        sessions.begin(into, Session.Way.MAIL, request, response);
        return Show.seeOther(HERE);
    }

    /** The page whose script asks the browser to make a passkey. */
    @PostMapping("/me/passkeys")
    View invite(HttpServletRequest request, HttpServletResponse response) {
        if (!ResidentSessions.of(request).isFresh(clock.instant())) return Show.seeOther(AGAIN);
        return invite(HttpStatus.OK, Form.empty(), request, response);
    }

    private View invite(HttpStatus status, Form form, HttpServletRequest request, HttpServletResponse response) {
        var here = ResidentSessions.of(request);
        var frame = pages.frame(request);
        var called = residents.ownCopy(here.resident()).map(Contact::masked).orElse(frame.say("web.name"));
        var asked = passkeys.invite(Kind.RESIDENT, here.whose(), called, sessions.browser(request, response), clock.instant());
        return Show.page(status, "portal/me-passkey", new MeSignInPage.Passkey(form, asked, "/me/passkeys/made", "make"), OwnDoor.PRIVATE);
    }

    @PostMapping("/me/passkeys/made")
    View made(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var kept = passkeys.keep(Kind.RESIDENT, ResidentSessions.of(request).whose(), sessions.begun(request).orElse(""), form.typed("answer"),
                request.getHeader("User-Agent"), clock.instant());
        if (!(kept instanceof Outcome.Refused<?>(var why, var details))) return Show.seeOther(HERE);
        form.refuse(Form.TOKEN, why, details.toArray());
        return invite(HttpStatus.UNPROCESSABLE_CONTENT, form, request, response);
    }

    @PostMapping("/me/passkeys/drop")
    View drop(HttpServletRequest request) {
        var here = ResidentSessions.of(request);
        if (!here.isFresh(clock.instant())) return Show.seeOther(AGAIN);
        id(request).ifPresent(id -> passkeys.drop(Kind.RESIDENT, here.whose(), id));
        return Show.seeOther(HERE);
    }

    /** Forgets that this person could ever sign in. Their cases go on and are followed by number and code. */
    @PostMapping("/me/close")
    View close(HttpServletRequest request, HttpServletResponse response) {
        var here = ResidentSessions.of(request);
        if (!here.isFresh(clock.instant())) return Show.seeOther(AGAIN);
        own.forget(here.resident());
        accounts.close(here.resident(), clock.instant());
        sessions.end(request, response);
        return Show.seeOther("/me/sign-in");
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        try {
            return Optional.of(UUID.fromString(Form.of(request).typed("id")));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}

package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.base.Outcome;
import lianqiao.identity.Contact;
import lianqiao.identity.CounterCheck;
import lianqiao.identity.Passkeys;
import lianqiao.identity.ResidentId;
import lianqiao.identity.ResidentVerifier;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.identity.SignInCodes;
import lianqiao.identity.SignInCodes.Use;
import lianqiao.identity.Verifications;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * Signing in for residents who want to: a code by e-mail, a passkey, or an identity service. The first page sets no cookie;
 * one comes with the first step, so that a code is worth nothing in another browser.
 */
@Controller
public final class MeSignInPage {
    private final SignInCodes codes;
    private final Passkeys passkeys;
    private final Verifications verifications;
    private final ResidentSessions sessions;
    private final FormTokens tokens;
    private final Pages pages;
    private final InstantSource clock;
    private final Limits limits;
    private final Admission admission;

    MeSignInPage(SignInCodes codes, Passkeys passkeys, Verifications verifications, ResidentSessions sessions, FormTokens tokens, Pages pages, InstantSource clock,
                 Limits limits, Admission admission) {
        this.admission = admission;
        this.codes = codes;
        this.passkeys = passkeys;
        this.verifications = verifications;
        this.sessions = sessions;
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
        this.limits = limits;
    }

    /** @param with identity services; @param over whether something that was begun has run out */
    public record Model(Form form, List<ResidentVerifier> with, boolean over, Admission.Before before) {}

    /** @param waiting whether this browser has a code on its way; @param action where the form goes */
    public record Code(Form form, boolean waiting, String action) {}

    /** @param asked for the browser's interface, as JSON; @param action where the answer goes; @param kind make or use */
    public record Passkey(Form form, String asked, String action, String kind) {}

    @GetMapping("/me/sign-in")
    View show(HttpServletRequest request) {
        var asked = Form.of(request);
        if (sessions.find(request, clock.instant()).isPresent() && !asked.chosen("again", "yes")) return Show.seeOther("/me");
        return page(HttpStatus.OK, new Model(Form.empty(), services(), asked.chosen("over", "yes"), Admission.Before.NOTHING));
    }

    private View page(HttpStatus status, Model model) {
        return Show.page(status, "portal/me-sign-in", model, model.before().rest() == null ? OwnDoor.PRIVATE : model.before().headers());
    }

    private List<ResidentVerifier> services() {
        return verifications.verifiers().stream().filter(one -> !one.id().equals(CounterCheck.ID)).toList();
    }

    private View again(Form form, Admission.Before before) {
        return page(before.status(), new Model(form, services(), false, before));
    }

    /** The answer is the same whether the address is known or not. */
    @PostMapping("/me/sign-in")
    View send(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var now = clock.instant();
        var nonce = form.nonce(tokens, now);
        var to = Contact.read(form.line("contact", Contact.MOST_TYPED));
        if (to.isEmpty()) form.refuse("contact", "portal.me.sign-in.unreadable");
        if (!form.hasErrors() && limits.look(Limit.SIGN_IN_CODE_EVERYWHERE, "", now) instanceof Verdict.Over(var rest))
            form.refuse("contact", "portal.me.sign-in.too-often", Waiting.minutes(rest));
        if (form.hasErrors()) return again(form, Admission.Before.NOTHING);
        return switch (admission.decide(Limit.SIGN_IN_CODE_PER_PREFIX, form, nonce.orElseThrow(), request, now)) {
            case Admission.NotYet(var before) -> again(form, before);
            case Admission.Open open when !open.isUsed() -> again(form, admission.renewed(Limit.SIGN_IN_CODE_PER_PREFIX, form, nonce.orElseThrow(), now));
            case Admission.Open _ -> {
                limits.count(Limit.SIGN_IN_CODE_EVERYWHERE, "", now);
                send(form, to.orElseThrow(), request, response, now);
                yield form.hasErrors() ? again(form, Admission.Before.NOTHING) : Show.seeOther("/me/sign-in/code");
            }
        };
    }

    private void send(Form form, Contact to, HttpServletRequest request, HttpServletResponse response, Instant now) {
        var asked = codes.ask(Use.SIGN_IN, sessions.browser(request, response), to, pages.frame(request).language(), now);
        if (asked instanceof Outcome.Refused<Instant>(var why, var details)) form.refuse("contact", why, details.toArray());
    }

    /** Also where the link in the letter leads: it fills in the code and does nothing else. */
    @GetMapping("/me/sign-in/code")
    View code(HttpServletRequest request) {
        return code(HttpStatus.OK, Form.empty().with("code", Form.of(request).typed("code").replaceAll("[^0-9]", "")), request);
    }

    private View code(HttpStatus status, Form form, HttpServletRequest request) {
        var now = clock.instant();
        boolean waiting = sessions.begun(request).flatMap(browser -> codes.waiting(Use.SIGN_IN, browser, now)).isPresent();
        return Show.page(status, "portal/me-code", new Code(form, waiting, "/me/sign-in/code"), OwnDoor.PRIVATE);
    }

    @PostMapping("/me/sign-in/code")
    View confirm(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        var typed = form.line("code", 40);
        var browser = sessions.begun(request).orElse("");
        if (form.hasErrors()) return code(HttpStatus.UNPROCESSABLE_CONTENT, form, request);
        return switch (codes.confirm(Use.SIGN_IN, browser, typed, clock.instant())) {
            case Outcome.Done<ResidentId>(var resident) -> enter(resident, Way.MAIL, request, response);
            case Outcome.Refused<ResidentId>(var why, var details) -> {
                form.refuse("code", why, details.toArray());
                yield code(HttpStatus.UNPROCESSABLE_CONTENT, form, request);
            }
        };
    }

    private View enter(ResidentId resident, Way way, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(resident, way, request, response);
        return Show.seeOther("/me");
    }

    /** The second page of signing in with a passkey, whose script asks the browser. */
    @PostMapping("/me/sign-in/passkey")
    View passkey(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        form.nonce(tokens, clock.instant());
        if (form.hasErrors()) return again(form, Admission.Before.NOTHING);
        return passkey(HttpStatus.OK, Form.empty(), request, response);
    }

    private View passkey(HttpStatus status, Form form, HttpServletRequest request, HttpServletResponse response) {
        var asked = passkeys.ask(Kind.RESIDENT, sessions.browser(request, response), clock.instant());
        return Show.page(status, "portal/me-passkey", new Passkey(form, asked, "/me/sign-in/passkey/answer", "use"), OwnDoor.PRIVATE);
    }

    @PostMapping("/me/sign-in/passkey/answer")
    View answer(HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        return switch (passkeys.signIn(Kind.RESIDENT, sessions.begun(request).orElse(""), form.typed("answer"), clock.instant())) {
            case Outcome.Done<String>(var whose) -> enter(new ResidentId(UUID.fromString(whose)), Way.PASSKEY, request, response);
            case Outcome.Refused<String>(var why, var details) -> {
                form.refuse(Form.TOKEN, why, details.toArray());
                yield passkey(HttpStatus.UNPROCESSABLE_CONTENT, form, request, response);
            }
        };
    }

    @PostMapping("/me/sign-out")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return Show.seeOther("/me/sign-in");
    }
}

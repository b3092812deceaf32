package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.identity.CounterCheck;
import lianqiao.identity.ResidentVerifier;
import lianqiao.identity.ResidentVerifier.Secrets;
import lianqiao.identity.ResidentVerifier.Verified;
import lianqiao.identity.Residents;
import lianqiao.identity.Session.Way;
import lianqiao.identity.Verifications;
import lianqiao.identity.Verifications.Verification;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * How sure we are that somebody is a resident, and the ways to make us surer: an identity service or a clerk at a counter.
 * Nothing here needs it; verified voices are counted beside the others and hide nobody.
 */
@Controller
public final class MeLevelPage {
    /** A code on paper belongs to no browser. */
    private static final Secrets NONE = new Secrets("", "", "");

    private final Verifications verifications;
    private final Residents residents;
    private final ResidentSessions sessions;
    private final FormTokens tokens;
    private final Site site;
    private final Pages pages;
    private final InstantSource clock;

    MeLevelPage(Verifications verifications, Residents residents, ResidentSessions sessions, FormTokens tokens, Site site, Pages pages, InstantSource clock) {
        this.verifications = verifications;
        this.residents = residents;
        this.sessions = sessions;
        this.tokens = tokens;
        this.site = site;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param by who said so, as people know them */
    public record Known(Text by, Verification of) {}

    /** @param reachable whether an address has been shown to be theirs */
    public record Model(Form form, boolean reachable, List<Known> known, List<ResidentVerifier> with) {}

    /** @param there where the service is; the reader goes there by a link of their own will */
    public record Going(ResidentVerifier with, String there) {}

    @GetMapping("/me/level")
    View show(HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty(), request);
    }

    private View page(HttpStatus status, Form form, HttpServletRequest request) {
        var me = ResidentSessions.of(request).resident();
        var known = verifications.of(me).stream().map(v -> new Known(name(v.issuer()), v)).toList();
        return Show.page(status, "portal/me-level", new Model(form, residents.ownCopy(me).isPresent(), known, verifications.verifiers()), OwnDoor.PRIVATE);
    }

    private Text name(String issuer) {
        return verifications.verifiers().stream().filter(one -> one.issuer().equals(issuer)).map(ResidentVerifier::name).findFirst().orElse(new Text(issuer, issuer));
    }

    /** Signing in with an identity service. */
    @PostMapping("/me/sign-in/with/{id}")
    View signIn(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(request);
        form.nonce(tokens, clock.instant());
        return form.hasErrors() || id.equals(CounterCheck.ID) ? Show.seeOther("/me/sign-in?over=yes") : begin(id, request, response);
    }

    /** Being verified while signed in. */
    @PostMapping("/me/level/with/{id}")
    View verify(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        return begin(id, request, response);
    }

    private View begin(String id, HttpServletRequest request, HttpServletResponse response) {
        var with = verifications.verifier(id);
        if (with.isEmpty()) return Show.notFound();
        return switch (verifications.start(with.get(), sessions.browser(request, response), back(id, request), clock.instant())) {
            case Outcome.Done<String>(var there) when there.startsWith("/") -> Show.seeOther(there);
            case Outcome.Done<String>(var there) -> Show.page(HttpStatus.OK, "portal/me-going", new Going(with.get(), there), OwnDoor.PRIVATE);
            case Outcome.Refused<String>(var why, var details) -> refused(why, details);
        };
    }

    private static View refused(String why, List<String> details) {
        var form = Form.empty();
        form.refuse(Form.TOKEN, why, details.toArray());
        return Show.page(HttpStatus.UNPROCESSABLE_CONTENT, "portal/me-refused", form, OwnDoor.PRIVATE);
    }

    /** The service knows one such address for each language. */
    private String back(String id, HttpServletRequest request) {
        return site.base(request) + (pages.frame(request).language() == Language.EN ? "/en" : "") + "/me/back/" + id;
    }

    /** Where an identity service sends the browser back to. */
    @GetMapping("/me/back/{id}")
    View back(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var with = verifications.verifier(id).filter(one -> !one.id().equals(CounterCheck.ID));
        var browser = sessions.begun(request);
        if (with.isEmpty()) return Show.notFound();
        if (browser.isEmpty()) return refused("identity.verify.over", List.of());
        var answer = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> answer.put(name, values.length == 1 ? values[0] : ""));
        return verified(verifications.callback(with.get(), browser.get(), back(id, request), answer, clock.instant()), request, response);
    }

    private View verified(Outcome<Verified> outcome, HttpServletRequest request, HttpServletResponse response) {
        if (outcome instanceof Outcome.Refused<Verified>(var why, var details)) return refused(why, details);
        var verified = outcome.orThrow();
        var here = sessions.find(request, clock.instant());
        if (here.isPresent()) return added(verifications.add(here.get().resident(), verified));
        sessions.begin(verifications.known(verified), Way.PROVIDER, request, response);
        return Show.seeOther("/me");
    }

    private static View added(Outcome<Verification> added) {
        return added instanceof Outcome.Refused<Verification>(var why, var details) ? refused(why, details) : Show.seeOther("/me/level");
    }

    @GetMapping("/me/level/counter")
    View counter(HttpServletRequest request) {
        return counter(HttpStatus.OK, Form.empty());
    }

    private static View counter(HttpStatus status, Form form) {
        return Show.page(status, "portal/me-counter", form, OwnDoor.PRIVATE);
    }

    @PostMapping("/me/level/counter")
    View paper(HttpServletRequest request) {
        var form = Form.of(request);
        var code = form.line("code", 40);
        if (form.hasErrors()) return counter(HttpStatus.UNPROCESSABLE_CONTENT, form);
        var with = verifications.verifier(CounterCheck.ID).orElseThrow();
        var outcome = with.callback(NONE, "", Map.of("code", code), clock.instant());
        if (outcome instanceof Outcome.Refused<Verified>(var why, var details)) {
            form.refuse("code", why, details.toArray());
            return counter(HttpStatus.UNPROCESSABLE_CONTENT, form);
        }
        return added(verifications.add(ResidentSessions.of(request).resident(), outcome.orThrow()));
    }
}

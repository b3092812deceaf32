package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.OwnCases;
import lianqiao.identity.FollowCode;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Lets residents in to their own case by number and code, which travel only in the body of a form, or because they are signed in. Thread-safe. */
@Component
final class OwnDoor {
    /** Headers of every page behind it. */
    static final Map<String, String> PRIVATE = Map.of("Cache-Control", "no-store");

    private final Cases cases;
    private final OwnCases own;
    private final ResidentSessions sessions;
    private final Limits limits;

    OwnDoor(Cases cases, OwnCases own, ResidentSessions sessions, Limits limits) {
        this.cases = cases;
        this.own = own;
        this.sessions = sessions;
        this.limits = limits;
    }

    Optional<Case> mine(Form form, HttpServletRequest request, Instant now) {
        return limits.look(Limit.WRONG_CODE_PER_PREFIX, request.getRemoteAddr(), now) instanceof Verdict.Over ? Optional.empty() : again(form, request, now);
    }

    /** The case as it stands now, for whoever was let in a moment ago. */
    Optional<Case> again(Form form, HttpServletRequest request, Instant now) {
        var number = CaseNumber.read(form.typed("number"));
        if (number.isPresent() && sessions.isPass(form.typed("code"), number.get(), request)) return signedIn(number.get(), request, now);
        var code = FollowCode.read(form.typed("code"));
        return number.isPresent() && code.isPresent() ? cases.own(number.get(), code.get(), now) : Optional.empty();
    }

    /** A form of somebody's own pages carries a pass of their session in the place of the code. */
    private Optional<Case> signedIn(CaseNumber number, HttpServletRequest request, Instant now) {
        return sessions.find(request, now).flatMap(session -> own.open(number, session.resident()));
    }

    /** One answer for every way of being wrong, so that nobody learns which numbers exist. */
    View wrong(Form form, HttpServletRequest request, Instant now) {
        if (limits.count(Limit.WRONG_CODE_PER_PREFIX, request.getRemoteAddr(), now) instanceof Verdict.Over(var rest)) {
            form.refuse("number", "portal.follow.too-often", Waiting.minutes(rest));
            return Show.page(HttpStatus.TOO_MANY_REQUESTS, "portal/follow", form, Waiting.headers(rest));
        }
        form.refuse("number", "portal.follow.wrong");
        return Show.page(HttpStatus.UNPROCESSABLE_CONTENT, "portal/follow", form, PRIVATE);
    }
}

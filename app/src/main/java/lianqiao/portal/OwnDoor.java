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
import lianqiao.identity.FollowCode;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Lets residents in to their own case by number and code, which travel only in the body of a form. Thread-safe. */
@Component
final class OwnDoor {
    /** Headers of every page behind it. */
    static final Map<String, String> PRIVATE = Map.of("Cache-Control", "no-store");

    private final Cases cases;
    private final Limits limits;

    OwnDoor(Cases cases, Limits limits) {
        this.cases = cases;
        this.limits = limits;
    }

    Optional<Case> mine(Form form, HttpServletRequest request, Instant now) {
        return limits.look(Limit.WRONG_CODE_PER_PREFIX, request.getRemoteAddr(), now) instanceof Verdict.Over ? Optional.empty() : again(form, now);
    }

    /** The case as it stands now, for whoever was let in a moment ago. */
    Optional<Case> again(Form form, Instant now) {
        var number = CaseNumber.read(form.typed("number"));
        var code = FollowCode.read(form.typed("code"));
        return number.isPresent() && code.isPresent() ? cases.own(number.get(), code.get(), now) : Optional.empty();
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

package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    private final Throttle throttle;

    OwnDoor(Cases cases, Throttle throttle) {
        this.cases = cases;
        this.throttle = throttle;
    }

    Optional<Case> mine(Form form, HttpServletRequest request, Instant now) {
        return throttle.isClosedTo(request.getRemoteAddr(), now) ? Optional.empty() : again(form, now);
    }

    /** The case as it stands now, for whoever was let in a moment ago. */
    Optional<Case> again(Form form, Instant now) {
        var number = CaseNumber.read(form.typed("number"));
        var code = FollowCode.read(form.typed("code"));
        return number.isPresent() && code.isPresent() ? cases.own(number.get(), code.get(), now) : Optional.empty();
    }

    /** One answer for every way of being wrong, so that nobody learns which numbers exist. */
    View wrong(Form form, HttpServletRequest request, Instant now) {
        var closed = throttle.isClosedTo(request.getRemoteAddr(), now);
        if (!closed) throttle.wasWrong(request.getRemoteAddr(), now);
        form.refuse("number", closed ? "portal.follow.too-often" : "portal.follow.wrong");
        return Show.page(closed ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT, "portal/follow", form, PRIVATE);
    }
}

package lianqiao.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.web.Show;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts those requests whose whole cost is in asking, with nothing typed that could be lost. Thread-safe. */
final class Turnstile implements HandlerInterceptor {
    private static final Map<String, Limit> COUNTED = Map.of(
            "GET /open-data/cases.csv", Limit.EXPORT_PER_PREFIX,
            "POST /me/sign-in/passkey", Limit.SIGN_IN_TRY_PER_PREFIX,
            "POST /me/sign-in/with/{id}", Limit.SIGN_IN_TRY_PER_PREFIX,
            "POST /desk/sign-in/passkey", Limit.SIGN_IN_TRY_PER_PREFIX);

    private final Limits limits;
    private final InstantSource clock;

    Turnstile(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException, ServletException {
        var limit = Optional.ofNullable(COUNTED.get(request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        if (limit.isEmpty() || !(limits.count(limit.get(), request.getRemoteAddr(), clock.instant()) instanceof Verdict.Over(var rest))) return true;
        Show.answer(Show.tooMany(rest), request, response);
        return false;
    }
}

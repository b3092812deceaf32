package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import lianqiao.authenticity.Alarm;
import lianqiao.authenticity.Challenge;
import lianqiao.authenticity.Challenges;
import lianqiao.authenticity.Challenges.Passed;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.base.Outcome;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.channels.IncomingMessage;
import lianqiao.channels.Intake;
import lianqiao.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whether a form goes through at once, after the check, or not now. The check stands in the form itself and is bound to
 * this filling-in of it, so that no cookie is needed and nothing typed is lost. Thread-safe.
 */
@Component
public final class Admission {
    static final String TOKEN = "check";
    static final String NUMBER = "check-number";

    private final Limits limits;
    private final Challenges challenges;
    private final Alarm alarm;

    Admission(Limits limits, Challenges challenges, Alarm alarm) {
        this.limits = limits;
        this.challenges = challenges;
        this.alarm = alarm;
    }

    /**
     * The check as a form shows it.
     *
     * @param told the key of what to say above it when it was not passed, or null
     * @param seconds that are left to wait without a script
     * @param since when everybody has been asked; null when only this network is
     */
    public record Check(Challenge challenge, @Nullable String told, long seconds, @Nullable Instant since) {}

    /**
     * What stands before sending a form: nothing, a check, or a while.
     *
     * @param check to be passed, or null
     * @param rest until this network may send again; null when it may now
     */
    public record Before(@Nullable Check check, @Nullable Duration rest) {
        static final Before NOTHING = new Before(null, null);

        HttpStatus status() {
            return rest == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.TOO_MANY_REQUESTS;
        }

        Map<String, String> headers() {
            return rest == null ? Map.of("Cache-Control", "no-store") : Waiting.headers(rest);
        }
    }

    /** What becomes of a form. */
    sealed interface Decision {}

    /** @param use uses the check up, inside the transaction that does what the form asks for; null when none was needed */
    record Open(@Nullable BooleanSupplier use) implements Decision {
        /** Whether what was asked may be done; for what happens in one step. */
        boolean isUsed() {
            return use == null || use.getAsBoolean();
        }

        /** Takes a message in, unless the check has been used meanwhile; then it is refused with {@link Intake#NOT_ADMITTED}. */
        Outcome<Cases.Received> enter(Intake intake, IncomingMessage message, Instant now) {
            return use == null ? intake.receive(message, By.resident(), now) : intake.receive(message, By.resident(), use, now);
        }
    }

    record NotYet(Before before) implements Decision {}

    /** What sending this form would need now. Counts nothing. */
    Before ahead(Limit limit, Form form, String nonce, HttpServletRequest request, Instant now) {
        var verdict = limits.look(limit, request.getRemoteAddr(), now);
        if (verdict instanceof Verdict.Over(var rest)) return new Before(null, rest);
        return isNeeded(limit, verdict, now) ? new Before(check(limit, form, nonce, null, now), null) : Before.NOTHING;
    }

    /** Decides about a form that is otherwise in order. @param nonce names this filling-in of the form */
    Decision decide(Limit limit, Form form, String nonce, HttpServletRequest request, Instant now) {
        if (limit == Limit.NEW_CASE_PER_PREFIX) alarm.arrived(now);
        var from = request.getRemoteAddr();
        var verdict = limits.look(limit, from, now);
        if (verdict instanceof Verdict.Over(var rest)) return closed(rest);
        if (!isNeeded(limit, verdict, now)) {
            limits.count(limit, from, now);
            return new Open(null);
        }
        var worth = challenges.look(item(limit, nonce), form.typed(TOKEN), form.typed(NUMBER), now);
        if (!worth.isPassed()) return new NotYet(new Before(check(limit, form, nonce, told(worth, form), now), null));
        if (worth == Passed.BY_WAITING && limits.count(Limit.WAIT_PER_PREFIX, from, now) instanceof Verdict.Over(var rest)) return closed(rest);
        limits.count(limit, from, now);
        return new Open(() -> challenges.use(item(limit, nonce), form.typed(TOKEN), form.typed(NUMBER), now).isPassed());
    }

    /** A fresh check in place of one that turned out to be used. */
    Before renewed(Limit limit, Form form, String nonce, Instant now) {
        return new Before(check(limit, form.with(TOKEN, ""), nonce, "portal.check.used", now), null);
    }

    /** Since when everybody is asked for the check; null when it does not last. */
    @Nullable Instant flood(Instant now) {
        return alarm.lasting(now).map(Alarm.Time::began).orElse(null);
    }

    private static NotYet closed(Duration rest) {
        return new NotYet(new Before(null, rest));
    }

    private boolean isNeeded(Limit limit, Verdict verdict, Instant now) {
        return verdict instanceof Verdict.Near || limit == Limit.NEW_CASE_PER_PREFIX && alarm.lasting(now).isPresent();
    }

    private Check check(Limit limit, Form form, String nonce, @Nullable String told, Instant now) {
        var item = item(limit, nonce);
        var challenge = challenges.again(item, form.typed(TOKEN), now).orElseGet(() -> challenges.issue(item, now));
        long seconds = Math.max(0, Duration.between(now, challenge.ready()).plusMillis(999).toSeconds());
        return new Check(challenge, told, seconds, limit == Limit.NEW_CASE_PER_PREFIX ? flood(now) : null);
    }

    private static String told(Passed worth, Form form) {
        if (worth == Passed.TOO_EARLY) return "portal.check.early";
        return form.typed(TOKEN).isEmpty() ? "portal.check.needed" : "portal.check.renewed";
    }

    private static String item(Limit limit, String nonce) {
        return limit + "|" + nonce;
    }
}

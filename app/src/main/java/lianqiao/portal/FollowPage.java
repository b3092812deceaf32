package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * The resident's own view, opened with number and code. The code travels only in the body of a form, so that it stands
 * in no address, no history and no log.
 */
@Controller
final class FollowPage {
    private final Cases cases;
    private final OwnView ownView;
    private final OwnActs acts;
    private final OwnDoor door;
    private final Once once;
    private final FormTokens tokens;
    private final InstantSource clock;
    private final Limits limits;

    FollowPage(Cases cases, OwnView ownView, OwnActs acts, OwnDoor door, Once once, FormTokens tokens, InstantSource clock, Limits limits) {
        this.cases = cases;
        this.ownView = ownView;
        this.acts = acts;
        this.door = door;
        this.once = once;
        this.tokens = tokens;
        this.clock = clock;
        this.limits = limits;
    }

    @GetMapping("/follow")
    View ask(HttpServletRequest request) {
        return Show.page("portal/follow", Form.of(request));
    }

    @PostMapping("/follow")
    View open(HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        return door.mine(form, request, now).map(own -> show(HttpStatus.OK, own, Form.empty(), null, form, now))
                .orElseGet(() -> door.wrong(form, request, now));
    }

    @PostMapping("/follow/{act}")
    View act(@PathVariable String act, HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        var mine = door.mine(form, request, now);
        if (mine.isEmpty()) return door.wrong(form, request, now);
        if (!OwnActs.ALL.contains(act)) return Show.notFound();
        if (!(tokens.check(form.typed(Form.TOKEN), now) instanceof FormTokens.Genuine token)) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, mine.get(), form, "web.form.expired", form, now);
        }
        if (limits.count(Limit.ACT_PER_CASE, mine.get().number().text(), now) instanceof Verdict.Over) {
            return show(HttpStatus.TOO_MANY_REQUESTS, mine.get(), form, "portal.told.too-often", form, now);
        }
        var wanted = acts.read(act, form, mine.get(), request.getRemoteAddr(), now);
        if (wanted.isEmpty()) return show(HttpStatus.UNPROCESSABLE_CONTENT, mine.get(), form, null, form, now);
        var sending = token.nonce() + "|" + act + "|" + OwnActs.typed(form);
        return once.first(sending) ? done(act, wanted.get(), sending, mine.get(), form, request, now)
                : show(HttpStatus.OK, mine.get(), Form.empty(), "portal.told.already", form, now);
    }

    private View done(String name, Act act, String sending, Case mine, Form form, HttpServletRequest request, Instant now) {
        if (cases.act(mine.number(), act, By.resident(), now) instanceof Outcome.Refused<Integer>(var why, var details)) {
            once.again(sending);
            form.refuse(OwnActs.field(name), why, details.toArray());
            return show(HttpStatus.UNPROCESSABLE_CONTENT, door.again(form, request, now).orElse(mine), form, null, form, now);
        }
        return show(HttpStatus.OK, door.again(form, request, now).orElse(mine), Form.empty(), "portal.told." + name, form, now);
    }

    private View show(HttpStatus status, Case mine, Form shownAgain, @Nullable String told, Form typed, Instant now) {
        var own = ownView.of(mine, typed.typed("code"), shownAgain, told, now);
        return Show.page(status, "portal/case", ownView.page(mine, own, now), OwnDoor.PRIVATE);
    }
}

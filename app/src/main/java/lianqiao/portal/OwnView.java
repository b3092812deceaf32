package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.cases.Act;
import lianqiao.cases.Act.Level;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.Measure;
import lianqiao.cases.RightsNotice;
import lianqiao.cases.State;
import lianqiao.portal.CaseView.Own;
import lianqiao.portal.CaseView.Told;
import lianqiao.rights.GivenNotices;
import lianqiao.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the resident can do now with the own case: exactly what the step table offers, the most useful first. Thread-safe. */
@Component
final class OwnView {
    private static final Map<Class<? extends Act>, String> NAMES = Map.of(
            Act.Supplement.class, "supplement", Act.Verdict.class, "verdict", Act.Reopen.class, "reopen", Act.Escalate.class, "escalate",
            Act.Appeal.class, "appeal", Act.StateCounter.class, "counter", Act.TakeRecourse.class, "recourse");

    private static final int MOST_NOTICES = 50;

    private final CaseViews views;
    private final GivenNotices notices;

    OwnView(CaseViews views, GivenNotices notices) {
        this.views = views;
        this.notices = notices;
    }

    Own of(Case mine, String code, Form form, @Nullable String told, Instant now) {
        var acts = Cases.offered(mine, Set.of(By.Role.RESIDENT)).stream().filter(NAMES::containsKey).map(NAMES::get)
                .filter(act -> isUseful(act, mine, now)).toList();
        return new Own(mine.number().text(), code, acts, next(mine, acts),
                mine.measures().stream().filter(m -> m.standing() == Measure.Standing.IN_FORCE).toList(),
                told(mine), notices.own(mine.number(), now).orElse(null), form, told);
    }

    private List<Told> told(Case mine) {
        var standings = mine.notices();
        return notices.forwardedTo(mine.number(), MOST_NOTICES).stream()
                .map(said -> new Told(said, standings.stream().filter(s -> s.number() == said.number()).findFirst().orElse(null))).toList();
    }

    /** A verdict on a joined case waits for the answer; a case at the top cannot be raised; raising serves only open work. */
    private static boolean isUseful(String act, Case mine, Instant now) {
        return switch (act) {
            case "verdict" -> mine.state() != State.JOINED;
            case "escalate" -> mine.level() != Level.LEADER && !mine.state().clockPaused() && mine.state() != State.CONFIRMED;
            case "appeal" -> mine.measures().stream().anyMatch(m -> m.standing() == Measure.Standing.IN_FORCE);
            case "counter" -> !mine.confidential() && mine.notices().stream().anyMatch(RightsNotice::mayBeCountered);
            case "recourse" -> mine.awaitsRecourse(now);
            default -> true;
        };
    }

    private static String next(Case mine, List<String> acts) {
        if (mine.state().clockPaused()) return "supplement";
        if (mine.state().awaitsVerdict()) return "verdict";
        return mine.state() == State.DISPUTED && acts.contains("reopen") ? "reopen" : "";
    }

    CaseView page(Case mine, Own own, Instant now) {
        return views.of(mine, own, now);
    }
}

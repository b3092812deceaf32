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
import lianqiao.cases.RightsNotices;
import lianqiao.cases.State;
import lianqiao.portal.CaseView.Own;
import lianqiao.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the resident can do now with the own case: exactly what the step table offers, the most useful first. Thread-safe. */
@Component
final class OwnView {
    private static final Map<Class<? extends Act>, String> NAMES = Map.of(
            Act.Supplement.class, "supplement", Act.Verdict.class, "verdict", Act.Reopen.class, "reopen", Act.Escalate.class, "escalate",
            Act.Appeal.class, "appeal");

    private static final int MOST_NOTICES = 50;

    private final CaseViews views;
    private final RightsNotices notices;

    OwnView(CaseViews views, RightsNotices notices) {
        this.views = views;
        this.notices = notices;
    }

    Own of(Case mine, String code, Form form, @Nullable String told) {
        var acts = Cases.offered(mine, Set.of(By.Role.RESIDENT)).stream().filter(NAMES::containsKey).map(NAMES::get)
                .filter(act -> isUseful(act, mine)).toList();
        return new Own(mine.number().text(), code, acts, next(mine, acts),
                mine.measures().stream().filter(m -> m.standing() == Measure.Standing.IN_FORCE).toList(),
                notices.forwardedTo(mine.number(), MOST_NOTICES), form, told);
    }

    /** A verdict on a joined case waits for the answer; a case at the top cannot be raised; raising serves only open work. */
    private static boolean isUseful(String act, Case mine) {
        return switch (act) {
            case "verdict" -> mine.state() != State.JOINED;
            case "escalate" -> mine.level() != Level.LEADER && !mine.state().clockPaused() && mine.state() != State.CONFIRMED;
            case "appeal" -> mine.measures().stream().anyMatch(m -> m.standing() == Measure.Standing.IN_FORCE);
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

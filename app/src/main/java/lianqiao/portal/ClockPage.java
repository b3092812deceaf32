package lianqiao.portal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.calendar.DayLine;
import lianqiao.calendar.Deadlines;
import lianqiao.calendar.Pause;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Calendars;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.portal.Step.Said;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Why a case is due on its day: every day between, and whether it counts. */
@Controller
public final class ClockPage {
    private final Cases cases;
    private final Calendars calendars;
    private final InstantSource clock;

    ClockPage(Cases cases, Calendars calendars, InstantSource clock) {
        this.cases = cases;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param running whether the clock still decides anything; otherwise it shows what the date was
     * @param version which edition of the calendar this rests on
     */
    public record Model(Case shown, Said limit, List<Said> extensions, List<Pause> pauses, List<DayLine> days, boolean inHours,
                        boolean running, boolean late, String version) {}

    @GetMapping("/case/{typed}/clock")
    View show(@PathVariable String typed) {
        var now = clock.instant();
        return CaseNumber.read(typed).flatMap(n -> cases.publicly(n, now)).map(shown -> Show.page("portal/clock", explained(shown, now)))
                .orElseGet(() -> CasePage.missing(typed));
    }

    private Model explained(Case c, Instant now) {
        var calendar = calendars.inUse();
        boolean running = c.state().clockRuns() || c.state().clockPaused();
        var asOf = running || c.answeredAt() == null ? now : c.answeredAt();
        return new Model(c, ServicePage.limit(c.clock().limit()), c.clock().extensions().stream().map(ClockPage::extension).toList(),
                c.clock().pauses(), Deadlines.explain(c.clock(), calendar, asOf), c.clock().limit() instanceof lianqiao.calendar.Hours,
                running, c.isOverdueAt(now), calendar.version());
    }

    private static Said extension(TimeLimit by) {
        return ServicePage.limit(by);
    }
}

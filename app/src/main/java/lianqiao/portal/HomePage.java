package lianqiao.portal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import lianqiao.base.Text;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.CaseQuery.Counted;
import lianqiao.cases.Figures;
import lianqiao.insight.HotIssue;
import lianqiao.insight.HotIssues;
import lianqiao.offices.Offices;
import lianqiao.offices.Service;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The first page: ask, and what became of what others asked. */
@Controller
public final class HomePage {
    private static final int SHOWN = 4;
    private static final int HOT = 3;

    private final Lines lines;
    private final Counts counts;
    private final Offices offices;
    private final HotIssues issues;
    private final InstantSource clock;

    HomePage(Lines lines, Counts counts, Offices offices, HotIssues issues, InstantSource clock) {
        this.issues = issues;
        this.lines = lines;
        this.counts = counts;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * @param asked what was asked last
     * @param solved what residents confirmed last
     * @param overdue what is overdue longest
     * @param hot what many people say together
     */
    public record Model(List<Line> asked, List<Line> solved, List<Line> overdue, Figures.Line figures, Map<Text, List<Service>> services, List<HotIssue> hot) {}

    @GetMapping("/")
    View show() {
        var now = clock.instant();
        var open = CaseQuery.inPublic(SHOWN);
        return Show.page("portal/home", new Model(lines.some(open, now), lines.some(open.counted(Counted.CONFIRMED), now),
                lines.some(open.overdueAt(now), now), counts.figures(now).all(), offices.servicesByGroup(), issues.hottest(now, HOT)));
    }
}

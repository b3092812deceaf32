package lianqiao.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lianqiao.base.Text;
import lianqiao.cases.Cases;
import lianqiao.cases.DayBook;
import lianqiao.cases.DayBook.Deed;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What leaders did in the seven days until now, on public cases: counts of their recorded steps by office, nobody's name. */
@Controller
public final class LeadersPage {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST = 50;

    private final DayBook days;
    private final Cases cases;
    private final Lines lines;
    private final Names names;
    private final InstantSource clock;

    LeadersPage(DayBook days, Cases cases, Lines lines, Names names, InstantSource clock) {
        this.days = days;
        this.cases = cases;
        this.lines = lines;
        this.names = names;
        this.clock = clock;
    }

    /** @param cases on which a step can be read, the newest first, at most fifty */
    public record Model(List<Deed> deeds, List<Line> cases, Names names, Instant from, Instant to) {
        public Text office(Deed deed) {
            return names.office(deed.office());
        }
    }

    @GetMapping("/leaders")
    View show() {
        var now = clock.instant();
        var touched = cases.publicLines(days.touchedByLeaders(now.minus(WEEK), now, MOST));
        return Show.page("portal/leaders", new Model(days.deedsOfLeaders(now.minus(WEEK), now), lines.drawn(touched, now), names, now.minus(WEEK), now));
    }
}

package lianqiao.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lianqiao.base.Text;
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

    private final DayBook days;
    private final Names names;
    private final InstantSource clock;

    LeadersPage(DayBook days, Names names, InstantSource clock) {
        this.days = days;
        this.names = names;
        this.clock = clock;
    }

    /** The steps of that time. */
    public record Model(List<Deed> deeds, Names names, Instant from, Instant to) {
        public Text office(Deed deed) {
            return names.office(deed.office());
        }
    }

    @GetMapping("/leaders")
    View show() {
        var now = clock.instant();
        return Show.page("portal/leaders", new Model(days.deedsOfLeaders(now.minus(WEEK), now), names, now.minus(WEEK), now));
    }
}

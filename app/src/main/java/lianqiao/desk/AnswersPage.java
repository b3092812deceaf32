package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import lianqiao.checklist.Checks;
import lianqiao.checklist.Item;
import lianqiao.checklist.OfficeAnswers;
import lianqiao.web.Frame;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How many answers of the last half year name a date, a rule and how to disagree: by office, never by person. */
@Controller
public class AnswersPage {
    private final Desk desk;
    private final Checks checks;
    private final InstantSource clock;

    AnswersPage(Desk desk, Checks checks, InstantSource clock) {
        this.desk = desk;
        this.checks = checks;
        this.clock = clock;
    }

    /** The table, a row for each office. */
    public record Model(Reader reader, Names names, List<OfficeAnswers> offices) {
        public List<Item> items() {
            return Checks.COUNTED;
        }

        /** A count, or that it is too small to be shown. */
        public String count(Frame frame, int count) {
            return OfficeAnswers.isShown(count) ? Integer.toString(count) : frame.say("desk.answers.few", OfficeAnswers.LEAST);
        }

        /** Whether a share says anything: both counts are large enough to be shown. */
        public boolean hasShare(OfficeAnswers office, Item item) {
            return OfficeAnswers.isShown(office.of(item));
        }
    }

    @GetMapping("/desk/answers")
    View show(HttpServletRequest request) {
        return Show.page("desk/answers", new Model(desk.reader(request), desk.names(), checks.byOffice(clock.instant())));
    }
}

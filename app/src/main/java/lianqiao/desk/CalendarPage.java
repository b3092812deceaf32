package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lianqiao.access.AuditTrail;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.Calendars;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Cases;
import lianqiao.offices.Duty;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The holidays and make-up working days: look first how many public cases would move, then put them in. */
@Controller
public class CalendarPage {
    private static final int MOST = 100_000;
    private static final int MOST_NAMED = 500;

    private final Desk desk;
    private final Calendars calendars;
    private final Cases cases;
    private final InstantSource clock;

    CalendarPage(Desk desk, Calendars calendars, Cases cases, InstantSource clock) {
        this.desk = desk;
        this.calendars = calendars;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param wouldMove how many public cases would get another date, or null before it was looked at
     * @param moved the public cases that have got another date, or null before it was done
     */
    public record Model(Reader reader, Form form, String version, List<Integer> years, @Nullable Integer wouldMove, @Nullable List<CaseNumber> moved) {}

    @GetMapping("/desk/admin/calendar")
    View show(HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty().with("days", calendars.days()), null, null, request);
    }

    @PostMapping("/desk/admin/calendar")
    View change(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.ADMINISTRATOR)) return Show.notFound();
        var form = Form.of(request);
        var days = form.text("days", MOST);
        if (form.hasErrors()) return page(HttpStatus.UNPROCESSABLE_CONTENT, form, null, null, request);
        var now = clock.instant();
        var outcome = form.typed("step").equals("do") ? replace(days, reader, now) : calendars.trial(days);
        return switch (outcome) {
            case Outcome.Refused<WorkingCalendar>(var why, var details) -> {
                form.refuse("days", why, details.toArray());
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, form, null, null, request);
            }
            case Outcome.Done<WorkingCalendar>(var calendar) -> form.typed("step").equals("do")
                    ? page(HttpStatus.OK, form, null, shown(cases.recompute(now)), request)
                    : page(HttpStatus.OK, form, cases.wouldMove(calendar, now), null, request);
        };
    }

    private Outcome<WorkingCalendar> replace(String days, Reader reader, Instant now) {
        return desk.audit().during(reader.who(), AuditTrail.Kind.SETTINGS, "calendar", "", now, () -> calendars.replace(days, reader.officer().id().text(), now));
    }

    /** Of the cases that moved, those that everybody may know of: whoever keeps the settings learns of no confidential one. */
    private List<CaseNumber> shown(List<CaseNumber> moved) {
        return cases.publicLines(moved.subList(0, Math.min(MOST_NAMED, moved.size()))).stream().map(CaseLine::number).toList();
    }

    private View page(HttpStatus status, Form form, @Nullable Integer wouldMove, @Nullable List<CaseNumber> moved, HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.ADMINISTRATOR)) return Show.notFound();
        var inUse = calendars.inUse();
        return Show.page(status, "desk/calendar", new Model(reader, form, inUse.version(), inUse.yearsKnown().stream().sorted().toList(), wouldMove, moved));
    }
}

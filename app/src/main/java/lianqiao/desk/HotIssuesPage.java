package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.cases.By.Role;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Cases;
import lianqiao.insight.HotIssue;
import lianqiao.insight.HotIssues;
import lianqiao.insight.Season;
import lianqiao.web.Form;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What rises, what only shares a place, what comes back every year; dispatchers, supervisors and leaders join and separate issues, with a reason that everybody reads. */
@Controller
public class HotIssuesPage {
    private static final int MOST = 20;
    private static final int QUOTED = 3;
    private static final int MOST_REASON = 300;

    private final Desk desk;
    private final HotIssues issues;
    private final Cases cases;
    private final Site site;
    private final InstantSource clock;

    HotIssuesPage(Desk desk, HotIssues issues, Cases cases, Site site, InstantSource clock) {
        this.desk = desk;
        this.issues = issues;
        this.cases = cases;
        this.site = site;
        this.clock = clock;
    }

    /**
     * @param quoted three public cases of each issue that rises, by its number
     * @param places what only shares a place, by area
     * @param done what was done just now, empty if nothing
     */
    public record Model(Reader reader, Names names, List<HotIssue> rising, Map<Long, List<CaseLine>> quoted, List<HotIssue> hottest, Map<String, List<HotIssue>> places,
                        List<Season> seasons, Form form, String done, Instant now) {
        /** Whether more than usual come from a place these days, whatever they speak of. */
        public boolean rises(HotIssue place) {
            return place.rise() != null && place.rise().at().isAfter(now.minus(HotIssues.NEWS));
        }

        /** The issues that can be chosen, by number. */
        public Map<String, String> choices() {
            var choices = new LinkedHashMap<String, String>();
            hottest.forEach(one -> choices.put(String.valueOf(one.id()), one.name()));
            places.values().forEach(all -> all.forEach(one -> choices.put(String.valueOf(one.id()), one.name())));
            return choices;
        }
    }

    @GetMapping("/desk/hot")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayLink(reader)) return Show.notFound();
        var form = Form.of(request);
        return Show.page("desk/hot", model(reader, Form.empty(), form.typed("done")));
    }

    @PostMapping("/desk/hot")
    View link(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayLink(reader)) return Show.notFound();
        var form = Form.of(request);
        var act = form.typed("act");
        var outcome = act.equals("join") ? join(form, reader) : separate(form, reader);
        if (outcome instanceof Outcome.Refused<HotIssue>(var why, var _)) {
            form.refuse(why.endsWith("no-reason") ? act + "-reason" : act.equals("join") ? "other" : "number", why);
            return Show.page(HttpStatus.UNPROCESSABLE_CONTENT, "desk/hot", model(reader, form, ""));
        }
        return Show.seeOther("/desk/hot?done=" + (act.equals("join") ? "join" : "separate"));
    }

    private Outcome<HotIssue> join(Form form, Reader reader) {
        return issues.join(number(form.typed("one")), number(form.typed("other")), form.text("join-reason", MOST_REASON), officer(reader), clock.instant());
    }

    private Outcome<HotIssue> separate(Form form, Reader reader) {
        var number = CaseNumber.read(form.typed("number")).map(CaseNumber::text).orElse("");
        return issues.separate(number(form.typed("issue")), number, form.text("separate-reason", MOST_REASON), officer(reader), clock.instant());
    }

    private static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static String officer(Reader reader) {
        return reader.officer().id().text();
    }

    private Model model(Reader reader, Form form, String done) {
        var now = clock.instant();
        var rising = issues.rising(now);
        var places = issues.placeGroups(now, MOST).stream().collect(Collectors.groupingBy(HotIssue::area, LinkedHashMap::new, Collectors.toList()));
        return new Model(reader, desk.names(), rising, quoted(rising), issues.hottest(now, MOST), places, issues.seasons(now, site.zone()), form,
                done.equals("join") || done.equals("separate") ? done : "", now);
    }

    private Map<Long, List<CaseLine>> quoted(List<HotIssue> rising) {
        var numbers = rising.stream().flatMap(one -> one.members().stream().limit(QUOTED)).flatMap(one -> CaseNumber.read(one).stream()).toList();
        var lines = cases.publicLines(numbers).stream().collect(Collectors.toMap(line -> line.number().text(), Function.identity(), (one, _) -> one));
        return rising.stream().collect(Collectors.toMap(HotIssue::id, one -> one.members().stream().limit(QUOTED).filter(lines::containsKey).map(lines::get).toList()));
    }

    private static boolean mayLink(Reader reader) {
        return reader.plays(Role.DISPATCHER) || reader.plays(Role.SUPERVISOR) || reader.plays(Role.LEADER);
    }
}

package lianqiao.portal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lianqiao.base.Text;
import lianqiao.cases.Moderation;
import lianqiao.cases.Moderation.After;
import lianqiao.cases.Rules;
import lianqiao.offices.MeasureGround;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.rights.GivenNotices;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Everything that was masked by hand or withheld: how often, on which ground, by which office, and which appeals are late. */
@Controller
public final class ModerationPage {
    private static final int A_PAGE = 50;

    private final Moderation moderation;
    private final GivenNotices notices;
    private final Offices offices;
    private final Names names;
    private final Rules rules;
    private final InstantSource clock;

    ModerationPage(Moderation moderation, GivenNotices notices, Offices offices, Names names, Rules rules, InstantSource clock) {
        this.moderation = moderation;
        this.notices = notices;
        this.offices = offices;
        this.names = names;
        this.rules = rules;
        this.clock = clock;
    }

    /** One row of the table. */
    public record Row(Moderation.Count count, Text ground, Text office) {}

    /** One measure in a list. */
    public record Entry(Moderation.Line line, Text ground, Text office, boolean late) {}

    /**
     * @param notices how often somebody said that a right of theirs is violated, and how many of these are open
     * @param appealDays how long an author may appeal, in days
     * @param recourseDays how many days there are to complain or sue after a counter-statement
     * @param decideDays within how many working days an appeal is decided
     * @param older the address of the next page, null when this is the last
     */
    public record Model(List<MeasureGround> grounds, List<Row> counts, List<Entry> appeals, List<Entry> newest, List<GivenNotices.Count> notices, int appealDays, int decideDays, int recourseDays,
                        boolean first, @Nullable String older, Instant now) {}

    @GetMapping("/moderation")
    View show(@RequestParam(required = false) @Nullable String after) {
        var now = clock.instant();
        var from = After.read(after);
        var found = moderation.newest(from, A_PAGE + 1);
        boolean more = found.size() > A_PAGE;
        var shown = more ? found.subList(0, A_PAGE) : found;
        var older = more ? "/moderation?after=" + After.of(shown.getLast()) : null;
        var counts = moderation.counts().stream().map(c -> new Row(c, ground(c.basis()), office(c.office()))).toList();
        return Show.page("portal/moderation", new Model(offices.measureGrounds().stream().filter(MeasureGround::active).toList(), counts,
                entries(moderation.openAppeals(A_PAGE), now), entries(shown, now), notices.counts(), rules.appealWithin().amount(), rules.decideAppealWithin().amount(),
                rules.recourseWithin().amount(),
                from == null, older, now));
    }

    private List<Entry> entries(List<Moderation.Line> lines, Instant now) {
        return lines.stream().map(line -> new Entry(line, ground(line.basis()), office(line.office()), line.isOverdueAt(now))).toList();
    }

    private Text ground(String code) {
        return offices.measureGround(code).map(MeasureGround::plain).orElse(new Text(code, code));
    }

    private Text office(@Nullable OfficeCode code) {
        return code == null ? new Text("", "") : names.office(code);
    }
}

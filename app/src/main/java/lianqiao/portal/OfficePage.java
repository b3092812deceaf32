package lianqiao.portal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Figures;
import lianqiao.cases.OwnCases;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The offices: what each is there for, its cases, its figures. */
@Controller
public final class OfficePage {
    /** An office without a case yet. */
    private static final Figures.Line NOTHING = new Figures.Line(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1);
    private static final int MOST_OVERDUE = 5;

    private final Offices offices;
    private final Lines lines;
    private final Counts counts;
    private final OwnCases own;
    private final InstantSource clock;

    OfficePage(Offices offices, Lines lines, Counts counts, OwnCases own, InstantSource clock) {
        this.offices = offices;
        this.lines = lines;
        this.counts = counts;
        this.own = own;
        this.clock = clock;
    }

    /** An office in the tree. */
    public record Branch(Office office, Figures.Line figures, List<Branch> below) {}

    /**
     * @param path from the root down to the office above
     * @param overdue its most overdue cases, only on the first page of its list
     */
    public record Model(Office office, List<Office> path, List<Office> below, Figures.Line figures, List<Line> overdue, Page page) {}

    /**
     * Every office with its figures, for comparing.
     *
     * @param verified how many of all cases were filed by verified residents
     */
    public record Table(Figures.Line all, List<Branch> offices, long verified) {}

    @GetMapping("/offices")
    View tree() {
        return Show.page("portal/offices", branches());
    }

    /** All offices in one table. */
    @GetMapping("/figures")
    View figures() {
        var flat = new ArrayList<Branch>();
        branches().forEach(root -> flatten(root, flat));
        return Show.page("portal/figures", new Table(counts.figures(clock.instant()).all(), flat.stream().filter(b -> b.figures().received() > 0).toList(), own.verified()));
    }

    @GetMapping("/office/{code}")
    View show(@PathVariable String code, @RequestParam(required = false) @Nullable String after) {
        var office = OfficeCode.isWellFormed(code) ? offices.office(new OfficeCode(code)) : java.util.Optional.<Office>empty();
        if (office.isEmpty()) return Show.notFound();
        var now = clock.instant();
        var query = CaseQuery.inPublic(Lines.A_PAGE + 1).ofOffice(office.get().code());
        var page = lines.page(query, after, "/office/" + code, now);
        var overdue = page.first() == null ? lines.some(CaseQuery.inPublic(MOST_OVERDUE).ofOffice(office.get().code()).overdueAt(now), now) : List.<Line>of();
        var path = offices.path(office.get().code());
        return Show.page("portal/office", new Model(office.get(), path.subList(0, Math.max(0, path.size() - 1)),
                offices.children(office.get().code()), figures(office.get()), overdue, page));
    }

    private List<Branch> branches() {
        return offices.all().stream().filter(o -> o.parent() == null).map(this::branch).toList();
    }

    private Branch branch(Office office) {
        return new Branch(office, figures(office), offices.children(office.code()).stream().map(this::branch).toList());
    }

    private static void flatten(Branch branch, List<Branch> into) {
        into.add(branch);
        branch.below().forEach(b -> flatten(b, into));
    }

    private Figures.Line figures(Office office) {
        return counts.figures(clock.instant()).of(office.code()).orElse(NOTHING);
    }
}

package lianqiao.portal;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lianqiao.base.Text;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.CaseQuery.Counted;
import lianqiao.cases.State;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What a figure counts, case by case; and the board of what is overdue or put off. */
@Controller
public final class CasesPage {
    /** Figures that are no condition on the row alone. */
    private static final Set<String> WHOLE = Set.of("received", "overdue");

    private final Lines lines;
    private final Offices offices;
    private final Counts counts;
    private final InstantSource clock;

    CasesPage(Lines lines, Offices offices, Counts counts, InstantSource clock) {
        this.lines = lines;
        this.offices = offices;
        this.counts = counts;
        this.clock = clock;
    }

    /** @param show which figure, in lower case; {@code received} for all */
    public record Model(String show, @Nullable Text office, Page page) {}

    /** @param view overdue, book or unsolved */
    public record Board(String view, Page page, long overdue) {}

    @GetMapping("/cases")
    View list(@RequestParam(defaultValue = "received") String show, @RequestParam(required = false) @Nullable String office,
              @RequestParam(required = false) @Nullable String after) {
        var counted = counted(show);
        var of = office(office);
        if (counted.isEmpty() && !WHOLE.contains(show) || office != null && of.isEmpty()) return Show.notFound();
        var query = CaseQuery.inPublic(Lines.A_PAGE + 1);
        if (counted.isPresent()) query = query.counted(counted.get());
        if (show.equals("overdue")) query = query.overdueAt(clock.instant());
        if (of.isPresent()) query = query.ofOffice(of.get().code());
        var path = "/cases?show=" + show + of.map(o -> "&office=" + o.code()).orElse("");
        return Show.page("portal/cases", new Model(show, of.map(Office::name).orElse(null), lines.page(query, after, path, clock.instant())));
    }

    @GetMapping("/overdue")
    View overdue(@RequestParam(defaultValue = "overdue") String view, @RequestParam(required = false) @Nullable String after) {
        var now = clock.instant();
        var all = CaseQuery.inPublic(Lines.A_PAGE + 1);
        var query = switch (view) {
            case "overdue" -> all.overdueAt(now);
            case "book" -> all.counted(Counted.OPEN).in(Set.of(State.ON_BOOK));
            case "unsolved" -> all.counted(Counted.OPEN).in(Set.of(State.DISPUTED));
            case "reopened" -> all.counted(Counted.REOPENED);
            default -> null;
        };
        if (query == null) return Show.notFound();
        var path = view.equals("overdue") ? "/overdue" : "/overdue?view=" + view;
        return Show.page("portal/overdue", new Board(view, lines.page(query, after, path, now), counts.figures(now).all().overdue()));
    }

    private static Optional<Counted> counted(String show) {
        for (var c : Counted.values()) if (c.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(show)) return Optional.of(c);
        return Optional.empty();
    }

    private Optional<Office> office(@Nullable String code) {
        return code == null || !OfficeCode.isWellFormed(code) ? Optional.empty() : offices.office(new OfficeCode(code));
    }
}

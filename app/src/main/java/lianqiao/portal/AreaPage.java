package lianqiao.portal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianqiao.cases.CaseQuery;
import lianqiao.offices.Area;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Offices;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The parts of the city, each with the cases from within it. */
@Controller
public final class AreaPage {
    private final Offices offices;
    private final Lines lines;
    private final InstantSource clock;

    AreaPage(Offices offices, Lines lines, InstantSource clock) {
        this.offices = offices;
        this.lines = lines;
        this.clock = clock;
    }

    /** An area in the tree. */
    public record Branch(Area area, List<Branch> below) {}

    /** @param path from the city down to the area above */
    public record Model(Area area, List<Area> path, List<Area> below, Page page) {}

    @GetMapping("/areas")
    View tree() {
        return Show.page("portal/areas", offices.areas().stream().filter(a -> a.parent() == null).map(this::branch).toList());
    }

    private Branch branch(Area area) {
        return new Branch(area, offices.children(area.code()).stream().map(this::branch).toList());
    }

    @GetMapping("/area/{code}")
    View show(@PathVariable String code, @RequestParam(required = false) @Nullable String after) {
        var area = AreaCode.isWellFormed(code) ? offices.area(new AreaCode(code)) : Optional.<Area>empty();
        if (area.isEmpty()) return Show.notFound();
        var all = CaseQuery.inPublic(Lines.A_PAGE + 1);
        var query = area.get().parent() == null ? all : all.within(Set.copyOf(offices.within(area.get().code())));
        var path = offices.path(area.get().code());
        return Show.page("portal/area", new Model(area.get(), path.subList(0, path.size() - 1), offices.children(area.get().code()),
                lines.page(query, after, "/area/" + code, clock.instant())));
    }
}

package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import lianqiao.cases.CaseLine;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws lists of public cases, page by page. Thread-safe. */
@Component
final class Lines {
    /** Cases on one page of a list. */
    static final int A_PAGE = 20;

    private final Cases cases;
    private final Names names;

    Lines(Cases cases, Names names) {
        this.cases = cases;
        this.names = names;
    }

    /** A page of the list; asks for one line more than it shows, to know whether there is an older page. */
    Page page(CaseQuery query, @Nullable String after, String path, Instant now) {
        var from = CaseQuery.After.read(after);
        var found = cases.list(query.after(from));
        boolean more = found.size() == query.most() && found.size() > 1;
        var shown = more ? found.subList(0, found.size() - 1) : found;
        var next = more ? path + (path.contains("?") ? "&" : "?") + "after=" + end(query, shown.getLast()) : null;
        return new Page(drawn(shown, now), from == null ? null : path, next);
    }

    /** Some lines without further pages. */
    List<Line> some(CaseQuery query, Instant now) {
        return drawn(cases.list(query), now);
    }

    List<Line> drawn(List<CaseLine> found, Instant now) {
        return found.stream().map(line -> new Line(line, Standing.of(line, now), names.service(line.service()),
                names.place(line.area()), names.officeOrNone(line.lead()))).toList();
    }

    private static CaseQuery.After end(CaseQuery query, CaseLine last) {
        return new CaseQuery.After(query.order() == CaseQuery.Order.NEWEST ? last.receivedAt() : last.due(), last.number());
    }
}

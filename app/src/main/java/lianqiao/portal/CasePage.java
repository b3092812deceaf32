package lianqiao.portal;

import java.time.InstantSource;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Cases;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** A case with its whole public trail, and the page that explains its date. */
@Controller
final class CasePage {
    private final Cases cases;
    private final CaseViews views;
    private final InstantSource clock;

    CasePage(Cases cases, CaseViews views, InstantSource clock) {
        this.cases = cases;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/case/{typed}")
    View show(@PathVariable String typed) {
        var number = CaseNumber.read(typed);
        if (number.isPresent() && !number.get().text().equals(typed)) return Show.seeOther("/case/" + number.get());
        var now = clock.instant();
        return number.flatMap(n -> cases.publicly(n, now)).map(shown -> Show.page("portal/case", views.of(shown, null, now)))
                .orElseGet(() -> missing(typed));
    }

    /** The same words whether there is no such case or it is not public: nobody can tell which. */
    static View missing(String typed) {
        return Show.page(HttpStatus.NOT_FOUND, "portal/missing", CaseNumber.read(typed).map(CaseNumber::text).orElse(""));
    }
}

package lianqiao.portal;

import java.util.List;
import java.util.regex.Pattern;
import lianqiao.authenticity.Surge;
import lianqiao.authenticity.Surges;
import lianqiao.base.Text;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** When more people than usual came: what for, where, how many, and the days around it. It says nothing about why. */
@Controller
public final class SurgesPage {
    private static final int A_PAGE = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Surges surges;
    private final Names names;

    SurgesPage(Surges surges, Names names) {
        this.surges = surges;
        this.names = names;
    }

    /** @param place empty in both languages for the whole installation */
    public record Line(Surge surge, Text service, Text place) {}

    /** @param first whether these are the newest */
    public record Listed(List<Line> lines, boolean first, @Nullable String older) {}

    public record Model(Line line, List<Surge.Day> days) {}

    @GetMapping("/surges")
    View list(@RequestParam(required = false) @Nullable String after) {
        var from = after != null && NUMBER.matcher(after).matches() ? surges.find(Long.parseLong(after)).orElse(null) : null;
        var found = surges.latest(from, A_PAGE + 1);
        var shown = found.size() > A_PAGE ? found.subList(0, A_PAGE) : found;
        return Show.page("portal/surges", new Listed(shown.stream().map(this::line).toList(), from == null, found.size() > A_PAGE ? "/surges?after=" + shown.getLast().id() : null));
    }

    @GetMapping("/surges/{id}")
    View show(@PathVariable String id) {
        if (!NUMBER.matcher(id).matches()) return Show.notFound();
        return surges.find(Long.parseLong(id)).map(surge -> Show.page("portal/surge", new Model(line(surge), surges.days(surge)))).orElseGet(Show::notFound);
    }

    private Line line(Surge surge) {
        var service = ServiceCode.isWellFormed(surge.service()) ? names.service(new ServiceCode(surge.service())) : new Text(surge.service(), surge.service());
        return new Line(surge, service, AreaCode.isWellFormed(surge.area()) ? names.place(new AreaCode(surge.area())) : new Text("", ""));
    }
}

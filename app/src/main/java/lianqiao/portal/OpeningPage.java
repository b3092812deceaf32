package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Case;
import lianqiao.cases.Case.Entry;
import lianqiao.cases.Cases;
import lianqiao.identity.FollowCode;
import lianqiao.transparency.PublicLog;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of a case with their salts, for its resident: with this file and the receipts anybody whom the resident shows
 * them can see that the log committed to exactly these words. Opened with number and code, as the case itself.
 */
@Controller
final class OpeningPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cases cases;
    private final PublicLog log;
    private final Limits limits;
    private final InstantSource clock;

    OpeningPage(Cases cases, PublicLog log, Limits limits, InstantSource clock) {
        this.cases = cases;
        this.log = log;
        this.limits = limits;
        this.clock = clock;
    }

    @PostMapping("/log/opening")
    View file(HttpServletRequest request) {
        var form = Form.of(request);
        var number = CaseNumber.read(form.typed("number"));
        var code = FollowCode.read(form.typed("code"));
        var now = clock.instant();
        if (number.isEmpty() || code.isEmpty() || isClosedTo(request, now)) return Show.notFound();
        var mine = cases.own(number.get(), code.get(), now);
        if (mine.isEmpty()) limits.count(Limit.WRONG_CODE_PER_PREFIX, request.getRemoteAddr(), now);
        return mine.map(this::file).orElseGet(Show::notFound);
    }

    private boolean isClosedTo(HttpServletRequest request, Instant now) {
        return limits.look(Limit.WRONG_CODE_PER_PREFIX, request.getRemoteAddr(), now) instanceof Verdict.Over;
    }

    private View file(Case mine) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var entry : mine.trail()) {
            var values = values(mine, entry);
            var fields = new LinkedHashMap<String, Object>();
            log.opening(mine.number().text(), entry.number(), values)
                    .forEach((field, salt) -> fields.put(field, Map.of("salt", salt, "value", values.get(field))));
            if (!fields.isEmpty()) steps.add(Map.of("n", entry.number(), "fields", fields));
        }
        var json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("v", 1, "case", mine.number().text(), "steps", steps));
        return Show.bytes("application/json", json.getBytes(StandardCharsets.UTF_8), Map.of("Cache-Control", "no-store",
                "Content-Disposition", "attachment; filename=\"" + mine.number() + ".opening.json\""));
    }

    /** Everything the resident may see of an entry, under the names of docs/log-format.md. */
    private static Map<String, String> values(Case mine, Entry entry) {
        var values = new HashMap<String, String>();
        values.put("facts", PublicLog.committed(entry.facts()));
        if (entry.office() != null) values.put("unit", entry.office().toString());
        if (entry.number() == 1) {
            values.put("title", mine.title());
            values.put("text", mine.body());
            values.put("place", mine.address());
            if (mine.point() != null) values.put("point", mine.point().latitude() + "," + mine.point().longitude());
        } else {
            values.put("text", entry.text());
        }
        return values;
    }
}

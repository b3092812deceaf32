package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import lianqiao.base.Outcome;
import lianqiao.cases.By.Role;
import lianqiao.insight.Suggestions;
import lianqiao.insight.Suggestions.Suggested;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What is being suggested among what people ask and complain about, quoted and counted by persons; a supervisor or leader says what becomes of it, in public. */
@Controller
public class SuggestionsPage {
    private static final int A_PAGE = 10;

    private final Desk desk;
    private final Suggestions suggestions;
    private final InstantSource clock;

    SuggestionsPage(Desk desk, Suggestions suggestions, InstantSource clock) {
        this.desk = desk;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /** @param answering the suggestion whose form is shown, alone; null for the list */
    public record Model(Reader reader, Names names, List<Suggested> shown, int all, Form form, @Nullable Suggested answering, @Nullable String newer, @Nullable String older) {
        public boolean mayAnswer() {
            return SuggestionsPage.mayAnswer(reader);
        }
    }

    @GetMapping("/desk/suggestions")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        return reader.seesPressing() ? page(HttpStatus.OK, reader, Form.of(request), Form.of(request).typed("place")) : Show.notFound();
    }

    @PostMapping("/desk/suggestions")
    View answer(HttpServletRequest request) {
        var reader = desk.reader(request);
        var form = Form.of(request);
        if (!mayAnswer(reader)) return Show.notFound();
        var place = form.typed("place");
        if (!place.matches("\\d{1,18}:\\d{1,6}")) form.refuse("place", "desk.suggestions.gone");
        if (!form.chosen("decision", "yes") && !form.chosen("decision", "no")) form.refuse("decision", "desk.suggestions.choose");
        if (!form.hasErrors()) answer(place.split(":"), reader, form);
        return form.hasErrors() ? page(HttpStatus.UNPROCESSABLE_CONTENT, reader, form, place) : Show.seeOther("/suggestions");
    }

    private void answer(String[] place, Reader reader, Form form) {
        var officer = reader.officer();
        var outcome = suggestions.answer(Long.parseLong(place[0]), Integer.parseInt(place[1]), form.chosen("decision", "yes"), form.typed("reason"),
                officer.office().text(), officer.id().text(), clock.instant());
        if (outcome instanceof Outcome.Refused<Suggestions.Answer>(var why, var details)) form.refuse("reason", why, details.toArray());
    }

    private View page(HttpStatus status, Reader reader, Form form, String answering) {
        var all = suggestions.suggested(clock.instant());
        int from = form.typed("from").matches("\\d{1,4}") ? Math.min(Integer.parseInt(form.typed("from")), Math.max(0, all.size() - 1)) / A_PAGE * A_PAGE : 0;
        var one = all.stream().filter(suggested -> mayAnswer(reader) && answering.equals(suggested.quote().key() + ":" + suggested.quote().from())).findFirst().orElse(null);
        return Show.page(status, "desk/suggestions", new Model(reader, desk.names(), all.subList(from, Math.min(all.size(), from + A_PAGE)), all.size(), form, one,
                from == 0 ? null : "/desk/suggestions?from=" + (from - A_PAGE), from + A_PAGE < all.size() ? "/desk/suggestions?from=" + (from + A_PAGE) : null));
    }

    private static boolean mayAnswer(Reader reader) {
        return reader.plays(Role.SUPERVISOR) || reader.plays(Role.LEADER);
    }
}

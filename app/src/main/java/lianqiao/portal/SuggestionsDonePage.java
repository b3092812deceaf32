package lianqiao.portal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lianqiao.base.Text;
import lianqiao.insight.Suggestions;
import lianqiao.insight.Suggestions.Answered;
import lianqiao.offices.OfficeCode;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What offices said to suggestions that they found among people's cases: taken up or not, and why. */
@Controller
public final class SuggestionsDonePage {
    private static final int A_PAGE = 20;

    private final Suggestions suggestions;
    private final Names names;
    private final InstantSource clock;

    SuggestionsDonePage(Suggestions suggestions, Names names, InstantSource clock) {
        this.suggestions = suggestions;
        this.names = names;
        this.clock = clock;
    }

    /** @param older where the next page begins, or null */
    public record Model(List<Answered> answers, Names names, @Nullable String older) {
        public Text office(Suggestions.Answer answer) {
            return names.office(new OfficeCode(answer.office()));
        }
    }

    @GetMapping("/suggestions")
    View show(@RequestParam(required = false, defaultValue = "") String before) {
        var from = before.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(before)) : clock.instant().plusSeconds(1);
        var answers = suggestions.answered(from, A_PAGE);
        return Show.page("portal/suggestions", new Model(answers, names, answers.size() < A_PAGE ? null : "/suggestions?before=" + answers.getLast().answer().at().toEpochMilli()));
    }
}

package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Outcome;
import lianqiao.cases.Case;
import lianqiao.drafting.Draft;
import lianqiao.drafting.LanguageModel;
import lianqiao.drafting.Source;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A summary of a public case as the institution's own language model drafts it. Shown once, kept nowhere; a person may use its words or not. */
@Controller
public class DraftPage {
    private final Desk desk;
    private final LanguageModel model;
    private final InstantSource clock;

    DraftPage(Desk desk, LanguageModel model, InstantSource clock) {
        this.desk = desk;
        this.model = model;
        this.clock = clock;
    }

    /**
     * @param draft what the machine wrote; null when there is none
     * @param why the key of the sentence that says why there is none; empty when there is one
     */
    public record Model(Reader reader, Case shown, @Nullable Draft draft, String why) {}

    @PostMapping("/desk/cases/{number}/draft")
    View draft(@PathVariable String number, HttpServletRequest request) {
        var reader = desk.reader(request);
        var found = desk.visible(number, reader, clock.instant());
        if (found.isEmpty()) return Show.notFound();
        var shown = found.get();
        if (shown.confidential()) return page(HttpStatus.UNPROCESSABLE_CONTENT, reader, shown, null, "drafting.refused.confidential");
        return switch (model.summarise(sources(shown), shown.language())) {
            case Outcome.Done<Draft>(var draft) -> page(HttpStatus.OK, reader, shown, draft, "");
            case Outcome.Refused<Draft>(var why, var _) -> page(HttpStatus.UNPROCESSABLE_CONTENT, reader, shown, null, why);
        };
    }

    private static View page(HttpStatus status, Reader reader, Case shown, @Nullable Draft draft, String why) {
        return Show.page(status, "desk/draft", new Model(reader, shown, draft, why));
    }

    /** Title and words as everybody reads them, then every public entry with words. */
    private static List<Source> sources(Case shown) {
        var sources = new ArrayList<Source>();
        sources.add(new Source("1", shown.title() + "\n" + shown.body()));
        for (var entry : shown.trail()) if (entry.isPublic() && entry.number() > 1 && !entry.text().isBlank()) sources.add(new Source(Integer.toString(entry.number()), entry.text()));
        return sources;
    }
}

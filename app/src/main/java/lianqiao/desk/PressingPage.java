package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.cases.CaseLine;
import lianqiao.cases.DeskLists;
import lianqiao.insight.Matter;
import lianqiao.insight.Pressing;
import lianqiao.insight.Ranking;
import lianqiao.insight.Ten;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What presses most, in plain words: danger first, then by points that are all shown, with two of ten seats for voices said by few. */
@Controller
public class PressingPage {
    private static final int TENS = 2;

    private final Desk desk;
    private final Pressing pressing;
    private final DeskLists lists;
    private final InstantSource clock;

    PressingPage(Desk desk, Pressing pressing, DeskLists lists, InstantSource clock) {
        this.desk = desk;
        this.pressing = pressing;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * @param persons texts that speak of self-harm; on the first page only, as is {@code danger}
     * @param from the number of the first ten
     * @param sentences the sentences that decided, by case
     */
    public record Model(Reader reader, Names names, List<CaseLine> persons, List<Matter> danger, List<Ten> tens, int from,
                        @Nullable String newer, @Nullable String older, Map<CaseNumber, String> sentences, Pressing.Read read, Instant now) {
        public boolean first() {
            return from == 0;
        }
    }

    @GetMapping("/desk/pressing")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.seesPressing()) return Show.notFound();
        var now = clock.instant();
        var ranking = seen(pressing.ranking(now), reader);
        int from = from(Form.of(request).typed("ten"), ranking.tens().size());
        var tens = ranking.tens().subList(from, Math.min(from + TENS, ranking.tens().size()));
        var shown = Stream.concat(from == 0 ? ranking.now().stream() : Stream.empty(), tens.stream().flatMap(ten -> ten.matters().stream())).toList();
        return Show.page("desk/pressing", new Model(reader, desk.names(), from == 0 ? ranking.persons() : List.of(), from == 0 ? ranking.now() : List.of(), tens, from,
                from == 0 ? null : "/desk/pressing?ten=" + Math.max(0, from - TENS), from + TENS < ranking.tens().size() ? "/desk/pressing?ten=" + (from + TENS) : null,
                pressing.sentences(shown), pressing.readSoFar(), now));
    }

    private Ranking seen(Ranking ranking, Reader reader) {
        return ranking.within(lists.seen(ranking.numbers(), reader.sight()));
    }

    private static int from(String typed, int tens) {
        int asked = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) / TENS * TENS : 0;
        return asked < tens ? asked : 0;
    }
}

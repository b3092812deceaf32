package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lianqiao.cases.By.Role;
import lianqiao.cases.DeskLists;
import lianqiao.cases.Moderation;
import lianqiao.rights.GivenNotices;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What waits for a second and a third person: proposals to mask or withhold, appeals with their date, and notices of people whose rights are touched. */
@Controller
public class MeasuresPage {
    private static final int MOST = 100;

    private final Desk desk;
    private final Moderation moderation;
    private final GivenNotices notices;
    private final DeskLists lists;
    private final InstantSource clock;

    MeasuresPage(Desk desk, Moderation moderation, GivenNotices notices, DeskLists lists, InstantSource clock) {
        this.desk = desk;
        this.moderation = moderation;
        this.notices = notices;
        this.lists = lists;
        this.clock = clock;
    }

    /** At most a hundred of each; all are few, and the oldest stand in front. */
    public record Model(Reader reader, Names names, List<Moderation.Proposal> proposals, List<Moderation.Line> appeals, List<GivenNotices.Given> notices,
                        Instant now) {}

    @GetMapping("/desk/measures")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.plays(Role.SUPERVISOR) && !reader.plays(Role.LEADER)) return Show.notFound();
        return Show.page("desk/measures", shown(reader));
    }

    /** Of what waits, what this reader may come across: a case may have become confidential meanwhile. */
    private Model shown(Reader reader) {
        var proposals = moderation.openProposals(MOST);
        var appeals = moderation.openAppeals(MOST);
        var open = notices.open(MOST);
        var numbers = Stream.of(proposals.stream().map(Moderation.Proposal::number), appeals.stream().map(Moderation.Line::number),
                open.stream().map(GivenNotices.Given::notice)).flatMap(Function.identity()).toList();
        var seen = lists.seen(numbers, reader.sight());
        return new Model(reader, desk.names(), proposals.stream().filter(p -> seen.contains(p.number())).toList(),
                appeals.stream().filter(a -> seen.contains(a.number())).toList(), open.stream().filter(n -> seen.contains(n.notice())).toList(), clock.instant());
    }
}

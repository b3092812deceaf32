package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianqiao.brief.Brief;
import lianqiao.brief.Brief.Part;
import lianqiao.brief.Briefs;
import lianqiao.cases.By.Role;
import lianqiao.cases.CaseLine;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The leader's brief: what every morning brings, in five minutes, and the cases behind each of its numbers. */
@Controller
public class BriefPage {
    private final Desk desk;
    private final Briefs briefs;
    private final InstantSource clock;

    BriefPage(Desk desk, Briefs briefs, InstantSource clock) {
        this.desk = desk;
        this.briefs = briefs;
        this.clock = clock;
    }

    /** @param reading null before the first morning */
    public record Model(Reader reader, Names names, Briefs.@org.jspecify.annotations.Nullable Reading reading, Instant now) {
        /** The longest bar of the picture; 1 when there is none. */
        public long most() {
            return reading == null || reading.brief().late().isEmpty() ? 1 : reading.brief().late().getFirst().count();
        }
    }

    /** @param lines those behind the number that are still public */
    public record Cases(Reader reader, Names names, Brief brief, Part part, List<CaseLine> lines, Instant now) {}

    @GetMapping("/desk/brief")
    View latest(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayRead(reader)) return Show.notFound();
        return Show.page("desk/brief", new Model(reader, desk.names(), briefs.latest().flatMap(briefs::of).orElse(null), clock.instant()));
    }

    @GetMapping("/desk/brief/{date}")
    View show(HttpServletRequest request, @PathVariable String date) {
        var reader = desk.reader(request);
        if (!mayRead(reader)) return Show.notFound();
        return day(date).flatMap(briefs::of).map(reading -> Show.page("desk/brief", new Model(reader, desk.names(), reading, clock.instant())))
                .orElseGet(Show::notFound);
    }

    @GetMapping("/desk/brief/{date}/{part}")
    View cases(HttpServletRequest request, @PathVariable String date, @PathVariable String part) {
        var reader = desk.reader(request);
        var asked = Arrays.stream(Part.values()).filter(one -> one.word().equals(part)).findFirst();
        var reading = day(date).flatMap(briefs::of);
        if (!mayRead(reader) || asked.isEmpty() || reading.isEmpty()) return Show.notFound();
        var brief = reading.get().brief();
        return Show.page("desk/brief-cases", new Cases(reader, desk.names(), brief, asked.get(), briefs.cases(brief, asked.get()), clock.instant()));
    }

    private static boolean mayRead(Reader reader) {
        return reader.plays(Role.SUPERVISOR) || reader.plays(Role.LEADER);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}

package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianqiao.base.Outcome;
import lianqiao.brief.Brief;
import lianqiao.brief.Brief.Part;
import lianqiao.brief.Briefs;
import lianqiao.cases.By.Role;
import lianqiao.cases.CaseLine;
import lianqiao.channels.Subscriptions;
import lianqiao.channels.Topic;
import lianqiao.identity.Contact;
import lianqiao.web.Form;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The leader's brief: what every morning brings, in five minutes, and the cases behind each of its numbers. */
@Controller
public class BriefPage {
    private final Desk desk;
    private final Briefs briefs;
    private final Subscriptions subscriptions;
    private final Pages pages;
    private final InstantSource clock;

    BriefPage(Desk desk, Briefs briefs, Subscriptions subscriptions, Pages pages, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.pages = pages;
        this.desk = desk;
        this.briefs = briefs;
        this.clock = clock;
    }

    /**
     * @param reading null before the first morning
     * @param mail whether this reader gets it by mail: null, or whether that is confirmed
     */
    public record Model(Reader reader, Names names, Briefs.@Nullable Reading reading, Form form, @Nullable Boolean mail, Instant now) {
        /** The longest bar of the picture; 1 when there is none. */
        public long most() {
            return reading == null || reading.brief().late().isEmpty() ? 1 : reading.brief().late().getFirst().count();
        }

        /** Whether this reader can answer in person the case that the brief hands over. */
        public boolean mayAnswer(CaseLine line) {
            return reader.plays(Role.LEADER) && line.leaderMayAnswer();
        }
    }

    /** @param lines those behind the number that are still public */
    public record Cases(Reader reader, Names names, Brief brief, Part part, List<CaseLine> lines, Instant now) {}

    @GetMapping("/desk/brief")
    View latest(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayRead(reader)) return Show.notFound();
        return page(HttpStatus.OK, reader, briefs.latest().flatMap(briefs::of).orElse(null), Form.empty());
    }

    @GetMapping("/desk/brief/{date}")
    View show(HttpServletRequest request, @PathVariable String date) {
        var reader = desk.reader(request);
        if (!mayRead(reader)) return Show.notFound();
        return day(date).flatMap(briefs::of).map(reading -> page(HttpStatus.OK, reader, reading, Form.empty())).orElseGet(Show::notFound);
    }

    /** Orders the brief by mail, or ends it. Nobody gets it who has not said so twice: here, and through the link in the first letter. */
    @PostMapping("/desk/brief")
    View mail(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayRead(reader)) return Show.notFound();
        var form = Form.of(request);
        var now = clock.instant();
        if (form.typed("want").equals("no")) {
            subscriptions.endBrief(reader.officer().id(), now);
            return Show.seeOther("/desk/brief");
        }
        var contact = Contact.read(form.line("contact", Contact.MOST_TYPED));
        if (contact.isEmpty()) form.refuse("contact", "channels.subscribe.mail-only");
        if (!form.hasErrors() && subscriptions.askForBrief(contact.orElseThrow(), reader.officer().id(), pages.frame(request).language(), now) instanceof Outcome.Refused<Topic>(var why, var details))
            form.refuse("contact", why, details.toArray());
        return form.hasErrors() ? page(HttpStatus.UNPROCESSABLE_CONTENT, reader, briefs.latest().flatMap(briefs::of).orElse(null), form) : Show.seeOther("/desk/brief");
    }

    private View page(HttpStatus status, Reader reader, Briefs.@Nullable Reading reading, Form form) {
        return Show.page(status, "desk/brief", new Model(reader, desk.names(), reading, form, subscriptions.brief(reader.officer().id()).orElse(null), clock.instant()));
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

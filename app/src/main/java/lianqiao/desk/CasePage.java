package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianqiao.access.AuditTrail;
import lianqiao.base.Outcome;
import lianqiao.calendar.DayLine;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Cases;
import lianqiao.cases.DeskLists;
import lianqiao.checklist.Checks;
import lianqiao.checklist.KeptCheck;
import lianqiao.drafting.LanguageModel;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.routing.Help;
import lianqiao.search.Search;
import lianqiao.search.Similar;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A case with everything the desk knows: the public trail, the internal entries beside it, and what can be done now. */
@Controller
public class CasePage {
    private final Desk desk;
    private final Cases cases;
    private final Residents residents;
    private final Offices offices;
    private final Routing routing;
    private final Dates dates;
    private final Search search;
    private final DeskLists lists;
    private final Guide guide;
    private final Checks checks;
    private final LanguageModel model;
    private final InstantSource clock;

    CasePage(Desk desk, Cases cases, Residents residents, Offices offices, Routing routing, Dates dates, Search search, DeskLists lists, Guide guide, Checks checks, LanguageModel model, InstantSource clock) {
        this.desk = desk;
        this.cases = cases;
        this.residents = residents;
        this.offices = offices;
        this.routing = routing;
        this.dates = dates;
        this.search = search;
        this.lists = lists;
        this.guide = guide;
        this.checks = checks;
        this.model = model;
        this.clock = clock;
    }

    /**
     * @param strong the slug of the one strong button, or null
     * @param quiet the slugs of all others that are offered
     * @param contact the opened contact, only in the answer to the recorded request for it
     * @param similar public cases with like words, to join or to learn from
     * @param reachable whether there is a contact at all
     * @param help what the words of the case suggest, while it waits for somebody to send it; null otherwise
     * @param checks what the checklist found in the answers
     * @param drafts whether a language model of the institution can be asked about this case
     * @param done which act has just been taken, for the line that says so
     * @param beside the beginning of the reader's queue, for the pane beside the case
     */
    public record Model(Reader reader, Names names, Case shown, Instant now, @Nullable String strong, List<String> quiet, @Nullable Why why,
                        List<DayLine> days, int daysLeft, List<CaseLine> similar, boolean reachable, @Nullable String contact, Form form, String done,
                        List<CaseLine> beside, @Nullable Help help, List<KeptCheck> checks, boolean drafts) {
        /** The words of the case, with what decided marked. */
        public List<Help.Piece> said() {
            return Guide.said(shown, help);
        }
    }

    @GetMapping("/desk/cases/{number}")
    View show(@PathVariable String number, HttpServletRequest request) {
        var reader = desk.reader(request);
        var now = clock.instant();
        return desk.visible(number, reader, now).map(shown -> page(HttpStatus.OK, shown, reader, Form.of(request), null, now)).orElseGet(Show::notFound);
    }

    /** Opens the resident's contact; who, when and what for is recorded before it is shown. */
    @PostMapping("/desk/cases/{number}/contact")
    View reveal(@PathVariable("number") String typed, HttpServletRequest request) {
        var reader = desk.reader(request);
        var now = clock.instant();
        var shown = desk.visible(typed, reader, now);
        if (shown.isEmpty() || !mayReach(reader)) return Show.notFound();
        var form = Form.of(request);
        var purpose = form.line("purpose", 200);
        var resident = cases.residentOf(shown.get().number());
        if (form.hasErrors() || resident.isEmpty()) return page(HttpStatus.UNPROCESSABLE_CONTENT, shown.get(), reader, form, null, now);
        var number = shown.get().number().text();
        return switch (desk.audit().during(reader.who(), AuditTrail.Kind.CONTACT_OPENED, number, purpose, now,
                () -> residents.reveal(resident.get(), reader.officer().id().text(), number + ": " + purpose, now))) {
            case Outcome.Done<Contact>(var contact) -> page(HttpStatus.OK, shown.get(), reader, form, contact.reveal(), now);
            case Outcome.Refused<Contact>(var why, var details) -> {
                form.refuse("purpose", why, details.toArray());
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, shown.get(), reader, form, null, now);
            }
        };
    }

    private static boolean mayReach(Reader reader) {
        return reader.hats().stream().anyMatch(hat -> !hat.roles().isEmpty());
    }

    private View page(HttpStatus status, Case shown, Reader reader, Form form, @Nullable String contact, Instant now) {
        var offered = desk.offers().of(shown, reader, now);
        var strong = Offers.next(offered).flatMap(ActForms::of).map(ActForm::slug).orElse(null);
        var why = Why.of(shown, routing, offices).orElse(null);
        return Show.page(status, "desk/case", new Model(reader, desk.names(), shown, now, strong, quiet(offered, strong), why, dates.explain(shown, now),
                dates.daysLeft(shown, now), similar(shown), mayReach(reader) && cases.residentOf(shown.number()).isPresent(), contact, form, form.typed("done"),
                QueuePage.beginning(reader, cases, lists), offered.containsKey(Act.Reclassify.class) ? guide.of(shown, now).orElse(null) : null, checks.of(shown.number().text()), model.isThere() && !shown.confidential()));
    }

    private List<CaseLine> similar(Case shown) {
        var text = shown.title() + " " + shown.body();
        var numbers = search.similar(text.substring(0, text.offsetByCodePoints(0, Math.min(400, text.codePointCount(0, text.length())))), 6).stream()
                .map(Similar::number).filter(number -> !number.equals(shown.number())).limit(5).toList();
        return cases.publicLines(numbers);
    }

    private static List<String> quiet(Map<Class<? extends Act>, By> offered, @Nullable String strong) {
        var quiet = new ArrayList<String>();
        for (var form : ActForms.all()) {
            boolean partOfTheCall = form.act() == Act.Verdict.class && offered.containsKey(Act.CallBack.class);
            if (offered.containsKey(form.act()) && !form.slug().equals(strong) && !partOfTheCall) quiet.add(form.slug());
        }
        return quiet;
    }
}

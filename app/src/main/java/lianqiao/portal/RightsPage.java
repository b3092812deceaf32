package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.authenticity.Limit;
import lianqiao.base.Busy;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.Cases.Received;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.Right;
import lianqiao.cases.Rules;
import lianqiao.channels.Door;
import lianqiao.channels.IncomingMessage;
import lianqiao.channels.Intake;
import lianqiao.identity.Contact;
import lianqiao.rights.GivenNotices;
import lianqiao.rights.GivenNotices.Claim;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Frame;
import lianqiao.web.Pages;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * A notice that something in a public case violates somebody's right. It becomes a confidential case of its own, so that
 * whoever gives it has a number, a code, a date and an answer; the author reads the statement on the follow page at once.
 */
@Controller
public final class RightsPage {
    private static final Set<String> RIGHTS = Stream.of(Right.values()).map(Enum::name).collect(Collectors.toSet());
    private static final int MOST_NAME = 60;

    private final Cases cases;
    private final CaseViews views;
    private final GivenNotices notices;
    private final Intake intake;
    private final ReceiptPage receipt;
    private final Pages pages;
    private final FormTokens tokens;
    private final Rules rules;
    private final InstantSource clock;
    private final Admission admission;

    RightsPage(Cases cases, CaseViews views, GivenNotices notices, Intake intake, ReceiptPage receipt, Pages pages, FormTokens tokens, Rules rules,
               InstantSource clock, Admission admission) {
        this.cases = cases;
        this.views = views;
        this.notices = notices;
        this.intake = intake;
        this.receipt = receipt;
        this.pages = pages;
        this.tokens = tokens;
        this.rules = rules;
        this.clock = clock;
        this.admission = admission;
    }

    /**
     * @param entries those that a notice can be about
     * @param recourseDays how many days there are to complain or sue after a counter-statement
     * @param told the key of a sentence above the form, null when there is none
     */
    public record Model(CaseNumber number, List<Step> entries, int recourseDays, Form form, @Nullable String told, Admission.Before before) {}

    /** What was typed, read. */
    private record Typed(int entry, Right right, String statement, String name, Contact contact) {}

    @GetMapping("/case/{typed}/rights")
    View empty(@PathVariable String typed, HttpServletRequest request) {
        var now = clock.instant();
        return about(typed, now).map(shown -> form(HttpStatus.OK, shown, Form.of(request), null, now)).orElseGet(() -> CasePage.missing(typed));
    }

    @PostMapping("/case/{typed}/rights")
    View sent(@PathVariable String typed, HttpServletRequest request) {
        var now = clock.instant();
        return about(typed, now).map(shown -> sent(shown, Form.of(request), pages.frame(request), request, now)).orElseGet(() -> CasePage.missing(typed));
    }

    private Optional<Case> about(String typed, Instant now) {
        return CaseNumber.read(typed).flatMap(number -> cases.publicly(number, now));
    }

    private View sent(Case about, Form form, Frame frame, HttpServletRequest request, Instant now) {
        return switch (tokens.check(form.typed(Form.TOKEN), now)) {
            case FormTokens.Genuine token -> taken(about, form, token.nonce(), frame, request, now);
            case FormTokens.Expired old -> form(HttpStatus.UNPROCESSABLE_CONTENT, about, form, "web.form.expired", now);
            case FormTokens.Forged forged -> form(HttpStatus.BAD_REQUEST, about, form, "web.form.forged", now);
        };
    }

    private View taken(Case about, Form form, String key, Frame frame, HttpServletRequest request, Instant now) {
        var typed = read(about, form, now);
        if (typed.isEmpty()) return form(HttpStatus.UNPROCESSABLE_CONTENT, about, form, null, now);
        try {
            return switch (admission.decide(Limit.NEW_CASE_PER_PREFIX, form, key, request, now)) {
                case Admission.Open open -> give(about, typed.get(), form, key, frame, open, now);
                case Admission.NotYet(var before) -> form(before.status(), about, form, null, before, now);
            };
        } catch (Busy busy) {
            return form(HttpStatus.SERVICE_UNAVAILABLE, about, form, "web.form.busy", now);
        }
    }

    private Optional<Typed> read(Case about, Form form, Instant now) {
        var entry = form.choice("entry", entries(about, now).stream().map(step -> Integer.toString(step.number())).collect(Collectors.toSet()));
        var right = form.choice("right", RIGHTS);
        var statement = form.text("statement", NewCase.MOST_BODY);
        var name = form.line("name", MOST_NAME);
        var contact = contact(form);
        if (form.hasErrors()) return Optional.empty();
        return Optional.of(new Typed(Integer.parseInt(entry.orElseThrow()), Right.valueOf(right.orElseThrow()), statement, name, contact.orElseThrow()));
    }

    /** The law wants to know who gives a notice, so that a contact cannot be left out. */
    private static Optional<Contact> contact(Form form) {
        var typed = form.line("contact", 254);
        if (typed.isEmpty()) return Optional.empty();
        var contact = Contact.read(typed);
        if (contact.isEmpty()) form.refuse("contact", "portal.ask.contact.unreadable");
        return contact;
    }

    private View give(Case about, Typed typed, Form form, String key, Frame frame, Admission.Open open, Instant now) {
        var title = frame.say("portal.rights.case-title", about.number().text(), typed.entry());
        var message = new IncomingMessage(Door.WEB, Kind.COMPLAINT, about.service(), about.area(), "", null, title, typed.statement(), true,
                null, typed.contact(), frame.language(), key, List.of());
        // The name stands in an entry of its own, so that the statement can be passed on without it.
        var by = frame.say("portal.rights.by", typed.name(), frame.say("cases.right." + typed.right()));
        var claim = new Claim(about.number(), typed.entry(), typed.right(), by);
        return switch (notices.give(claim, () -> open.enter(intake, message, now), now)) {
            case Outcome.Refused<Received>(var why, _) when why.equals(Intake.NOT_ADMITTED) ->
                    form(HttpStatus.UNPROCESSABLE_CONTENT, about, form, null, admission.renewed(Limit.NEW_CASE_PER_PREFIX, form, key, now), now);
            case Outcome.Done<Received>(var received) -> receipt.after(received, new AskForm.Asked(message, null), now);
            case Outcome.Refused<Received>(var why, var details) -> {
                form.refuse("entry", why, details.toArray());
                yield form(HttpStatus.UNPROCESSABLE_CONTENT, about, form, null, now);
            }
        };
    }

    /** Entries that somebody wrote, be it in words or photos. */
    private List<Step> entries(Case about, Instant now) {
        return views.of(about, null, now).trail().stream().filter(step -> step.number() == 1 || !step.text().isEmpty() || !step.photos().isEmpty()).toList();
    }

    private View form(HttpStatus status, Case about, Form form, @Nullable String told, Instant now) {
        return form(status, about, form, told, Admission.Before.NOTHING, now);
    }

    private View form(HttpStatus status, Case about, Form form, @Nullable String told, Admission.Before before, Instant now) {
        return Show.page(status, "portal/rights", new Model(about.number(), entries(about, now), rules.recourseWithin().amount(), form, told, before), before.headers());
    }
}

package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lianqiao.access.AuditTrail;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.calendar.Deadline;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.cases.Workflow;
import lianqiao.checklist.Checked;
import lianqiao.checklist.Checks;
import lianqiao.offices.AnswerTemplate;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.privacy.Details;
import lianqiao.privacy.Piece;
import lianqiao.routing.Help;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** One small form per act, shown only when the step table offers the act to this officer for this case now. */
@Controller
public class ActPage {
    private static final String SEEN = "seen";
    private static final String STEP = "step";

    private final Desk desk;
    private final Cases cases;
    private final Offices offices;
    private final Routing routing;
    private final KeptPhotos photos;
    private final Photos album;
    private final Dates dates;
    private final Guide guide;
    private final Checks checks;
    private final InstantSource clock;

    ActPage(Desk desk, Cases cases, Offices offices, Routing routing, KeptPhotos photos, Photos album, Dates dates, Guide guide, Checks checks, InstantSource clock) {
        this.desk = desk;
        this.cases = cases;
        this.offices = offices;
        this.routing = routing;
        this.photos = photos;
        this.album = album;
        this.dates = dates;
        this.guide = guide;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * @param act whose words the form asks for
     * @param seen how long the history was when the form was drawn
     * @param kept photos that came with an earlier try
     * @param templates beginnings for an answer
     * @param preview whether the words are shown as the resident will read them
     * @param checked what the checklist finds in the answer, together with the preview; null elsewhere
     * @param newDate what the date would be, for an extension
     * @param help what the words of the case suggest, where the form is about where it belongs; null elsewhere
     * @param route why the suggested office, for an assignment; null elsewhere
     */
    public record Model(Reader reader, Names names, Case shown, String slug, Class<? extends Act> act, boolean told, List<Field> fields, Form form, int seen, List<PhotoId> kept,
                        List<AnswerTemplate> templates, boolean preview, @Nullable Checked checked, @Nullable Deadline newDate, @Nullable Help help, @Nullable Why route, By by, Instant now) {
        /** What the page shows of the suggestions, for the note of what was done with them. */
        public String suggested() {
            return help == null ? "" : Guide.shown(help);
        }

        /** The words of the case, with what decided marked. */
        public List<Help.Piece> said() {
            return Guide.said(shown, help);
        }

        /** What was typed into a field, cut at what will be masked in public. */
        public List<Piece> pieces(String field) {
            return Details.pieces(form.typed(field), Workflow.speaker(act));
        }
    }

    /**
     * The case has moved on while a form was being filled in.
     *
     * @param typed what was typed into the form, so that it can be copied
     */
    public record NotNow(Reader reader, Case shown, List<String> typed) {}

    private record Here(Reader reader, Case shown, ActForm form, Scene scene) {}

    @GetMapping("/desk/cases/{number}/{act}")
    View show(@PathVariable String number, @PathVariable String act, HttpServletRequest request) {
        var here = here(number, act, List.of(), request);
        if (here.isEmpty()) return absent(number, act, request);
        var form = here.get().form().start().apply(Form.of(request), here.get().scene());
        var help = help(here.get());
        if (help != null) Guide.start(form, here.get().scene(), help);
        return page(HttpStatus.OK, here.get(), form, false, here.get().shown().trail().getLast().number());
    }

    @PostMapping("/desk/cases/{number}/{act}")
    View act(@PathVariable String number, @PathVariable String act, HttpServletRequest request) {
        var form = Form.of(request);
        var kept = photos.of(form, clock.instant());
        // One form at a time for each officer: the second click of a double click finds the work of the first done.
        synchronized (desk.lock(request)) {
            var here = here(number, act, kept, request);
            if (here.isEmpty()) return absent(number, act, request);
            var step = form.typed(STEP);
            if (step.equals("template")) return page(HttpStatus.OK, here.get(), withTemplate(form, here.get().shown()), false, seen(form));
            if (step.startsWith(Guide.USE)) return page(HttpStatus.OK, here.get(), used(here.get(), form), false, seen(form));
            if (step.equals("preview")) return page(HttpStatus.OK, here.get(), form, true, seen(form));
            if (wantsALook(here.get(), form)) return page(HttpStatus.OK, here.get(), form, true, seen(form));
            return act(here.get(), form);
        }
    }

    private View act(Here here, Form form) {
        var number = here.shown().number();
        var slug = here.form().slug();
        if (desk.isDoneAlready(here.shown(), here.reader(), here.form().act(), seen(form))) return done(number, slug, form);
        var acts = here.form().read().apply(form, here.scene());
        for (var act : acts) {
            var by = here.scene().offered().getOrDefault(act.getClass(), here.scene().by());
            var taken = take(here, act, by);
            if (taken instanceof Outcome.Refused<Integer> refused) {
                form.refuse("act", refused.why(), refused.details().toArray());
                break;
            }
            if (act instanceof Act.Answer) keep(here, form, taken.orThrow());
        }
        if (form.hasErrors() || acts.isEmpty()) return page(HttpStatus.UNPROCESSABLE_CONTENT, here, form, false, seen(form));
        if (Guide.guides(here.form())) guide.note(here.reader(), here.scene(), form, acts);
        return done(number, slug, form);
    }

    /** An answer in which something may be missing is shown once with the checklist; the next press sends it, whatever it says. */
    private boolean wantsALook(Here here, Form form) {
        if (form.chosen("checked", "yes")) return false;
        var checked = checked(here, form);
        return checked != null && !checked.look().isEmpty();
    }

    private @Nullable Checked checked(Here here, Form form) {
        var office = here.scene().by().office();
        if (here.form().act() != Act.Answer.class || office == null || form.typed("text").isBlank()) return null;
        return checks.look(office, here.shown().number().text(), Guide.text(here.shown()), form.typed("text"), here.scene().now());
    }

    private void keep(Here here, Form form, int entry) {
        var checked = checked(here, form);
        var office = here.scene().by().office();
        if (checked != null && office != null) checks.keep(office, here.shown().number().text(), entry, checked, here.scene().now());
    }

    private @Nullable Help help(Here here) {
        return Guide.guides(here.form()) ? guide.of(here.shown(), here.scene().now()).orElse(null) : null;
    }

    private Form used(Here here, Form form) {
        var help = help(here);
        return help == null ? form : Guide.use(form, here.scene(), help);
    }

    private Outcome<Integer> take(Here here, Act act, By by) {
        var number = here.shown().number();
        var now = here.scene().now();
        if (!(act instanceof Act.AboutMeasures)) return cases.act(number, act, by, now);
        return desk.audit().during(here.reader().who(), AuditTrail.Kind.MEASURE, number.text(), here.form().slug(), now, () -> cases.act(number, act, by, now));
    }

    private static View done(CaseNumber number, String slug, Form form) {
        if (form.typed(STEP).equals("go-on")) return Show.seeOther("/desk/cases/" + number + "/answer");
        return Show.seeOther("/desk/cases/" + number + "?done=" + slug);
    }

    /** Where an act is not offered any more, the case says what has happened meanwhile; what nobody may see does not exist. */
    private View absent(String number, String act, HttpServletRequest request) {
        var known = ActForms.named(act).isPresent() && desk.visible(number, desk.reader(request), clock.instant()).isPresent();
        if (!known) return Show.notFound();
        if (request.getMethod().equals("GET")) return Show.seeOther("/desk/cases/" + number + "?done=not-now");
        var shown = desk.visible(number, desk.reader(request), clock.instant()).orElseThrow();
        var form = Form.of(request);
        boolean twice = desk.isDoneAlready(shown, desk.reader(request), ActForms.named(act).orElseThrow().act(), seen(form));
        if (twice) return done(shown.number(), act, form);
        return desk.notNow(shown, desk.reader(request), form, clock.instant());
    }

    private Optional<Here> here(String number, String slug, List<PhotoId> kept, HttpServletRequest request) {
        var now = clock.instant();
        var reader = desk.reader(request);
        var shown = desk.visible(number, reader, now);
        var form = ActForms.named(slug);
        if (shown.isEmpty() || form.isEmpty()) return Optional.empty();
        var offered = desk.offers().of(shown.get(), reader, now);
        var by = offered.get(form.get().act());
        if (by == null) return Optional.empty();
        var scene = new Scene(shown.get(), by, offered, offices, routing, kept, album, now);
        return Optional.of(new Here(reader, shown.get(), form.get(), scene));
    }

    private View page(HttpStatus status, Here here, Form form, boolean preview, int seen) {
        var scene = here.scene();
        var shown = here.shown();
        boolean templates = here.form().act() == Act.Answer.class;
        var office = scene.by().office();
        var wording = templates && office != null ? offices.templates(office, shown.service()) : List.<AnswerTemplate>of();
        var newDate = here.form().act() == Act.Extend.class ? HandlingForms.more(form, scene).map(more -> dates.extended(shown, more, scene.now())).orElse(null) : null;
        boolean assigns = here.form().act() == Act.Assign.class || here.form().act() == Act.AssignFinally.class;
        var why = assigns ? Why.of(shown, routing, offices).orElse(null) : null;
        return Show.page(status, "desk/act", new Model(here.reader(), desk.names(), shown, here.form().slug(), here.form().act(), here.form().told(),
                here.form().fields().apply(scene), form, seen, scene.photos(), wording, preview, preview ? checked(here, form) : null, newDate, help(here), why, scene.by(), scene.now()));
    }

    private Form withTemplate(Form form, Case shown) {
        var chosen = offices.templates().stream().filter(t -> t.active() && t.code().equals(form.typed("template"))).findFirst();
        if (chosen.isEmpty()) return form;
        var text = chosen.get().body().in(shown.language());
        var typed = form.typed("text");
        return form.with("text", typed.isBlank() ? text : typed + "\n\n" + text);
    }

    private static int seen(Form form) {
        return form.typed(SEEN).matches("\\d{1,6}") ? Integer.parseInt(form.typed(SEEN)) : Integer.MAX_VALUE;
    }
}

package lianqiao.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lianqiao.cases.Act;
import lianqiao.cases.Case;
import lianqiao.cases.Kind;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import lianqiao.routing.Advice;
import lianqiao.routing.Decided;
import lianqiao.routing.Help;
import lianqiao.routing.Hint;
import lianqiao.routing.RoutingHelp;
import lianqiao.web.Form;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings suggestions before whoever sends a case, and tells the room that made them what was done with them. */
@Component
class Guide {
    private static final Logger LOG = LoggerFactory.getLogger(Guide.class);
    /** Begins the step that takes a hint over into the form; the code of its service follows. */
    static final String USE = "use:";
    /** The field that carries what the page showed: version, advice, services. */
    static final String SHOWN = "suggested";

    private final RoutingHelp help;

    Guide(RoutingHelp help) {
        this.help = help;
    }

    /** What a case is suggested to be about; nothing for a report of wrongdoing, which is read by people alone. */
    Optional<Help> of(Case shown, Instant now) {
        if (shown.kind() == Kind.REPORT) return Optional.empty();
        return Optional.of(help.suggest(text(shown), shown.area(), now));
    }

    static String text(Case shown) {
        return shown.title() + "\n" + shown.body();
    }

    /** The words of a case, cut so that what decided can be marked. */
    static List<Help.Piece> said(Case shown, @Nullable Help help) {
        return help == null ? List.of(new Help.Piece(shown.body(), false)) : help.pieces(text(shown), shown.title().length() + 1);
    }

    /** Whether a form is about where a case belongs. */
    static boolean guides(ActForm form) {
        return List.of(Act.Assign.class, Act.AssignFinally.class, Act.Reclassify.class).contains(form.act());
    }

    /** The form as it is first shown: a sure hint stands in it; where somebody may be in danger no office does. */
    static Form start(Form form, Scene scene, Help help) {
        if (help.danger()) return form.with("lead", "");
        return help.preselected().map(hint -> with(form, scene, hint)).orElse(form);
    }

    /** The form with a hint that was asked for. */
    static Form use(Form form, Scene scene, Help help) {
        var code = form.typed("step").substring(USE.length());
        return help.hints().stream().filter(hint -> hint.service().text().equals(code)).findFirst().map(hint -> with(form, scene, hint)).orElse(form);
    }

    private static Form with(Form form, Scene scene, Hint hint) {
        form.with("service", hint.service().text());
        var office = hint.office();
        return office != null && scene.takerCodes().contains(office.text()) ? form.with("lead", office.text()) : form;
    }

    /** What the hidden field of the page says. */
    static String shown(Help help) {
        return help.model() + " " + help.advice() + " " + String.join(",", help.hints().stream().map(hint -> hint.service().text()).toList());
    }

    /** Notes what was done with a suggestion. The case has moved on already, so a fault here is only logged. */
    void note(Reader reader, Scene scene, Form form, List<Act> acts) {
        try {
            decided(reader, scene, form, acts).ifPresent(help::decided);
        } catch (RuntimeException e) {
            LOG.error("what was decided on {} could not be noted", scene.shown().number(), e);
        }
    }

    private static Optional<Decided> decided(Reader reader, Scene scene, Form form, List<Act> acts) {
        var said = form.typed(SHOWN).split(" ", -1);
        if (said.length != 3 || said[0].length() > 40 || Stream.of(Advice.values()).noneMatch(one -> one.name().equals(said[1]))) return Optional.empty();
        var suggested = Stream.of(said[2].split(",")).filter(ServiceCode::isWellFormed).limit(3).map(ServiceCode::new).toList();
        var shown = scene.shown();
        return Optional.of(new Decided(shown.number().text(), shown.area(), said[0], Advice.valueOf(said[1]), suggested, service(shown, acts), office(acts),
                reader.officer().id().text(), scene.now()));
    }

    private static ServiceCode service(Case shown, List<Act> acts) {
        return acts.stream().filter(Act.Reclassify.class::isInstance).map(act -> ((Act.Reclassify) act).to()).findFirst().orElse(shown.service());
    }

    private static @Nullable OfficeCode office(List<Act> acts) {
        for (var act : acts) {
            if (act instanceof Act.Assign to) return to.lead();
            if (act instanceof Act.AssignFinally to) return to.lead();
        }
        return null;
    }
}

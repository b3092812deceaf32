package lianqiao.desk;

import static lianqiao.desk.ActForms.LONG;
import static lianqiao.desk.ActForms.SHORT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Act;
import lianqiao.offices.Ground;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.SendBackReason;
import lianqiao.offices.ServiceCode;
import lianqiao.web.Form;
import lianqiao.web.Frame;

/** Sending a case to the right place: assign, decide, send back, ask back, refuse, join. */
final class DispatchForms {
    private DispatchForms() {}

    static final List<ActForm> ALL = List.of(
            ActForm.internal("assign", Act.Assign.class,
                    scene -> List.of(Field.select("service", scene::services), Field.select("lead", scene::takers), Field.checks("helping", scene::takers), Field.text("note", SHORT).mayBeEmpty()),
                    DispatchForms::assign).starting(DispatchForms::suggest),
            ActForm.told("assign-finally", Act.AssignFinally.class,
                    scene -> List.of(Field.select("service", scene::services), Field.select("lead", scene::takers), Field.checks("helping", scene::takers), Field.text("reason", SHORT)),
                    DispatchForms::decide).starting(DispatchForms::suggest),
            ActForm.internal("change-service", Act.Reclassify.class, scene -> List.of(Field.select("service", scene::services)),
                    DispatchForms::changeService).starting((form, scene) -> form.with("service", scene.shown().service().text())),
            ActForm.button("accept", new Act.Accept()),
            ActForm.told("send-back", Act.SendBack.class,
                    scene -> List.of(Field.radio("reason", reasons(scene)), Field.text("explanation", SHORT)), DispatchForms::sendBack),
            ActForm.told("ask-back", Act.AskBack.class, scene -> List.of(Field.text("question", SHORT)),
                    (form, scene) -> one(form, form.text("question", SHORT), Act.AskBack::new)),
            ActForm.told("refuse", Act.Refuse.class,
                    scene -> List.of(Field.radio("ground", grounds(scene)), Field.text("explanation", LONG)), DispatchForms::refuse),
            ActForm.internal("join", Act.Join.class, scene -> List.of(Field.line("into", 40)), DispatchForms::join));

    /** One act from one text, unless the form is wrong. */
    static List<Act> one(Form form, String text, Function<String, Act> act) {
        return form.hasErrors() ? List.of() : List.of(act.apply(text));
    }

    private static Form suggest(Form form, Scene scene) {
        form.with("service", scene.shown().service().text());
        scene.routing().route(scene.shown().service(), scene.shown().area())
                .filter(route -> scene.takerCodes().contains(route.lead().text()))
                .ifPresent(route -> form.with("lead", route.lead().text()));
        return form;
    }

    private static List<Act> assign(Form form, Scene scene) {
        var lead = form.choice("lead", scene.takerCodes());
        var note = form.optionalText("note", SHORT).orElse("");
        var helping = helping(form, scene);
        var service = service(form, scene);
        return form.hasErrors() ? List.of() : with(service, new Act.Assign(new OfficeCode(lead.orElseThrow()), helping, note));
    }

    private static List<Act> decide(Form form, Scene scene) {
        var lead = form.choice("lead", scene.takerCodes());
        var reason = form.text("reason", SHORT);
        var helping = helping(form, scene);
        var service = service(form, scene);
        return form.hasErrors() ? List.of() : with(service, new Act.AssignFinally(new OfficeCode(lead.orElseThrow()), helping, reason));
    }

    private static List<OfficeCode> helping(Form form, Scene scene) {
        var known = scene.takerCodes();
        if (!known.containsAll(form.all("helping"))) form.refuse("helping", "web.form.choose");
        return form.all("helping").stream().filter(known::contains).filter(code -> !code.equals(form.typed("lead"))).distinct().map(OfficeCode::new).toList();
    }

    /** Another category than the case has now, if one was chosen; the step table says whether the reader may change it. */
    private static Optional<Act> service(Form form, Scene scene) {
        if (form.typed("service").isEmpty()) return Optional.empty();
        return form.choice("service", scene.serviceCodes()).map(ServiceCode::new).filter(code -> !code.equals(scene.shown().service())).map(Act.Reclassify::new);
    }

    private static List<Act> with(Optional<Act> before, Act act) {
        return before.map(first -> List.of(first, act)).orElse(List.of(act));
    }

    private static List<Act> changeService(Form form, Scene scene) {
        var service = form.choice("service", scene.serviceCodes());
        return form.hasErrors() ? List.of() : List.of(new Act.Reclassify(new ServiceCode(service.orElseThrow())));
    }

    private static List<Act> sendBack(Form form, Scene scene) {
        var reason = form.choice("reason", codes(scene.offices().sendBackReasons().stream().filter(SendBackReason::active).map(SendBackReason::code).toList()));
        var explanation = form.text("explanation", SHORT);
        return form.hasErrors() ? List.of() : List.of(new Act.SendBack(reason.orElseThrow(), explanation));
    }

    private static List<Act> refuse(Form form, Scene scene) {
        var ground = form.choice("ground", codes(scene.offices().grounds().stream().filter(Ground::active).map(Ground::code).toList()));
        var explanation = form.text("explanation", LONG);
        return form.hasErrors() ? List.of() : List.of(new Act.Refuse(ground.orElseThrow(), explanation));
    }

    private static List<Act> join(Form form, Scene scene) {
        var typed = form.line("into", 40);
        var into = CaseNumber.read(typed);
        if (!form.hasErrors() && into.isEmpty()) form.refuse("into", "desk.act.join.not-a-number");
        return form.hasErrors() ? List.of() : List.of(new Act.Join(into.orElseThrow()));
    }

    private static Set<String> codes(List<String> codes) {
        return codes.stream().collect(Collectors.toSet());
    }

    private static Function<Frame, Map<String, String>> reasons(Scene scene) {
        return frame -> {
            var choices = new LinkedHashMap<String, String>();
            for (var reason : scene.offices().sendBackReasons()) if (reason.active()) choices.put(reason.code(), frame.in(reason.name()));
            return choices;
        };
    }

    private static Function<Frame, Map<String, String>> grounds(Scene scene) {
        return frame -> {
            var choices = new LinkedHashMap<String, String>();
            for (var ground : scene.offices().grounds()) if (ground.active()) choices.put(ground.code(), frame.in(ground.plain()));
            return choices;
        };
    }
}

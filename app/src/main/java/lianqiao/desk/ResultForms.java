package lianqiao.desk;

import static lianqiao.desk.ActForms.LONG;
import static lianqiao.desk.ActForms.SHORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.cases.Act;
import lianqiao.cases.Act.CallBack.How;
import lianqiao.cases.Act.Level;
import lianqiao.cases.Act.Solved;
import lianqiao.web.Form;

/** What came of it: call-back, the resident's word, close, reopen, escalate, and what the resident adds on the phone. */
final class ResultForms {
    private ResultForms() {}

    private enum Rating { R0, R1, R2, R3, R4, R5 }

    static final List<ActForm> ALL = List.of(
            ActForm.internal("call-back", Act.CallBack.class, ResultForms::callBackFields, ResultForms::callBack)
                    .starting((form, scene) -> form.with("how", How.PHONE.name())),
            ActForm.internal("verdict", Act.Verdict.class, scene -> verdictFields(false), (form, scene) -> verdict(form)),
            new ActForm("close-confirmed", Act.CloseConfirmed.class, false, scene -> List.of(), (form, scene) -> form,
                    (form, scene) -> scene.shown().last("VerdictSolved").<List<Act>>map(v -> List.of(new Act.CloseConfirmed(v.number()))).orElse(List.of())),
            ActForm.told("reopen", Act.Reopen.class, scene -> List.of(Field.text("reason", SHORT)),
                    (form, scene) -> DispatchForms.one(form, form.text("reason", SHORT), Act.Reopen::new)),
            ActForm.told("escalate", Act.Escalate.class,
                    scene -> List.of(Field.radio("level", Field.words("cases.level.", Level.values())), Field.text("reason", SHORT)), ResultForms::escalate),
            ActForm.told("supplement", Act.Supplement.class, scene -> List.of(Field.text("text", LONG), Field.photos("photos")),
                    (form, scene) -> DispatchForms.one(form, form.text("text", LONG), text -> new Act.Supplement(text, scene.photos()))));

    private static List<Field> callBackFields(Scene scene) {
        var fields = new ArrayList<Field>();
        fields.add(Field.radio("how", Field.words("cases.how.", How.values())));
        if (scene.offers(Act.Verdict.class)) fields.addAll(verdictFields(true));
        fields.add(Field.text("note", SHORT).mayBeEmpty());
        return fields;
    }

    private static List<Field> verdictFields(boolean maybe) {
        var result = Field.radio("result", maybe
                ? frame -> {
                    var choices = new java.util.LinkedHashMap<String, String>();
                    choices.put("none", frame.say("desk.solved.none"));
                    choices.putAll(Field.words("cases.solved.", Solved.values()).apply(frame));
                    return choices;
                } : Field.words("cases.solved.", Solved.values()));
        return List.of(result, Field.select("attitude", Field.words("desk.rating.", Rating.values())).mayBeEmpty(),
                Field.select("speed", Field.words("desk.rating.", Rating.values())).mayBeEmpty(), Field.text("words", SHORT).mayBeEmpty());
    }

    private static List<Act> callBack(Form form, Scene scene) {
        var how = form.choice("how", names(How.values()));
        var note = form.optionalText("note", SHORT).orElse("");
        var acts = new ArrayList<Act>();
        boolean reached = scene.offers(Act.Verdict.class) && !form.typed("result").equals("none");
        var verdict = reached ? verdict(form) : List.<Act>of();
        if (form.hasErrors()) return List.of();
        acts.add(new Act.CallBack(How.valueOf(how.orElseThrow()), note));
        acts.addAll(verdict);
        return acts;
    }

    private static List<Act> verdict(Form form) {
        var solved = form.choice("result", names(Solved.values()));
        var words = form.optionalText("words", SHORT).orElse("");
        int attitude = rating(form, "attitude");
        int speed = rating(form, "speed");
        return form.hasErrors() ? List.of() : List.of(new Act.Verdict(Solved.valueOf(solved.orElseThrow()), attitude, speed, words));
    }

    private static int rating(Form form, String field) {
        if (form.typed(field).isEmpty()) return 0;
        return form.choice(field, names(Rating.values())).map(r -> r.charAt(1) - '0').orElse(0);
    }

    private static List<Act> escalate(Form form, Scene scene) {
        var level = form.choice("level", names(Level.values()));
        var reason = form.text("reason", SHORT);
        return form.hasErrors() ? List.of() : List.of(new Act.Escalate(Level.valueOf(level.orElseThrow()), reason));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
    }
}

package lianqiao.desk;

import static lianqiao.desk.ActForms.SHORT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.cases.Act;
import lianqiao.cases.RightsNotice;
import lianqiao.cases.RightsNotice.Recourse;
import lianqiao.cases.RightsNotice.Standing;
import lianqiao.web.Form;
import lianqiao.web.Frame;

/** Notices of people whose rights are touched: decide that no measure is taken, and what either side says on the phone. */
final class NoticeForms {
    private static final Predicate<RightsNotice> UNDECIDED = n -> n.standing() == Standing.OPEN;
    private static final Predicate<RightsNotice> ALIVE = n -> n.standing().isAlive();
    private static final Set<String> RECOURSE = Stream.of(Recourse.values()).map(Enum::name).collect(Collectors.toSet());

    private NoticeForms() {}

    static final List<ActForm> ALL = List.of(
            ActForm.told("decline-notice", Act.DeclineNotice.class, scene -> List.of(Field.radio("notice", choices(scene, UNDECIDED)), Field.text("reason", SHORT)),
                    about(UNDECIDED, "reason", Act.DeclineNotice::new)),
            ActForm.internal("state-counter", Act.StateCounter.class,
                    scene -> List.of(Field.radio("notice", choices(scene, RightsNotice::mayBeCountered)), Field.text("words", SHORT)),
                    about(RightsNotice::mayBeCountered, "words", Act.StateCounter::new)),
            ActForm.internal("take-recourse", Act.TakeRecourse.class,
                    scene -> List.of(Field.radio("recourse", Field.words("cases.recourse.", Recourse.values())), Field.text("where", SHORT)), NoticeForms::recourse));

    /** Which notice a measure follows from, if there is one from which something can still follow. */
    static List<Field> follows(Scene scene) {
        return known(scene, ALIVE).isEmpty() ? List.of() : List.of(Field.select("follows", choices(scene, ALIVE)).mayBeEmpty());
    }

    /** What was chosen there; 0 for none. */
    static int followed(Form typed, Scene scene) {
        if (typed.typed("follows").isEmpty()) return 0;
        return typed.choice("follows", known(scene, ALIVE)).map(Integer::valueOf).orElse(0);
    }

    private static BiFunction<Form, Scene, List<Act>> about(Predicate<RightsNotice> which, String field, BiFunction<Integer, String, Act> made) {
        return (typed, scene) -> {
            Optional<String> notice = typed.choice("notice", known(scene, which));
            var words = typed.text(field, SHORT);
            return typed.hasErrors() ? List.of() : List.of(made.apply(Integer.parseInt(notice.orElseThrow()), words));
        };
    }

    private static List<Act> recourse(Form typed, Scene scene) {
        var to = typed.choice("recourse", RECOURSE);
        var where = typed.text("where", SHORT);
        return typed.hasErrors() ? List.of() : List.of(new Act.TakeRecourse(Recourse.valueOf(to.orElseThrow()), where));
    }

    private static Set<String> known(Scene scene, Predicate<RightsNotice> which) {
        return scene.shown().notices().stream().filter(which).map(n -> Integer.toString(n.number())).collect(Collectors.toSet());
    }

    private static Function<Frame, Map<String, String>> choices(Scene scene, Predicate<RightsNotice> which) {
        return frame -> {
            var choices = new LinkedHashMap<String, String>();
            scene.shown().notices().stream().filter(which).forEach(n ->
                    choices.put(Integer.toString(n.number()), frame.say("desk.measure.notice", n.number(), n.entry(), frame.say("cases.right." + n.right()))));
            return choices;
        };
    }
}

package lianqiao.desk;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import lianqiao.cases.Act;
import lianqiao.web.Form;

/**
 * The form of an act: what is asked, in which order, and how the answers become the act.
 *
 * @param slug the last part of its address and of the keys of its words
 * @param act the act that must be offered for the form to be shown
 * @param told whether the resident reads the words, so that a preview is offered
 * @param fields drawn in this order; none for an act that is one button
 * @param start fills in what can be guessed before the form is shown the first time
 * @param read the acts to take, one after the other; empty together with errors in the form
 */
record ActForm(String slug, Class<? extends Act> act, boolean told, Function<Scene, List<Field>> fields,
               BiFunction<Form, Scene, Form> start, BiFunction<Form, Scene, List<Act>> read) {

    static ActForm button(String slug, Act act) {
        return new ActForm(slug, act.getClass(), false, scene -> List.of(), (form, scene) -> form, (form, scene) -> List.of(act));
    }

    static ActForm internal(String slug, Class<? extends Act> act, Function<Scene, List<Field>> fields, BiFunction<Form, Scene, List<Act>> read) {
        return new ActForm(slug, act, false, fields, (form, scene) -> form, read);
    }

    static ActForm told(String slug, Class<? extends Act> act, Function<Scene, List<Field>> fields, BiFunction<Form, Scene, List<Act>> read) {
        return new ActForm(slug, act, true, fields, (form, scene) -> form, read);
    }

    ActForm starting(BiFunction<Form, Scene, Form> with) {
        return new ActForm(slug, act, told, fields, with, read);
    }
}

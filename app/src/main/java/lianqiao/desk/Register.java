package lianqiao.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.base.Outcome;
import lianqiao.base.Text;
import lianqiao.web.Form;
import lianqiao.web.Frame;

/**
 * One part of the directory that the administrator keeps: what is in it, the form for one entry, and how the form
 * becomes an entry. What exists is replaced, nothing is ever deleted.
 *
 * @param slug the last part of its address and of its words
 * @param fill puts the entry with that code into the form; unchanged when there is none
 * @param put enters what the form holds; empty together with errors in the form
 */
public record Register(String slug, Supplier<List<Row>> rows, List<Field> fields, BiFunction<Form, String, Form> fill,
                Function<Form, Optional<Outcome<?>>> put) {

    /** An entry in the list. */
    public record Row(String code, Text name, Text detail, boolean active) {}

    static final int NAME = 80;
    static final int LONG = 2_000;

    static Field active() {
        return Field.radio("active", Register::yesOrNo);
    }

    static java.util.Map<String, String> yesOrNo(Frame frame) {
        var choices = new java.util.LinkedHashMap<String, String>();
        choices.put("yes", frame.say("desk.yes"));
        choices.put("no", frame.say("desk.no"));
        return choices;
    }

    static boolean yes(Form form, String field) {
        return form.choice(field, java.util.Set.of("yes", "no")).filter("yes"::equals).isPresent();
    }

    static Form filled(Form form, String name, Text text) {
        return form.with(name + "-zh", text.zh()).with(name + "-en", text.en());
    }

    /** Both languages of one text, on one line each. */
    static Text line(Form form, String name) {
        return new Text(form.line(name + "-zh", NAME), form.line(name + "-en", NAME));
    }

    /** Both languages of one text, several lines each. */
    static Text text(Form form, String name) {
        return new Text(form.text(name + "-zh", LONG), form.text(name + "-en", LONG));
    }

    /** A code as it stands in addresses and files. */
    static String code(Form form) {
        var code = form.line("code", 40);
        if (!code.isEmpty() && !code.matches("[a-z0-9][a-z0-9.-]{0,39}")) form.refuse("code", "desk.admin.code-wrong");
        return code;
    }

    /** Which entry a form is about, by the codes in it. */
    static String codes(Form form) {
        return Stream.of("code", "service", "area", "office").map(form::typed).filter(typed -> typed.matches("[a-z0-9.-]{1,40}")).collect(Collectors.joining(" "));
    }

    static <T> Optional<Outcome<?>> unlessWrong(Form form, Supplier<Outcome<T>> put) {
        return form.hasErrors() ? Optional.empty() : Optional.of(put.get());
    }
}

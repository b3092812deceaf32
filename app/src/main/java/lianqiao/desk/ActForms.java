package lianqiao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.cases.Act;

/** All forms of acts, by address and by act. A test compares them with the step table: no act of an officer lacks a form. */
final class ActForms {
    /** Most characters of a text, counted in code points. */
    static final int LONG = Act.MOST_CHARACTERS;
    static final int SHORT = 500;

    private static final List<ActForm> ALL = Stream.of(DispatchForms.ALL, HandlingForms.ALL, ResultForms.ALL, MeasureForms.ALL, NoticeForms.ALL).flatMap(List::stream).toList();
    private static final Map<String, ActForm> BY_SLUG = ALL.stream().collect(Collectors.toMap(ActForm::slug, Function.identity()));

    private ActForms() {}

    static Optional<ActForm> named(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }

    /** The form for an act; the verdict of a resident is part of the call-back. */
    static Optional<ActForm> of(Class<? extends Act> act) {
        return ALL.stream().filter(form -> form.act() == act).findFirst();
    }

    static List<ActForm> all() {
        return ALL;
    }
}

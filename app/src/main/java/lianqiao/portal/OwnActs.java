package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.cases.Act;
import lianqiao.cases.Act.Level;
import lianqiao.cases.Act.Solved;
import lianqiao.cases.Case;
import lianqiao.cases.Measure.Standing;
import lianqiao.cases.RightsNotice;
import lianqiao.cases.RightsNotice.Recourse;
import lianqiao.web.Form;
import org.springframework.stereotype.Component;

/** Reads what a resident wants to do with the own case out of a form; the step table has the last word. Thread-safe. */
@Component
final class OwnActs {
    static final List<String> ALL = List.of("supplement", "verdict", "reopen", "escalate", "appeal", "counter", "recourse");
    private static final int MOST = 2_000;
    private static final Set<String> SOLVED = Stream.of(Solved.values()).map(Enum::name).collect(Collectors.toSet());

    private static final Set<String> RECOURSE = Stream.of(Recourse.values()).map(Enum::name).collect(Collectors.toSet());

    private final SentPhotos photos;

    OwnActs(SentPhotos photos) {
        this.photos = photos;
    }

    /** The field that an act's refusal is shown at. */
    static String field(String act) {
        return act.equals("verdict") ? "solved" : act.equals("counter") ? "notice" : act;
    }

    /** What was typed, for telling a second press of the button from a second wish: a hash, so that no text lingers. */
    static int typed(Form form) {
        return Stream.of("supplement", "reopen", "escalate", "appeal", "measure", "solved", "words", "notice", "counter", "recourse", "where").map(form::typed).toList().hashCode();
    }

    /**
     * The act, or nothing when the form has errors, which then stand at its fields.
     *
     * @param from the address it came from
     */
    Optional<Act> read(String act, Form form, Case mine, String from, Instant now) {
        return switch (act) {
            case "supplement" -> supplement(form, from, now);
            case "verdict" -> verdict(form);
            case "reopen" -> words(form, "reopen").map(Act.Reopen::new);
            case "appeal" -> appeal(form, mine);
            case "counter" -> counter(form, mine);
            case "recourse" -> recourse(form);
            default -> words(form, "escalate").map(reason -> new Act.Escalate(above(mine), reason));
        };
    }

    private Optional<Act> supplement(Form form, String from, Instant now) {
        var text = form.text("supplement", MOST);
        var kept = photos.keep(form, from, now);
        return form.hasErrors() ? Optional.empty() : Optional.of(new Act.Supplement(text, kept));
    }

    private static Optional<Act> verdict(Form form) {
        var solved = form.choice("solved", SOLVED);
        var words = form.optionalText("words", MOST).orElse("");
        if (solved.isEmpty() || form.hasErrors()) return Optional.empty();
        return Optional.of(new Act.Verdict(Solved.valueOf(solved.get()), rating(form, "attitude"), rating(form, "speed"), words));
    }

    private static Optional<Act> appeal(Form form, Case mine) {
        var open = mine.measures().stream().filter(m -> m.standing() == Standing.IN_FORCE).map(m -> Integer.toString(m.number())).collect(Collectors.toSet());
        var measure = form.choice("measure", open);
        return words(form, "appeal").flatMap(words -> measure.map(number -> new Act.Appeal(Integer.parseInt(number), words)));
    }

    /** The law asks for a statement that nothing is violated and for first evidence; number and code show that it is the author's. */
    private static Optional<Act> counter(Form form, Case mine) {
        var open = mine.notices().stream().filter(RightsNotice::mayBeCountered).map(n -> Integer.toString(n.number())).collect(Collectors.toSet());
        var notice = form.choice("notice", open);
        if (!form.typed("no-violation").equals("yes")) form.refuse("no-violation", "portal.own.counter.not-stated");
        return words(form, "counter").flatMap(words -> notice.map(number -> new Act.StateCounter(Integer.parseInt(number), words)));
    }

    private static Optional<Act> recourse(Form form) {
        var to = form.choice("recourse", RECOURSE);
        return words(form, "where").flatMap(where -> to.map(one -> new Act.TakeRecourse(Recourse.valueOf(one), where)));
    }

    private static int rating(Form form, String field) {
        return form.typed(field).matches("[1-5]") ? Integer.parseInt(form.typed(field)) : 0;
    }

    private static Optional<String> words(Form form, String field) {
        var text = form.text(field, MOST);
        return form.hasErrors() ? Optional.empty() : Optional.of(text);
    }

    /** The next level up: the head of the office first, at the end the leader. */
    static Level above(Case mine) {
        if (mine.level() == null) return mine.lead() == null ? Level.SUPERVISOR : Level.HEAD;
        return mine.level() == Level.HEAD ? Level.SUPERVISOR : Level.LEADER;
    }
}

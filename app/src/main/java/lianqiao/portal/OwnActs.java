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
import lianqiao.web.Form;
import org.springframework.stereotype.Component;

/** Reads what a resident wants to do with the own case out of a form; the step table has the last word. Thread-safe. */
@Component
final class OwnActs {
    static final List<String> ALL = List.of("supplement", "verdict", "reopen", "escalate", "appeal");
    private static final int MOST = 2_000;
    private static final Set<String> SOLVED = Stream.of(Solved.values()).map(Enum::name).collect(Collectors.toSet());

    private final SentPhotos photos;

    OwnActs(SentPhotos photos) {
        this.photos = photos;
    }

    /** The field that an act's refusal is shown at. */
    static String field(String act) {
        return act.equals("verdict") ? "solved" : act;
    }

    /** What was typed, for telling a second press of the button from a second wish: a hash, so that no text lingers. */
    static int typed(Form form) {
        return Stream.of("supplement", "reopen", "escalate", "appeal", "measure", "solved", "words").map(form::typed).toList().hashCode();
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

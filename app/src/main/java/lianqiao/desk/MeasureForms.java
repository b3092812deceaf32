package lianqiao.desk;

import static lianqiao.desk.ActForms.SHORT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.Case;
import lianqiao.cases.Measure;
import lianqiao.cases.Measure.Content;
import lianqiao.cases.Measure.Form;
import lianqiao.cases.Measure.Span;
import lianqiao.cases.Measure.Standing;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos.Box;
import lianqiao.offices.MeasureGround;
import lianqiao.web.Frame;
import org.jspecify.annotations.Nullable;

/** Masking by hand and withholding: propose, confirm by a second person, appeal, decide by a third. */
final class MeasureForms {
    /** What is typed for one rectangle: four whole percentages, with anything but digits between them. */
    private static final String BOX = "\\D*(\\d{1,3})\\D+(\\d{1,3})\\D+(\\d{1,3})\\D+(\\d{1,3})\\D*";
    private static final int MOST_BOXES = 12;

    private MeasureForms() {}

    static final List<ActForm> ALL = List.of(
            ActForm.internal("propose-measure", Act.ProposeMeasure.class, MeasureForms::proposing, MeasureForms::propose)
                    .starting((form, scene) -> form.with("form", Form.MASK.name())),
            confirm("mask", Act.Mask.class, Form.MASK, Act.Mask::new),
            confirm("withhold", Act.Withhold.class, Form.WITHHOLD, Act.Withhold::new),
            words("drop-proposal", Act.DropProposal.class, "why", false, Measure::proposal, m -> m.standing() == Standing.PROPOSED, Act.DropProposal::new),
            words("appeal", Act.Appeal.class, "words", false, Measure::number, m -> m.standing() == Standing.IN_FORCE, Act.Appeal::new),
            words("uphold", Act.Uphold.class, "reason", true, Measure::number, m -> m.standing() == Standing.APPEALED, Act.Uphold::new),
            words("restore", Act.Restore.class, "reason", true, Measure::number, m -> m.standing().isInForce(), Act.Restore::new));

    private static List<Field> proposing(Scene scene) {
        var fields = new ArrayList<>(List.of(Field.select("target", targets(scene)), Field.radio("form", Field.words("cases.measure.", Form.values())),
                Field.text("passages", SHORT).mayBeEmpty(), Field.text("boxes", SHORT).mayBeEmpty(), Field.radio("basis", grounds(scene)),
                Field.select("content", Field.words("cases.content.", Content.values()))));
        fields.addAll(NoticeForms.follows(scene));
        fields.add(Field.text("why", SHORT));
        return fields;
    }

    private static ActForm confirm(String slug, Class<? extends Act> act, Form form, IntFunction<Act> made) {
        Predicate<Measure> open = m -> m.standing() == Standing.PROPOSED && m.form() == form;
        return ActForm.internal(slug, act, scene -> List.of(Field.radio("measure", choices(scene, Measure::proposal, open))), (typed, scene) -> {
            var chosen = chosen(typed, scene, Measure::proposal, open);
            return typed.hasErrors() ? List.of() : List.of(made.apply(chosen.orElseThrow()));
        });
    }

    private static ActForm words(String slug, Class<? extends Act> act, String field, boolean told, Function<Measure, Integer> number, Predicate<Measure> open,
                                 BiFunction<Integer, String, Act> made) {
        return new ActForm(slug, act, told, scene -> List.of(Field.radio("measure", choices(scene, number, open)), Field.text(field, SHORT)), (form, scene) -> form,
                (typed, scene) -> {
                    var chosen = chosen(typed, scene, number, open);
                    var words = typed.text(field, SHORT);
                    return typed.hasErrors() ? List.of() : List.of(made.apply(chosen.orElseThrow(), words));
                });
    }

    private static Optional<Integer> chosen(lianqiao.web.Form typed, Scene scene, Function<Measure, Integer> number, Predicate<Measure> open) {
        var known = scene.shown().measures().stream().filter(open).map(m -> Integer.toString(number.apply(m))).collect(Collectors.toSet());
        return typed.choice("measure", known).map(Integer::valueOf);
    }

    private static Function<Frame, Map<String, String>> choices(Scene scene, Function<Measure, Integer> number, Predicate<Measure> open) {
        return frame -> {
            var choices = new LinkedHashMap<String, String>();
            for (var m : scene.shown().measures()) if (open.test(m)) choices.put(Integer.toString(number.apply(m)), described(m, scene, frame));
            return choices;
        };
    }

    /** What it would do, with the passages themselves: who confirms a masking must see what is masked. */
    private static String described(Measure m, Scene scene, Frame frame) {
        var ground = scene.offices().measureGround(m.basis()).map(MeasureGround::plain).map(frame::in).orElse(m.basis());
        var what = m.photo() != null ? frame.say("desk.measure.photo") : String.join(" · ", m.spans().stream().map(span -> passage(span, m.entry(), scene.shown())).toList());
        return frame.say("desk.measure.line", m.entry(), frame.say("cases.measure." + m.form()), what.isEmpty() ? "–" : what, frame.say("cases.content." + m.content()), ground);
    }

    private static String passage(Span span, int entry, Case shown) {
        var text = parts(shown, entry).getOrDefault(span.part(), "");
        return span.to() <= text.length() ? text.substring(span.from(), span.to()) : "";
    }

    /** The words of an entry by the names of their parts. */
    private static Map<String, String> parts(Case shown, int entry) {
        if (entry == 1) return Map.of("title", shown.title(), "body", shown.body(), "address", shown.address());
        return shown.trail().stream().filter(e -> e.number() == entry).findFirst().map(e -> Map.of("text", e.text())).orElse(Map.of());
    }

    private static Function<Frame, Map<String, String>> targets(Scene scene) {
        return frame -> {
            var targets = new LinkedHashMap<String, String>();
            for (var e : scene.shown().trail()) {
                if (!e.isPublic() || e.number() > 1 && e.text().isEmpty() && e.photos().isEmpty()) continue;
                var name = e.number() + " · " + frame.say("cases.event." + e.event());
                targets.put(Integer.toString(e.number()), name);
                for (int i = 0; i < e.photos().size(); i++) targets.put(e.number() + "/" + e.photos().get(i), name + " · " + frame.say("web.photo", i + 1));
            }
            return targets;
        };
    }

    private static Set<String> known(Scene scene) {
        return scene.shown().trail().stream().filter(Case.Entry::isPublic).flatMap(e -> {
            var keys = new ArrayList<>(List.of(Integer.toString(e.number())));
            e.photos().forEach(photo -> keys.add(e.number() + "/" + photo));
            return keys.stream();
        }).collect(Collectors.toSet());
    }

    private static Function<Frame, Map<String, String>> grounds(Scene scene) {
        return frame -> {
            var choices = new LinkedHashMap<String, String>();
            for (var ground : scene.offices().measureGrounds()) if (ground.active()) choices.put(ground.code(), frame.in(ground.plain()));
            return choices;
        };
    }

    private static List<Act> propose(lianqiao.web.Form form, Scene scene) {
        var target = form.choice("target", known(scene)).orElse("1");
        var kind = form.choice("form", Set.of(Form.MASK.name(), Form.WITHHOLD.name())).map(Form::valueOf).orElse(Form.MASK);
        var basis = form.choice("basis", scene.offices().measureGrounds().stream().filter(MeasureGround::active).map(MeasureGround::code).collect(Collectors.toSet()));
        var content = form.choice("content", List.of(Content.values()).stream().map(Enum::name).collect(Collectors.toSet()));
        var notice = NoticeForms.followed(form, scene);
        var why = form.text("why", SHORT);
        int entry = Integer.parseInt(target.replaceFirst("/.*", ""));
        var photo = target.contains("/") ? new PhotoId(UUID.fromString(target.substring(target.indexOf('/') + 1))) : null;
        var spans = kind == Form.MASK && photo == null ? spans(form, parts(scene.shown(), entry)) : List.<Span>of();
        var boxes = kind == Form.MASK && photo != null ? boxes(form) : List.<Box>of();
        if (form.hasErrors()) return List.of();
        var instead = boxes.isEmpty() || photo == null ? null : blackened(photo, boxes, form, scene);
        return form.hasErrors() ? List.of() : List.of(new Act.ProposeMeasure(kind, entry, photo, instead, spans, basis.orElseThrow(),
                Content.valueOf(content.orElseThrow()), notice, why));
    }

    /** Every place where one of the passages stands; one passage a line. */
    private static List<Span> spans(lianqiao.web.Form form, Map<String, String> parts) {
        var spans = new ArrayList<Span>();
        for (var line : form.optionalText("passages", SHORT).orElse("").split("\n")) {
            var passage = line.strip();
            if (passage.isEmpty()) continue;
            int before = spans.size();
            parts.forEach((part, text) -> {
                for (int at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + passage.length())) spans.add(new Span(part, at, at + passage.length()));
            });
            if (spans.size() == before) form.refuse("passages", "desk.act.propose-measure.not-found", passage);
        }
        if (spans.isEmpty() && form.error("passages") == null) form.refuse("passages", "desk.act.propose-measure.passages-missing");
        return spans;
    }

    private static List<Box> boxes(lianqiao.web.Form form) {
        var boxes = new ArrayList<Box>();
        for (var line : form.optionalText("boxes", SHORT).orElse("").split("\n")) {
            if (line.isBlank()) continue;
            var box = box(line);
            if (box == null || boxes.size() >= MOST_BOXES) form.refuse("boxes", "desk.act.propose-measure.not-a-box", line.strip());
            else boxes.add(box);
        }
        if (boxes.isEmpty() && form.error("boxes") == null) form.refuse("boxes", "desk.act.propose-measure.boxes-missing");
        return boxes;
    }

    private static @Nullable Box box(String line) {
        var numbers = java.util.regex.Pattern.compile(BOX).matcher(line);
        if (!numbers.matches()) return null;
        try {
            return new Box(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(3)), Integer.parseInt(numbers.group(4)));
        } catch (IllegalArgumentException outside) {
            return null;
        }
    }

    private static @Nullable PhotoId blackened(PhotoId photo, List<Box> boxes, lianqiao.web.Form form, Scene scene) {
        return switch (scene.album().blackened(photo, boxes, scene.now())) {
            case Outcome.Done<PhotoId>(var made) -> made;
            case Outcome.Refused<PhotoId>(var why, var details) -> {
                form.refuse("boxes", why, details.toArray());
                yield null;
            }
        };
    }
}

package lianqiao.desk;

import static lianqiao.desk.ActForms.LONG;
import static lianqiao.desk.ActForms.SHORT;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lianqiao.calendar.CalendarDays;
import lianqiao.calendar.Hours;
import lianqiao.calendar.TimeLimit;
import lianqiao.calendar.WorkingDays;
import lianqiao.cases.Act;
import lianqiao.cases.Case;
import lianqiao.offices.OfficeCode;
import lianqiao.web.Form;
import lianqiao.web.Frame;

/** Working on a case: extend, report, note, tasks, answer, claim done, the book. */
final class HandlingForms {
    private HandlingForms() {}

    static final List<ActForm> ALL = List.of(
            ActForm.told("answer", Act.Answer.class, scene -> List.of(Field.text("text", LONG), Field.photos("photos")),
                    (form, scene) -> DispatchForms.one(form, form.text("text", LONG), text -> new Act.Answer(text, scene.photos()))),
            ActForm.told("claim-done", Act.ClaimDone.class, scene -> List.of(Field.text("evidence", LONG), Field.photos("photos")),
                    HandlingForms::claimDone),
            ActForm.told("report", Act.Report.class, scene -> List.of(Field.text("text", LONG), Field.photos("photos")),
                    (form, scene) -> DispatchForms.one(form, form.text("text", LONG), text -> new Act.Report(text, scene.photos()))),
            ActForm.told("extend", Act.Extend.class, scene -> List.of(Field.number("more"), Field.text("reason", SHORT)), HandlingForms::extend)
                    .starting((form, scene) -> form.with("more", scene.shown().clock().limit() instanceof Hours ? "12" : "3")),
            ActForm.internal("give-task", Act.GiveTask.class, scene -> List.of(Field.select("office", scene::takers), Field.text("text", SHORT)),
                    HandlingForms::giveTask).starting((form, scene) -> form.with("office", String.valueOf(scene.by().office()))),
            ActForm.internal("finish-task", Act.FinishTask.class,
                    scene -> List.of(Field.radio("task", tasks(scene)), Field.text("text", SHORT), Field.photos("photos")), HandlingForms::finishTask)
                    .starting(HandlingForms::onlyTask),
            ActForm.internal("note", Act.Note.class, scene -> List.of(Field.text("text", LONG)),
                    (form, scene) -> DispatchForms.one(form, form.text("text", LONG), Act.Note::new)),
            ActForm.told("put-on-book", Act.PutOnBook.class, scene -> List.of(Field.day("revisit"), Field.text("reason", LONG)), HandlingForms::putOnBook),
            ActForm.button("revisit", new Act.Revisit()));

    private static List<Act> claimDone(Form form, Scene scene) {
        var evidence = form.text("evidence", LONG);
        if (scene.photos().isEmpty() && !form.chosen("without-photo", "yes")) form.refuse("photos", "desk.act.claim-done.photo-missing");
        return form.hasErrors() ? List.of() : List.of(new Act.ClaimDone(evidence, scene.photos()));
    }

    /** The same unit as the limit of the case; anything else is refused. */
    static Optional<TimeLimit> more(Form form, Scene scene) {
        try {
            int amount = Integer.parseInt(form.typed("more"));
            if (amount < 1 || amount > 60) return Optional.empty();
            return Optional.of(switch (scene.shown().clock().limit()) {
                case WorkingDays _ -> new WorkingDays(amount);
                case CalendarDays _ -> new CalendarDays(amount);
                case Hours _ -> new Hours(amount);
            });
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<Act> extend(Form form, Scene scene) {
        var more = more(form, scene);
        if (more.isEmpty()) form.refuse("more", "desk.act.extend.not-a-number");
        var reason = form.text("reason", SHORT);
        return form.hasErrors() ? List.of() : List.of(new Act.Extend(more.orElseThrow(), reason));
    }

    private static List<Act> giveTask(Form form, Scene scene) {
        var office = form.choice("office", scene.takerCodes());
        var text = form.text("text", SHORT);
        return form.hasErrors() ? List.of() : List.of(new Act.GiveTask(new OfficeCode(office.orElseThrow()), text));
    }

    private static List<Act> finishTask(Form form, Scene scene) {
        var task = form.choice("task", tasks(scene.shown(), scene).keySet());
        var text = form.text("text", SHORT);
        return form.hasErrors() ? List.of() : List.of(new Act.FinishTask(Integer.parseInt(task.orElseThrow()), text, scene.photos()));
    }

    private static Form onlyTask(Form form, Scene scene) {
        var open = tasks(scene.shown(), scene);
        return form.typed("task").isEmpty() && open.size() == 1 ? form.with("task", open.keySet().iterator().next()) : form;
    }

    private static Function<Frame, Map<String, String>> tasks(Scene scene) {
        return frame -> tasks(scene.shown(), scene);
    }

    private static Map<String, String> tasks(Case shown, Scene scene) {
        var open = new LinkedHashMap<String, String>();
        for (var task : shown.openTasks()) {
            if (scene.by().office() != null && Offers.mayFinish(task, scene.by().office(), scene.by().role(), shown)) {
                open.put(Integer.toString(task.number()), task.text());
            }
        }
        return open;
    }

    private static List<Act> putOnBook(Form form, Scene scene) {
        LocalDate day = null;
        try {
            day = LocalDate.parse(form.typed("revisit"));
        } catch (DateTimeParseException e) {
            form.refuse("revisit", "desk.act.put-on-book.no-day");
        }
        var reason = form.text("reason", LONG);
        return form.hasErrors() || day == null ? List.of() : List.of(new Act.PutOnBook(day, reason));
    }
}

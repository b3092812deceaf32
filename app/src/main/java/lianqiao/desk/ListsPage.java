package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.cases.By.Role;
import lianqiao.cases.CaseLine;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import lianqiao.cases.DeskLists;
import lianqiao.cases.State;
import lianqiao.channels.Notices;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The lists beside the queue: whom to call back, what is overdue, and the tasks of field staff. */
@Controller
public class ListsPage {
    private static final Map<String, Set<State>> TO_CALL = new LinkedHashMap<>();

    static {
        TO_CALL.put("to-call", Set.of(State.ANSWERED, State.CLAIMED_DONE));
        TO_CALL.put("called", Set.of(State.CALLED_BACK));
        TO_CALL.put("not-solved", Set.of(State.DISPUTED));
    }

    private final Desk desk;
    private final Cases cases;
    private final DeskLists lists;
    private final Notices notices;
    private final InstantSource clock;

    ListsPage(Desk desk, Cases cases, DeskLists lists, Notices notices, InstantSource clock) {
        this.desk = desk;
        this.cases = cases;
        this.lists = lists;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param page the last part of the address, also in the keys of its words
     * @param next what a line leads to, behind the address of its case
     */
    public record Model(Reader reader, Names names, String page, String view, List<String> views, List<CaseLine> lines, String next,
                        @Nullable String older, boolean first, Instant now) {}

    @GetMapping("/desk/call-backs")
    View callBacks(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!tellsResidents(reader)) return Show.notFound();
        var form = Form.of(request);
        var view = TO_CALL.containsKey(form.typed("view")) ? form.typed("view") : "to-call";
        var query = CaseQuery.queueOf(Set.of(), reader.sight(), QueuePage.MOST).in(TO_CALL.getOrDefault(view, Set.of()));
        var next = switch (view) {
            case "to-call" -> "/call-back";
            case "called" -> "/verdict";
            default -> "";
        };
        return show("call-backs", view, List.copyOf(TO_CALL.keySet()), query, next, reader, form);
    }

    @GetMapping("/desk/overdue")
    View overdue(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (reader.hats().stream().allMatch(hat -> hat.roles().isEmpty())) return Show.notFound();
        var query = CaseQuery.queueOf(Set.of(), reader.sight(), QueuePage.MOST).overdueAt(clock.instant());
        return show("overdue", "overdue", List.of("overdue"), query, "", reader, Form.of(request));
    }

    /** What people in the field have to do; made for a phone. */
    @GetMapping("/desk/tasks")
    View tasks(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (reader.ownOffices().isEmpty()) return Show.notFound();
        var lines = lists.withTasksFor(reader.ownOffices(), reader.sight(), QueuePage.MOST);
        return Show.page("desk/list", new Model(reader, desk.names(), "tasks", "tasks", List.of("tasks"), lines, "/finish-task", null, true, clock.instant()));
    }

    /** @param told the number of a case whose resident has just been told, or empty */
    public record Messages(Reader reader, List<Notices.Undelivered> messages, String told) {}

    /** Messages that have reached nobody: whom the hotline has to call. */
    @GetMapping("/desk/messages")
    View messages(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!tellsResidents(reader)) return Show.notFound();
        return Show.page("desk/messages", new Messages(reader, undelivered(reader), Form.of(request).typed("told")));
    }

    private List<Notices.Undelivered> undelivered(Reader reader) {
        var all = notices.undelivered(QueuePage.MOST);
        var seen = lists.seen(all.stream().map(Notices.Undelivered::number).toList(), reader.sight());
        return all.stream().filter(message -> seen.contains(message.number())).toList();
    }

    /** Notes that the resident was told by a call, or has the letters of the case sent once more. */
    @PostMapping("/desk/messages")
    View settle(HttpServletRequest request) {
        var form = Form.of(request);
        var number = CaseNumber.read(form.typed("number"));
        var reader = desk.reader(request);
        if (!tellsResidents(reader) || number.isEmpty() || lists.seen(List.of(number.get()), reader.sight()).isEmpty() || !form.typed("entry").matches("\\d{1,6}")) return Show.notFound();
        if (form.typed("step").equals("again")) notices.again(number.get(), clock.instant());
        else notices.called(number.get(), Integer.parseInt(form.typed("entry")), clock.instant());
        return Show.seeOther("/desk/messages?told=" + number.get());
    }

    private static boolean tellsResidents(Reader reader) {
        return reader.plays(Role.OPERATOR) || reader.plays(Role.DISPATCHER) || reader.plays(Role.SUPERVISOR);
    }

    private View show(String page, String view, List<String> views, CaseQuery query, String next, Reader reader, Form form) {
        var lines = cases.list(query.after(CaseQuery.After.read(form.typed("after"))));
        var older = lines.size() < QueuePage.MOST ? null
                : "/desk/" + page + "?view=" + view + "&after=" + new CaseQuery.After(lines.getLast().due(), lines.getLast().number());
        return Show.page("desk/list", new Model(reader, desk.names(), page, view, views, lines, next, older, form.typed("after").isEmpty(), clock.instant()));
    }
}

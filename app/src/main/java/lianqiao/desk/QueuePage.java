package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lianqiao.authenticity.Alarm;
import lianqiao.cases.CaseLine;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.By.Role;
import lianqiao.cases.Cases;
import lianqiao.cases.DeskLists;
import lianqiao.cases.Kind;
import lianqiao.cases.State;
import lianqiao.insight.Matter;
import lianqiao.insight.Pressing;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Offices;
import lianqiao.offices.SavedFilters;
import lianqiao.offices.ServiceCode;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The cases that wait for this officer, what is due first, each with the reason why it is here. */
@Controller
public class QueuePage {
    static final int MOST = 40;
    private static final int BESIDE = 20;
    private static final Set<State> TO_SEND = Set.of(State.RECEIVED, State.SENT_BACK);
    /** Nobody at the desk has to act: a reply, a word or a day is awaited, and each ends by a rule. */
    private static final Set<State> WAITING = EnumSet.of(State.UNCLEAR, State.WAITING, State.CALLED_BACK, State.ON_BOOK, State.JOINED);
    private static final Set<State> TO_DO = EnumSet.complementOf(EnumSet.copyOf(WAITING));

    private final Desk desk;
    private final Cases cases;
    private final DeskLists lists;
    private final SavedFilters saved;
    private final Offices offices;
    private final InstantSource clock;
    private final Alarm alarm;
    private final Pressing pressing;

    QueuePage(Desk desk, Cases cases, DeskLists lists, SavedFilters saved, Offices offices, InstantSource clock, Alarm alarm, Pressing pressing) {
        this.desk = desk;
        this.cases = cases;
        this.lists = lists;
        this.saved = saved;
        this.offices = offices;
        this.clock = clock;
        this.alarm = alarm;
        this.pressing = pressing;
    }

    /**
     * @param view which of the reader's lists this is
     * @param views all lists the reader has
     * @param form the filters as chosen
     * @param older where the next page begins, or null
     * @param filters the chosen filters as a query, for links
     * @param saved filters this officer has put aside
     * @param alert null when nothing is more urgent than the list
     * @param flood since when everybody is asked for one more step before sending, or null
     */
    public record Model(Reader reader, Names names, String view, List<String> views, List<CaseLine> lines, Form form, @Nullable String older,
                        String filters, boolean first, Instant now, Choices choices, List<SavedFilters.Saved> saved, @Nullable Instant flood, @Nullable Alert alert) {}

    /** Cases that somebody should look at before all others: how many speak of self-harm, and of danger that is with no office yet. */
    public record Alert(long persons, long danger) {}

    @GetMapping("/desk")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        var views = views(reader);
        if (views.isEmpty()) return Show.seeOther("/desk/admin");
        var form = Form.of(request);
        var view = views.contains(form.typed("view")) ? form.typed("view") : views.getFirst();
        var now = clock.instant();
        var after = CaseQuery.After.read(form.typed("after"));
        var lines = view.equals("raised") ? lists.raised(reader.sight(), after, MOST) : cases.list(filtered(query(view, reader), form, now));
        return Show.page("desk/queue", new Model(reader, desk.names(), view, views, lines, form, older(lines, view, form),
                filters(form), form.typed("after").isEmpty(), now, new Choices(offices), saved.of(reader.officer().id()), alarm.lasting(now).map(Alarm.Time::began).orElse(null), alert(reader, now)));
    }

    private @Nullable Alert alert(Reader reader, Instant now) {
        if (!reader.seesPressing()) return null;
        var ranking = pressing.ranking(now);
        var persons = ranking.persons().stream().filter(line -> line.state().isWithTheDispatcher()).map(CaseLine::number).toList();
        var danger = ranking.now().stream().map(Matter::line).filter(line -> line.state().isWithTheDispatcher()).map(CaseLine::number).toList();
        var seen = lists.seen(Stream.concat(persons.stream(), danger.stream()).toList(), reader.sight());
        var alert = new Alert(persons.stream().filter(seen::contains).count(), danger.stream().filter(seen::contains).count());
        return alert.persons() + alert.danger() == 0 ? null : alert;
    }

    /** The first lines of the first list of a reader, for the pane beside a case. */
    static List<CaseLine> beginning(Reader reader, Cases cases, DeskLists lists) {
        var views = views(reader);
        if (views.isEmpty()) return List.of();
        var first = views.getFirst();
        var lines = first.equals("raised") ? lists.raised(reader.sight(), null, MOST) : cases.list(query(first, reader));
        return lines.subList(0, Math.min(BESIDE, lines.size()));
    }

    /** The lists an officer has, by the parts they play; the first is shown when nothing is chosen. */
    static List<String> views(Reader reader) {
        var views = new ArrayList<String>();
        if (reader.plays(Role.SUPERVISOR) || reader.plays(Role.LEADER)) views.add("raised");
        if (reader.plays(Role.DISPATCHER) || reader.plays(Role.SUPERVISOR)) views.add("dispatch");
        if (reader.plays(Role.OPERATOR) && !views.contains("dispatch")) views.add("dispatch");
        if (!reader.ownOffices().isEmpty()) views.add("mine");
        if (!views.isEmpty()) views.add("waiting");
        if (reader.seesAll()) views.add("all");
        return views;
    }

    private static CaseQuery query(String view, Reader reader) {
        var open = CaseQuery.queueOf(Set.of(), reader.sight(), MOST);
        return switch (view) {
            case "dispatch" -> open.in(TO_SEND);
            case "mine" -> CaseQuery.queueOf(reader.ownOffices(), reader.sight(), MOST).in(TO_DO);
            case "waiting" -> CaseQuery.queueOf(reader.seesAll() ? Set.of() : reader.ownOffices(), reader.sight(), MOST).in(WAITING);
            default -> open;
        };
    }

    private CaseQuery filtered(CaseQuery query, Form form, Instant now) {
        var result = query;
        if (ServiceCode.isWellFormed(form.typed("service"))) result = result.ofService(new ServiceCode(form.typed("service")));
        if (AreaCode.isWellFormed(form.typed("area"))) result = result.ofArea(new AreaCode(form.typed("area")));
        for (var kind : Kind.values()) if (kind.name().equals(form.typed("kind"))) result = result.ofKind(kind);
        for (var state : State.values()) if (state.name().equals(form.typed("state"))) result = result.in(Set.of(state));
        if (form.typed("overdue").equals("yes")) result = result.overdueAt(now);
        return result.after(CaseQuery.After.read(form.typed("after")));
    }

    private static @Nullable String older(List<CaseLine> lines, String view, Form form) {
        if (lines.size() < MOST) return null;
        var last = lines.getLast();
        return "/desk?view=" + view + filters(form) + "&after=" + new CaseQuery.After(last.due(), last.number());
    }

    /** Puts the chosen filters aside under a name; the same name again replaces them. */
    @PostMapping("/desk/filters")
    View save(HttpServletRequest request) {
        var reader = desk.reader(request);
        var form = Form.of(request);
        var name = form.optionalLine("name", 40);
        var view = views(reader).contains(form.typed("view")) ? form.typed("view") : "";
        var query = "view=" + view + filters(form);
        if (!form.typed("forget").isEmpty()) saved.forget(reader.officer().id(), form.typed("forget"));
        else name.ifPresent(n -> saved.save(reader.officer().id(), n, query));
        return Show.seeOther("/desk?" + query);
    }

    /** The chosen filters, each as {@code &name=value}; only codes can stand there. */
    static String filters(Form form) {
        var filters = new StringBuilder();
        for (var name : List.of("state", "service", "area", "kind", "overdue")) {
            if (form.typed(name).matches("[A-Za-z0-9._-]{1,40}")) filters.append('&').append(name).append('=').append(form.typed(name));
        }
        return filters.toString();
    }
}

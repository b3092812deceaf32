package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Several cases sent to their offices at once: first what will happen to each, then the doing, then what became of each. */
@Controller
public class BulkPage {
    private static final int MOST = QueuePage.MOST;

    private final Desk desk;
    private final Cases cases;
    private final Offices offices;
    private final Routing routing;
    private final InstantSource clock;

    BulkPage(Desk desk, Cases cases, Offices offices, Routing routing, InstantSource clock) {
        this.desk = desk;
        this.cases = cases;
        this.offices = offices;
        this.routing = routing;
        this.clock = clock;
    }

    /**
     * One case of the chosen.
     *
     * @param lead where it would go or went; empty when there is no suggestion
     * @param why the sentence that refuses, or null
     */
    public record Row(Case shown, String lead, @Nullable Why route, boolean possible, @Nullable String why, List<String> details) {}

    /** @param done whether the rows tell what became of each */
    public record Model(Reader reader, Names names, List<Row> rows, boolean done, Choices choices, Form form, Instant now) {}

    @PostMapping("/desk/bulk")
    View preview(HttpServletRequest request) {
        var reader = desk.reader(request);
        var rows = chosen(Form.of(request), reader).stream().map(shown -> row(shown, reader)).toList();
        return page(reader, rows, false, request);
    }

    @PostMapping("/desk/bulk/send")
    View send(HttpServletRequest request) {
        var form = Form.of(request);
        synchronized (desk.lock(request)) {
            var reader = desk.reader(request);
            var rows = new ArrayList<Row>();
            for (var shown : chosen(form, reader)) rows.add(send(shown, form.typed("lead-" + shown.number()), reader));
            return page(reader, rows, true, request);
        }
    }

    private Row row(Case shown, Reader reader) {
        var route = Why.of(shown, routing, offices).orElse(null);
        boolean possible = desk.offers().of(Act.Assign.class, shown, reader, clock.instant()).isPresent();
        return new Row(shown, route == null ? "" : route.lead().text(), route, possible, null, List.of());
    }

    private Row send(Case shown, String lead, Reader reader) {
        var by = desk.offers().of(Act.Assign.class, shown, reader, clock.instant());
        if (by.isEmpty() || !OfficeCode.isWellFormed(lead)) return new Row(shown, lead, null, false, "desk.bulk.not-now", List.of());
        return switch (cases.act(shown.number(), new Act.Assign(new OfficeCode(lead), List.of(), ""), by.get(), clock.instant())) {
            case Outcome.Done<Integer> done -> new Row(shown, lead, null, true, null, List.of());
            case Outcome.Refused<Integer>(var why, var details) -> new Row(shown, lead, null, false, why, details);
        };
    }

    /** At most one page of the queue, so the cases are read one by one. */
    private List<Case> chosen(Form form, Reader reader) {
        return form.all("case").stream().distinct().limit(MOST).map(CaseNumber::read).flatMap(java.util.Optional::stream)
                .flatMap(number -> desk.visible(number.text(), reader, clock.instant()).stream()).toList();
    }

    private View page(Reader reader, List<Row> rows, boolean done, HttpServletRequest request) {
        var form = Form.of(request);
        for (var row : rows) if (form.typed("lead-" + row.shown().number()).isEmpty()) form.with("lead-" + row.shown().number(), row.lead());
        return Show.page("desk/bulk", new Model(reader, desk.names(), rows, done, new Choices(offices), form, clock.instant()));
    }
}

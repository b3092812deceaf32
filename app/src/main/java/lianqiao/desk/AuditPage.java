package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.access.AuditTrail;
import lianqiao.access.AuditTrail.Entry;
import lianqiao.access.AuditTrail.Filter;
import lianqiao.access.AuditTrail.Kind;
import lianqiao.base.CaseNumber;
import lianqiao.base.Cell;
import lianqiao.cases.DeskLists;
import lianqiao.cases.Sight.Reach;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.web.Form;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What officers looked at and changed behind the scenes, for auditors: to look through and to take away as a file. Nothing can be changed here. */
@Controller
public class AuditPage {
    private static final int MOST = 50;
    private static final int MOST_IN_A_FILE = 20_000;
    private static final int PORTION = 1_000;

    private final Desk desk;
    private final Offices offices;
    private final DeskLists lists;
    private final Site site;
    private final InstantSource clock;

    AuditPage(Desk desk, Offices offices, DeskLists lists, Site site, InstantSource clock) {
        this.desk = desk;
        this.offices = offices;
        this.lists = lists;
        this.site = site;
        this.clock = clock;
    }

    /**
     * @param older where the next page begins, or null
     * @param filters the chosen filters as a query, for links
     */
    public record Model(Reader reader, Names names, List<Entry> entries, Form form, Choices choices, String filters, @Nullable String older, boolean first) {}

    @GetMapping("/desk/audit")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        var form = Form.of(request);
        var page = desk.audit().page(filter(form, reader), before(form), MOST);
        var filters = filters(form);
        var older = page.size() < MOST ? null : "/desk/audit?before=" + page.getLast().id() + filters;
        return Show.page("desk/audit", new Model(reader, desk.names(), seen(page, reader), form, new Choices(offices), filters, older, form.typed("before").isEmpty()));
    }

    /** The same as a file, at most 20,000 lines; that it was taken stands on the trail too. */
    @GetMapping("/desk/audit/export")
    View export(HttpServletRequest request) throws IOException {
        var reader = desk.reader(request);
        var form = Form.of(request);
        desk.audit().note(reader.who(), Kind.EXPORTED, "audit", filters(form), clock.instant());
        return Show.bytes("text/csv;charset=utf-8", ("\uFEFF" + file(filter(form, reader), reader)).getBytes(StandardCharsets.UTF_8),
                Map.of("Cache-Control", "no-store", "Content-Disposition", "attachment; filename=\"audit.csv\""));
    }

    private String file(Filter filter, Reader reader) throws IOException {
        var out = new StringBuilder();
        var printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader("at", "officer", "office", "kind", "subject", "detail").get());
        int written = 0;
        var page = desk.audit().page(filter, Long.MAX_VALUE, PORTION);
        for (; !page.isEmpty() && written < MOST_IN_A_FILE; page = desk.audit().page(filter, page.getLast().id(), PORTION)) {
            for (var entry : seen(page, reader)) print(printer, entry);
            written += page.size();
        }
        return out.toString();
    }

    private void print(CSVPrinter printer, Entry entry) throws IOException {
        var at = entry.at().atZone(site.zone()).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime();
        printer.printRecord(at, Cell.safe(entry.who().officer()), Cell.safe(entry.who().office()), entry.kind(), Cell.safe(entry.subject()), Cell.safe(entry.detail()));
    }

    /** An auditor belongs to an office too: lines about a report that is hidden from it are left out. */
    private List<Entry> seen(List<Entry> page, Reader reader) {
        var numbers = page.stream().map(Entry::subject).map(CaseNumber::read).flatMap(Optional::stream).toList();
        var seen = lists.seen(numbers, reader.sight());
        return page.stream().filter(entry -> CaseNumber.read(entry.subject()).filter(number -> !seen.contains(number)).isEmpty()).toList();
    }

    private Filter filter(Form form, Reader reader) {
        var kind = Arrays.stream(Kind.values()).filter(k -> k.name().equals(form.typed("kind"))).findFirst().orElse(null);
        return new Filter(kind, within(form, reader), day(form, "from"), Optional.ofNullable(day(form, "to")).map(day -> day.plus(1, ChronoUnit.DAYS)).orElse(null));
    }

    /** The chosen office with all below it, as far as the auditor's business goes; whoever audits everything sees lines of offices that are gone as well. */
    private Set<String> within(Form form, Reader reader) {
        var reaches = reader.sight().reaches();
        boolean everywhere = reaches.stream().anyMatch(Reach::isEverywhere);
        var mine = reaches.stream().flatMap(reach -> reach.offices().stream()).map(OfficeCode::text).collect(Collectors.toSet());
        if (!OfficeCode.isWellFormed(form.typed("office"))) return everywhere ? Set.of() : mine;
        var chosen = new HashSet<>(Set.of(form.typed("office")));
        offices.under(new OfficeCode(form.typed("office"))).stream().map(OfficeCode::text).forEach(chosen::add);
        if (!everywhere) chosen.retainAll(mine);
        return chosen.isEmpty() ? mine : chosen;
    }

    private @Nullable Instant day(Form form, String field) {
        try {
            return LocalDate.parse(form.typed(field)).atStartOfDay(site.zone()).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static long before(Form form) {
        return form.typed("before").matches("\\d{1,18}") ? Long.parseLong(form.typed("before")) : Long.MAX_VALUE;
    }

    /** The chosen filters, each as {@code &name=value}; only codes and days can stand there. */
    private static String filters(Form form) {
        var filters = new ArrayList<String>();
        for (var name : List.of("kind", "office", "from", "to")) {
            if (form.typed(name).matches("[A-Za-z0-9._-]{1,40}")) filters.add("&" + name + "=" + form.typed(name));
        }
        return String.join("", filters);
    }
}

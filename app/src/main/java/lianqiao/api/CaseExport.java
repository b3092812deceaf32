package lianqiao.api;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import lianqiao.base.Cell;
import lianqiao.base.Language;
import lianqiao.cases.CaseText;
import lianqiao.cases.Cases;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * All public cases as CSV with the columns of GeoReport bulk data (required: service_request_id … long; optional:
 * closed_date, source, description, agency_responsible), UTF-8, times with their zone. A cell that a spreadsheet would
 * take for a formula gets an apostrophe in front. Thread-safe.
 */
public final class CaseExport {
    private static final int PAGE = 500;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader("service_request_id", "requested_datetime", "updated_datetime",
            "status_description", "status_notes", "service_name", "address", "lat", "long", "closed_date", "source", "description",
            "agency_responsible").get();

    private final Cases cases;
    private final Offices offices;
    private final ZoneId zone;

    public CaseExport(Cases cases, Offices offices, ZoneId zone) {
        this.cases = cases;
        this.offices = offices;
        this.zone = zone;
    }

    /** Writes every public case, in the order of the numbers, a page at a time; answers how many there were. */
    public long write(Appendable out, Language language) throws IOException {
        long written = 0;
        var printer = new CSVPrinter(out, FORMAT);
        var after = "";
        for (var page = cases.numbersAfter(after, PAGE); !page.isEmpty(); page = cases.numbersAfter(after, PAGE)) {
            for (var text : cases.texts(page)) if (!text.confidential()) written += print(printer, text, language);
            after = page.getLast().text();
        }
        printer.flush();
        return written;
    }

    private int print(CSVPrinter printer, CaseText c, Language language) throws IOException {
        printer.printRecord(c.number(), time(c.receivedAt()), time(c.updatedAt()), c.closedAt() == null ? "open" : "closed",
                c.closing() == null ? c.state() : c.closing(), Cell.safe(service(c, language)), Cell.safe(place(c, language)),
                c.point() == null ? "" : c.point().latitude(), c.point() == null ? "" : c.point().longitude(),
                c.closedAt() == null ? "" : time(c.closedAt()), c.channel(), Cell.safe(c.title() + "\n\n" + c.body()), Cell.safe(office(c.lead(), language)));
        return 1;
    }

    private String time(Instant at) {
        return at.atZone(zone).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private String service(CaseText c, Language language) {
        return offices.service(new ServiceCode(c.service())).map(s -> s.name().in(language)).orElse(c.service());
    }

    private String place(CaseText c, Language language) {
        var area = offices.area(new AreaCode(c.area())).map(a -> a.name().in(language)).orElse(c.area());
        return c.address().isEmpty() ? area : area + " " + c.address();
    }

    private String office(@Nullable String code, Language language) {
        return code == null ? "" : offices.office(new OfficeCode(code)).map(o -> o.name().in(language)).orElse(code);
    }
}

package lianqiao.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.offices.ServiceCode;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The door for cases of an earlier system. Each row is taken whole or not at all; a row that is here already is skipped,
 * so an import that stopped half-way is simply started again. Not thread-safe.
 */
public final class CaseImport {
    private static final int MOST_FAULTS = 1_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true).setAllowMissingColumnNames(true).setLenientEof(true).get();

    private final Cases cases;
    private final Offices offices;
    private final Routing routing;
    private final ZoneId zone;

    /** Where a row goes that could be read. */
    @FunctionalInterface
    interface Taker {
        Outcome<CaseNumber> take(CaseRow row);
    }

    public CaseImport(Cases cases, Offices offices, Routing routing, ZoneId zone) {
        this.cases = cases;
        this.offices = offices;
        this.routing = routing;
        this.zone = zone;
    }

    /** A row that was not taken: its line in the file and the sentence that says why. */
    public record Fault(long line, Outcome.Refused<?> why) {}

    /** How far the import has come. {@code share} is the part of the file that is read, 0 to 1. */
    public record Progress(double share, long imported, long skipped, long failed) {}

    /** What became of a file; at most 1,000 faults are kept, all are counted. */
    public record Report(long imported, long skipped, long failed, List<Fault> faults) {}

    /**
     * Takes in a file.
     *
     * @param name tells files of different systems apart: ids are unique within it
     * @throws IOException when the file cannot be read at all
     */
    public Report take(Path path, String name, Instant now, Consumer<Progress> watcher) throws IOException {
        return take(path, zone, now, watcher, row -> take(row, name));
    }

    /** Reads the whole file and hands over its rows, one by one. */
    static Report take(Path path, ZoneId zone, Instant now, Consumer<Progress> watcher, Taker taker) throws IOException {
        var file = CaseFile.at(path);
        var tally = new Tally(watcher, file.bytes());
        try (var parser = CSVParser.builder().setReader(file.open()).setFormat(FORMAT).setCharset(file.charset()).setTrackBytes(true).get()) {
            var columns = columns(parser.getHeaderMap());
            for (var missing : List.of("id", "title", "text", "received")) {
                if (!columns.containsKey(missing)) tally.failed(1, new Outcome.Refused<>("channels.import.no-column", List.of(missing)));
            }
            if (tally.failed == 0) {
                rows(parser, tally, record -> CaseRow.read(column -> Optional.ofNullable(columns.get(column)).filter(record::isSet).map(record::get), zone, now), taker);
            }
        } catch (CSVException brokenHeadings) {
            tally.failed(1, new Outcome.Refused<>("channels.import.unreadable", List.of()));
        }
        return tally.report();
    }

    private static void rows(CSVParser parser, Tally tally, Function<CSVRecord, Outcome<CaseRow>> reading, Taker taker) {
        var line = 1L;
        try {
            for (var record : parser) {
                line = parser.getCurrentLineNumber();
                row(reading.apply(record), tally, line, taker);
                tally.readTo(record.getBytePosition());
            }
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            tally.failed(line + 1, new Outcome.Refused<>("channels.import.unreadable", List.of()));
        }
    }

    private static Map<String, Integer> columns(Map<String, Integer> headings) {
        var columns = new HashMap<String, Integer>();
        headings.forEach((heading, place) -> CaseRow.columnNamed(heading).ifPresent(column -> columns.putIfAbsent(column, place)));
        return columns;
    }

    private static void row(Outcome<CaseRow> read, Tally tally, long line, Taker taker) {
        var taken = switch (read) {
            case Outcome.Done<CaseRow>(var row) -> taker.take(row);
            case Outcome.Refused<CaseRow>(var why, var details) -> new Outcome.Refused<CaseNumber>(why, details);
        };
        switch (taken) {
            case Outcome.Done<CaseNumber> done -> tally.imported++;
            case Outcome.Refused<CaseNumber> refused when refused.why().equals("cases.refused.already-here") -> tally.skipped++;
            case Outcome.Refused<CaseNumber> refused -> tally.failed(line, refused);
        }
    }

    private Outcome<CaseNumber> take(CaseRow row, String name) {
        var words = row.title() + "\n" + row.text();
        var service = row.service().isEmpty() ? guessService(words) : known(row.service());
        if (service.isEmpty()) return Outcome.refused("channels.import.unknown", "service", row.service());
        var area = row.area().isEmpty() ? guessArea(words) : offices.areas().stream().map(a -> a.code()).filter(c -> c.toString().equals(row.area())).findFirst();
        if (area.isEmpty()) return Outcome.refused("channels.import.unknown", "area", row.area());
        var office = row.office().isEmpty() ? routing.route(service.get(), area.get()).map(r -> r.lead())
                : offices.all().stream().map(o -> o.code()).filter(c -> c.toString().equals(row.office())).findFirst();
        if (office.isEmpty()) return Outcome.refused("channels.import.unknown", "office", row.office());
        var kind = kind(row.kind());
        if (kind.isEmpty()) return Outcome.refused("channels.import.unknown", "kind", row.kind());
        var asked = new NewCase(kind.get(), service.get(), area.get(), "", null, row.title(), row.text(), Language.of(words), false, null,
                Door.IMPORT.code(), null, Door.IMPORT.code() + ":" + name + ":" + row.id(), List.of());
        return cases.takeOver(asked, office.get(), row.receivedAt(), row.answer(), row.answeredAt());
    }

    private static Optional<Kind> kind(String typed) {
        if (typed.isEmpty()) return Optional.of(Kind.COMPLAINT);
        for (var kind : Kind.values()) if (kind.name().equalsIgnoreCase(typed)) return Optional.of(kind);
        return Optional.empty();
    }

    private Optional<ServiceCode> known(String code) {
        return offices.services().stream().map(s -> s.code()).filter(c -> c.toString().equals(code)).findFirst();
    }

    /** The service most of whose keywords stand in the text, or the one called {@code other}, or the first there is. */
    private Optional<ServiceCode> guessService(String words) {
        ServiceCode best = null;
        int most = 0;
        for (var service : offices.services()) {
            int found = 0;
            for (var word : CaseRow.split(service.keywords())) if (words.contains(word)) found++;
            if (found > most) {
                most = found;
                best = service.code();
            }
        }
        return Optional.ofNullable(best).or(() -> known("other")).or(() -> offices.services().stream().map(s -> s.code()).findFirst());
    }

    private Optional<AreaCode> guessArea(String words) {
        return offices.areas().stream().filter(a -> a.parent() != null && words.contains(a.name().zh())).map(a -> a.code()).findFirst()
                .or(() -> offices.areas().stream().filter(a -> a.parent() == null).map(a -> a.code()).findFirst());
    }

    /** Counts what became of the rows and tells the watcher now and then. */
    private static final class Tally {
        final Consumer<Progress> watcher;
        final long bytes;
        final List<Fault> faults = new ArrayList<>();
        long imported;
        long skipped;
        long failed;
        long told;

        Tally(Consumer<Progress> watcher, long bytes) {
            this.watcher = watcher;
            this.bytes = Math.max(1, bytes);
        }

        void failed(long line, Outcome.Refused<?> why) {
            failed++;
            if (faults.size() < MOST_FAULTS) faults.add(new Fault(line, why));
        }

        void readTo(long position) {
            if (++told % 25 == 0) watcher.accept(new Progress(Math.min(1, position / (double) bytes), imported, skipped, failed));
        }

        Report report() {
            watcher.accept(new Progress(1, imported, skipped, failed));
            return new Report(imported, skipped, failed, List.copyOf(faults));
        }
    }
}

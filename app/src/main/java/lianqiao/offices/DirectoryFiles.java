package lianqiao.offices;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.offices.Sheet.Line;
import lianqiao.offices.Sheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * Takes the directory in from a folder of CSV files; {@code town/README.md} lists files and columns. Everything or
 * nothing: one bad row and the directory stays as it was. What exists already is replaced, so taking in the same folder
 * twice changes nothing.
 */
public final class DirectoryFiles {
    private static final List<String> NAMES = List.of("offices.csv", "areas.csv", "services.csv", "routing.csv", "officers.csv", "templates.csv",
            "grounds.csv", "sendback.csv", "moderation.csv");

    private final Offices offices;

    public DirectoryFiles(Offices offices) {
        this.offices = offices;
    }

    /**
     * A row that could not be taken in. {@code line} is where the row begins, 1 being the column names and 0 the file as
     * a whole; {@code why} is a key of the words files, {@code details} fill its places.
     */
    public record BadRow(String file, long line, String why, List<String> details) {
        static BadRow of(String file, long line, String why, String... details) {
            return new BadRow(file, line, why, List.of(details));
        }
    }

    /** What came of it: how many rows were taken in, or which rows were bad (then none was). */
    public record Report(int rows, List<BadRow> bad) {}

    /** Lays the files of a directory that came with the program into a folder for {@link #takeIn}; {@code source} gives null for a file it lacks. */
    public static void lay(Function<String, @Nullable InputStream> source, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : NAMES) {
            try (var file = source.apply(name)) {
                if (file != null) Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Reads the folder, checks that every code named anywhere exists, and takes everything in. */
    public Report takeIn(Path folder) {
        var bad = new ArrayList<BadRow>();
        var read = read(folder, offices.directory(), bad);
        if (!bad.isEmpty()) return new Report(0, List.copyOf(bad));
        var entries = read.entries();
        if (read.count() > 0) offices.put(entries);
        return new Report(read.count(), List.of());
    }

    /** Reads and checks the files against the directory of before; what is wrong is added to {@code bad}, and nothing is kept. */
    static Lines read(Path folder, Directory before, List<BadRow> bad) {
        var read = new Lines(
                Sheet.read(folder, "offices.csv", bad, DirectoryFiles::office),
                Sheet.read(folder, "areas.csv", bad, DirectoryFiles::area),
                Sheet.read(folder, "services.csv", bad, DirectoryFiles::service),
                Sheet.read(folder, "routing.csv", bad, DirectoryFiles::rule),
                Sheet.read(folder, "officers.csv", bad, DirectoryFiles::officer),
                Sheet.read(folder, "templates.csv", bad, DirectoryFiles::template),
                Sheet.read(folder, "grounds.csv", bad, row -> new Ground(row.code("code", Function.identity()), row.text("law"),
                        row.text("plain"), row.text("channel"), true)),
                Sheet.read(folder, "sendback.csv", bad, row -> new SendBackReason(row.code("code", Function.identity()),
                        row.text("name"), row.text("rule"), true)),
                Sheet.read(folder, "moderation.csv", bad, row -> new MeasureGround(row.code("code", Function.identity()),
                        row.text("law"), row.text("plain"), true)));
        new LineChecks(read, before, bad).run();
        return read;
    }

    /** Everything that was read, with line numbers. */
    record Lines(List<Line<Office>> offices, List<Line<Area>> areas, List<Line<Service>> services, List<Line<Routing.Rule>> rules,
                 List<Line<Officer>> officers, List<Line<AnswerTemplate>> templates, List<Line<Ground>> grounds,
                 List<Line<SendBackReason>> reasons, List<Line<MeasureGround>> measures) {
        int count() {
            return offices.size() + areas.size() + services.size() + rules.size() + officers.size() + templates.size()
                    + grounds.size() + reasons.size() + measures.size();
        }

        /** The values alone, parents before their children. */
        Entries entries() {
            var officeTree = new Tree<>(values(offices), Office::code, Office::parent);
            var areaTree = new Tree<>(values(areas), Area::code, Area::parent);
            return new Entries(parentsFirst(officeTree, Office::code), parentsFirst(areaTree, Area::code), values(services),
                    values(rules), values(officers), values(templates), values(grounds), values(reasons), values(measures));
        }

        private static <C, T> List<T> parentsFirst(Tree<C, T> tree, Function<T, C> code) {
            return tree.all().stream().sorted((a, b) -> Integer.compare(tree.upFrom(code.apply(a)).size(), tree.upFrom(code.apply(b)).size()))
                    .toList();
        }

        private static <T> List<T> values(List<Line<T>> lines) {
            return lines.stream().map(Line::value).toList();
        }
    }

    private static Office office(Row row) {
        return new Office(row.code("code", OfficeCode::new), unless("", row, "parent", OfficeCode::new), row.text("name"),
                row.oneOf(Office.Kind.class, "kind", row.required("kind")), row.text("duties"), row.optional("phone"), true);
    }

    private static Area area(Row row) {
        return new Area(row.code("code", AreaCode::new), unless("", row, "parent", AreaCode::new), row.text("name"));
    }

    private static Service service(Row row) {
        var service = new Service(row.code("code", ServiceCode::new), row.text("group"), row.text("name"), row.text("description"),
                row.optional("keywords"), row.required("limit"), flag(row, "emergency"), true);
        if (!service.hasReadableLimit()) throw row.bad("offices.row.unreadable", "limit", service.limit());
        return service;
    }

    private static Routing.Rule rule(Row row) {
        return new Routing.Rule(unless("*", row, "service", ServiceCode::new), unless("*", row, "area", AreaCode::new),
                row.code("office", OfficeCode::new), true);
    }

    private static Officer officer(Row row) {
        var duties = Arrays.stream(row.required("duties").split(";")).map(String::strip)
                .map(duty -> row.oneOf(Duty.class, "duties", duty)).collect(Collectors.toSet());
        if (duties.contains(Duty.AUDITOR) && duties.size() > 1) throw row.bad("offices.auditor-alone");
        return new Officer(row.code("login", OfficerId::new), row.required("name"), row.code("office", OfficeCode::new), duties, true);
    }

    private static AnswerTemplate template(Row row) {
        return new AnswerTemplate(row.code("code", Function.identity()), unless("", row, "office", OfficeCode::new),
                unless("", row, "service", ServiceCode::new), row.text("title"), row.text("body"), true);
    }

    /** The code in the cell, null when the cell says {@code none}. */
    private static <C> @Nullable C unless(String none, Row row, String column, Function<String, C> reading) {
        return row.optional(column).equals(none) ? null : row.code(column, reading);
    }

    private static boolean flag(Row row, String column) {
        return switch (row.required(column)) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw row.bad("offices.row.unreadable", column, other);
        };
    }
}

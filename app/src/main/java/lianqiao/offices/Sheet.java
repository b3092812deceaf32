package lianqiao.offices;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lianqiao.base.Text;
import lianqiao.offices.DirectoryFiles.BadRow;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One CSV file of the directory: each row becomes a value, or a {@link BadRow} with line and reason. */
final class Sheet {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
            .setIgnoreEmptyLines(false).get();

    /** A value and the line it stands on. */
    record Line<T>(long number, T value) {}

    /** Thrown by a {@link Row} that cannot be read; never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient BadRow row;

        Unreadable(BadRow row) {
            super(row.why(), null, false, false);
            this.row = row;
        }
    }

    private Sheet() {}

    /** The rows of {@code folder/file}, nothing when there is no such file; what is wrong is added to {@code bad}. */
    static <T> List<Line<T>> read(Path folder, String file, List<BadRow> bad, Function<Row, T> reading) {
        var lines = new ArrayList<Line<T>>();
        var path = folder.resolve(file);
        if (Files.notExists(path)) return lines;
        try (var parser = CSVParser.parse(new StringReader(Files.readString(path).replaceFirst("^\uFEFF", "")), FORMAT)) {
            var rows = parser.iterator();
            for (long number = parser.getCurrentLineNumber() + 1; rows.hasNext(); number = parser.getCurrentLineNumber() + 1) {
                var row = new Row(file, number, rows.next());
                if (row.isBlank()) continue;
                try {
                    lines.add(new Line<>(number, reading.apply(row)));
                } catch (Unreadable e) {
                    bad.add(e.row);
                }
            }
        } catch (CharacterCodingException e) {
            bad.add(BadRow.of(file, 0, "offices.row.not-utf8"));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            bad.add(BadRow.of(file, 0, "offices.row.not-csv", String.valueOf(e.getMessage())));
        }
        return lines;
    }

    /** The cells of one row, by the name of their column. */
    record Row(String file, long number, CSVRecord cells) {
        /** A line without anything, as editors like to leave at the end. */
        boolean isBlank() {
            return cells.size() == 1 && cells.get(0).isEmpty();
        }

        /** The cell, empty when it or its column is not there. */
        String optional(String column) {
            return cells.isSet(column) ? cells.get(column) : "";
        }

        String required(String column) {
            var cell = optional(column);
            if (cell.isEmpty()) throw bad("offices.row.empty", column);
            if (cell.indexOf('\0') >= 0) throw bad("offices.row.unreadable", column, "NUL");
            return cell;
        }

        Text text(String column) {
            return new Text(required(column + "_zh"), required(column + "_en"));
        }

        <C> C code(String column, Function<String, C> reading) {
            var cell = required(column);
            if (!Codes.isWellFormed(cell)) throw bad("offices.row.not-a-code", column, cell);
            return reading.apply(cell);
        }

        /** One of the names an enum knows, for example a kind or a duty. */
        <E extends Enum<E>> E oneOf(Class<E> kind, String column, String cell) {
            for (var one : kind.getEnumConstants()) if (one.name().equals(cell)) return one;
            throw bad("offices.row.unreadable", column, cell);
        }

        RuntimeException bad(String why, String... details) {
            return new Unreadable(BadRow.of(file, number, why, details));
        }
    }
}

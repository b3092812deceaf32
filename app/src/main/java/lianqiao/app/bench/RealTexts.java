package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lianqiao.store.CannotStart;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/**
 * Real texts that lie beside the checkout and never in it, because they are not ours to hand on: {@code --texts DIR}, else
 * {@code shared/data} beside the folder of the program. What a bench does with them leaves only figures.
 */
final class RealTexts {
    /** A message as it came, and under which pseudonym. */
    record Message(String writer, String text) {}

    private static final CSVFormat COMMAS = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final CSVFormat TABS = CSVFormat.TDF.builder().setHeader().setSkipHeaderRecord(true).setQuote(null).setQuoteMode(QuoteMode.NONE).setEscape('\\').get();

    private final Path folder;

    RealTexts(Stand stand) {
        var home = System.getenv("LIANQIAO_HOME");
        var beside = Path.of(home == null ? "" : home).toAbsolutePath().resolveSibling("shared/data");
        folder = stand.options().containsKey("texts") ? Path.of(stand.options().get("texts")).toAbsolutePath() : beside;
        if (!Files.isReadable(folder.resolve("civic-messages/labelled-raw.csv"))) throw new CannotStart("app.bench.no-texts", folder);
    }

    /** Title and body of messages, in the order of the file. */
    List<Message> messages(String file) {
        return rows("civic-messages/" + file, COMMAS).stream().map(row -> new Message(row.get("user"), row.get("title") + "\n" + row.get("body"))).toList();
    }

    /** The rows of a file with a head, each cell by its column. */
    List<CSVRecord> rows(String file) {
        return rows(file, file.endsWith(".tsv") ? TABS : COMMAS);
    }

    String whole(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CSVRecord> rows(String file, CSVFormat format) {
        try (var rows = format.parse(Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8))) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

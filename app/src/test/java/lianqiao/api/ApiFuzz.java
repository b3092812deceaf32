package lianqiao.api;

import static lianqiao.fuzz.Target.promise;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import lianqiao.fuzz.Target;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

public final class ApiFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("export-cell", ApiFuzz::cell).slow());

    private ApiFuzz() {}

    private static void cell(String text) throws IOException {
        var cell = lianqiao.base.Cell.safe(text);
        promise(cell.isEmpty() || "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) < 0, "no cell is a formula");
        promise(cell.equals(text) || cell.equals("'" + text), "a cell is the text, at most behind an apostrophe");
        var written = new StringWriter();
        try (var printer = new CSVPrinter(written, CSVFormat.RFC4180)) {
            printer.printRecord("before", cell, "behind");
        }
        var read = CSVFormat.RFC4180.parse(new StringReader(written.toString())).getRecords();
        promise(read.size() == 1 && read.getFirst().size() == 3 && read.getFirst().get(1).equals(cell), "a cell stays in its cell");
    }
}

package lianqiao.house;

import java.util.List;
import java.util.stream.Collectors;
import lianqiao.access.AccessTable;

/** Draws the page of the docs that repeats the table of access for reading. */
final class AccessPage {
    private static final String MARK = "\n## The table\n";

    private AccessPage() {}

    /** The page with what people wrote kept, and everything after the heading renewed. */
    static String page(String page, AccessTable table) {
        var begins = page.indexOf(MARK);
        return (begins < 0 ? page : page.substring(0, begins)) + MARK + "\n" + head(table) + table.rows().stream().map(AccessPage::line).collect(Collectors.joining());
    }

    private static String head(AccessTable table) {
        var roles = table.roles();
        return "%d rows, %d cells.%n%n| method | address | what | %s |%n|---|---|---|%s%n".formatted(table.rows().size(), cells(table), String.join(" | ", roles), "---|".repeat(roles.size()));
    }

    private static int cells(AccessTable table) {
        return table.rows().stream().flatMap(row -> row.cells().values().stream()).mapToInt(String::length).sum();
    }

    private static String line(AccessTable.Row row) {
        var cells = List.copyOf(row.cells().values()).stream().map(cell -> "`" + cell + "`").collect(Collectors.joining(" | "));
        return "| %s | `%s` | %s | %s |%n".formatted(row.method(), row.route(), row.what(), cells);
    }
}

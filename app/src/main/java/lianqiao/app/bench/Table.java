package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people, in Markdown so that it can be copied into docs/performance.md as it is. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(List.of(head));
    }

    /** Numbers with a fraction are shown with one digit behind the point. */
    Table row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) row.add(cell instanceof Double number ? String.format(Locale.ROOT, "%.1f", number)
                : cell instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : String.valueOf(cell));
        rows.add(row);
        return this;
    }

    @Override public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            line(text, rows.get(i), ' ');
            if (i == 0) line(text, rows.get(0).stream().map(_ -> "").toList(), '-');
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, char fill) {
        for (int i = 0; i < cells.size(); i++) {
            int width = width(i) - cells.get(i).length();
            var room = String.valueOf(fill).repeat(width);
            text.append("| ").append(i == 0 ? cells.get(i) + room : room + cells.get(i)).append(' ');
        }
        text.append("|\n");
    }

    private int width(int column) {
        return rows.stream().filter(row -> row.size() > column).mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}

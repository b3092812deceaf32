package lianqiao.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of a table of holiday notices: names hold no comma, so the table needs no quoting. */
record Notices(Collection<NamedDay> days, Set<Integer> years) {
    private static final String HEADING = "notice";

    private record Row(int year, NamedDay day) {}

    static Notices read(String csv) {
        var byDate = new TreeMap<LocalDate, Row>();
        var years = new TreeSet<Integer>();
        int line = 0;
        for (var text : csv.replace("\uFEFF", "").lines().toList()) {
            line++;
            if (text.isBlank() || line == 1 && text.contains(HEADING)) continue;
            var row = row(text, line);
            years.add(row.year());
            byDate.merge(row.day().date(), row, Notices::later);
        }
        return new Notices(byDate.values().stream().map(Row::day).toList(), years);
    }

    private static Row later(Row one, Row other) {
        return other.year() >= one.year() ? other : one;
    }

    private static Row row(String text, int line) {
        var cells = text.strip().split(",", -1);
        try {
            if (cells.length != 4) throw new IllegalArgumentException("expected 4 columns, found " + cells.length);
            var day = new NamedDay(LocalDate.parse(cells[1].strip()), cells[2].strip(), isOff(cells[3].strip()));
            return new Row(Integer.parseInt(cells[0].strip()), day);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new WorkingCalendar.Unreadable(line, e);
        }
    }

    private static boolean isOff(String cell) {
        return switch (cell) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new IllegalArgumentException("is_off_day must be 1 or 0, not " + cell);
        };
    }
}

package lianqiao.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import lianqiao.cases.Figures.Line;
import lianqiao.cases.Figures.OfOffice;
import lianqiao.offices.OfficeCode;
import org.jspecify.annotations.Nullable;

/** Adds up counts of parts, each of one lead office and of answers that took the same number of hours. One thread. */
final class Tally {
    private static final Line NOTHING = new Line(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1);

    private Line all = NOTHING;
    private final NavigableMap<Integer, Long> hoursOfAll = new TreeMap<>();
    private final Map<String, Line> offices = new HashMap<>();
    private final Map<String, NavigableMap<Integer, Long>> hours = new HashMap<>();

    /** @param office null for cases that no office has yet; they count only among all */
    void add(@Nullable String office, Line part) {
        all = sum(all, part);
        if (part.answered() > 0) hoursOfAll.merge(part.medianHours(), part.answered(), Long::sum);
        if (office == null) return;
        offices.merge(office, part, Tally::sum);
        var of = hours.computeIfAbsent(office, _ -> new TreeMap<>());
        if (part.answered() > 0) of.merge(part.medianHours(), part.answered(), Long::sum);
    }

    Figures figures(Instant now) {
        List<OfOffice> each = offices.entrySet().stream()
                .map(e -> new OfOffice(new OfficeCode(e.getKey()), withMedian(e.getValue(), hours.getOrDefault(e.getKey(), new TreeMap<>()))))
                .sorted(Comparator.comparing(OfOffice::office)).toList();
        return new Figures(now, withMedian(all, hoursOfAll), each);
    }

    private static Line sum(Line a, Line b) {
        return new Line(a.received() + b.received(), a.open() + b.open(), a.overdue() + b.overdue(), a.answered() + b.answered(),
                a.answeredOnTime() + b.answeredOnTime(), a.confirmed() + b.confirmed(), a.silent() + b.silent(), a.refused() + b.refused(),
                a.imported() + b.imported(), a.reopened() + b.reopened(), -1);
    }

    private static Line withMedian(Line line, NavigableMap<Integer, Long> hours) {
        return new Line(line.received(), line.open(), line.overdue(), line.answered(), line.answeredOnTime(), line.confirmed(), line.silent(),
                line.refused(), line.imported(), line.reopened(), median(hours, line.answered()));
    }

    /** The fewest whole hours within which at least half of the answers came; -1 without answers. */
    private static int median(NavigableMap<Integer, Long> hours, long answers) {
        long within = 0;
        for (var hour : hours.entrySet()) {
            within += hour.getValue();
            if (2 * within >= answers) return hour.getKey();
        }
        return -1;
    }
}

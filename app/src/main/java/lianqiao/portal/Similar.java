package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import lianqiao.cases.Cases;
import lianqiao.search.Search;
import org.springframework.stereotype.Component;

/** Public cases like a text. Thread-safe. */
@Component
final class Similar {
    private static final int MOST = 5;

    private final Search search;
    private final Cases cases;
    private final Lines lines;

    Similar(Search search, Cases cases, Lines lines) {
        this.search = search;
        this.cases = cases;
        this.lines = lines;
    }

    List<Line> to(String text, Instant now) {
        if (text.isBlank()) return List.of();
        var numbers = search.similar(text, MOST).stream().map(lianqiao.search.Similar::number).toList();
        return lines.drawn(cases.publicLines(numbers), now);
    }
}

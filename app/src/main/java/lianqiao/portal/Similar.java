package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Public cases like a text. The one place of this room that asks for them. Thread-safe. */
@Component
final class Similar {
    private final Lines lines;

    Similar(Lines lines) {
        this.lines = lines;
    }

    List<Line> to(String text, Instant now) {
        return text.isBlank() ? List.of() : lines.drawn(List.of(), now);
    }
}

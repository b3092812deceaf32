package lianqiao.portal;

import java.util.ArrayList;
import java.util.List;
import lianqiao.authenticity.Span;

/** A text cut where its marked parts begin and end. */
public final class Marks {
    private Marks() {}

    /**
     * A piece of a text as written.
     *
     * @param others how many other people wrote it too, at least; 0 when it is not marked
     */
    public record Part(String text, int others) {}

    /** The whole text in pieces. @param spans in order; whatever of them lies beyond the text is left out */
    static List<Part> of(String text, List<Span> spans) {
        var parts = new ArrayList<Part>();
        int at = 0;
        for (var span : spans) {
            if (span.from() < at || span.to() > text.length()) continue;
            if (span.from() > at) parts.add(new Part(text.substring(at, span.from()), 0));
            parts.add(new Part(text.substring(span.from(), span.to()), span.others()));
            at = span.to();
        }
        if (at < text.length()) parts.add(new Part(text.substring(at), 0));
        return parts;
    }
}

package lianqiao.channels;

import java.time.LocalDate;
import java.util.List;
import lianqiao.base.Language;

/** What the letter of a morning says: the leader's brief in a language. Room `app` gives it. Thread-safe. */
public interface MorningWords {
    /** How a line is set: ours, somebody's own words, or an address of this site. */
    enum Kind { TEXT, QUOTE, LINK }

    /** One paragraph; of a link the path, beginning with a slash. */
    record Line(Kind kind, String text) {
        /** Names nobody: what people write does not belong into a log. */
        @Override public String toString() {
            return "Line[" + kind + "]";
        }
    }

    /** The paragraphs of the brief of that day; empty when there is none. */
    List<Line> of(LocalDate day, Language language);
}

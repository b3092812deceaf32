package lianqiao.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import lianqiao.web.Frame;

/**
 * One field of an act's form.
 *
 * @param name also the end of its label's key
 * @param most characters, 0 where it does not apply
 * @param choices value and label in the reader's language, for those that offer some
 */
public record Field(Kind kind, String name, int most, boolean optional, Function<Frame, Map<String, String>> choices) {
    /** How a field is drawn. */
    public enum Kind { LINE, TEXT, SELECT, RADIO, CHECKS, PHOTOS, DAY, NUMBER }

    static Field line(String name, int most) {
        return new Field(Kind.LINE, name, most, false, frame -> Map.of());
    }

    static Field text(String name, int most) {
        return new Field(Kind.TEXT, name, most, false, frame -> Map.of());
    }

    static Field day(String name) {
        return new Field(Kind.DAY, name, 0, false, frame -> Map.of());
    }

    static Field number(String name) {
        return new Field(Kind.NUMBER, name, 0, false, frame -> Map.of());
    }

    static Field photos(String name) {
        return new Field(Kind.PHOTOS, name, 0, true, frame -> Map.of());
    }

    static Field select(String name, Function<Frame, Map<String, String>> choices) {
        return new Field(Kind.SELECT, name, 0, false, choices);
    }

    static Field radio(String name, Function<Frame, Map<String, String>> choices) {
        return new Field(Kind.RADIO, name, 0, false, choices);
    }

    static Field checks(String name, Function<Frame, Map<String, String>> choices) {
        return new Field(Kind.CHECKS, name, 0, true, choices);
    }

    /** The choices of an enumeration, each with its words under the prefix. */
    static Function<Frame, Map<String, String>> words(String prefix, Enum<?>... values) {
        return frame -> {
            var choices = new LinkedHashMap<String, String>();
            for (var value : values) choices.put(value.name(), frame.say(prefix + value.name()));
            return choices;
        };
    }

    Field mayBeEmpty() {
        return new Field(kind, name, most, true, choices);
    }
}

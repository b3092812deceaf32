package lianqiao.tlog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object in the one form leaves are written in (RFC 8785, without fractions): no spaces, keys in order and
 * once, short depth. Strict, because an entry that two programs read differently proves nothing. Used once.
 */
final class CanonicalJson {
    private static final int DEEPEST = 8;
    private static final String SHORT = "\"\\bfnrt";
    private static final String MEANT = "\"\\\b\f\n\r\t";

    /** The text is not in that form; never leaves this class. */
    private static final class NotCanonical extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotCanonical() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private int at;

    private CanonicalJson(String text) {
        this.text = text;
    }

    /**
     * The fields of the object: texts, whole numbers, true and false as they are written, objects as maps of these; what is
     * null or a list is read and left out. Empty when the text is not canonical.
     */
    static Optional<Map<String, Object>> fields(String text) {
        try {
            var reading = new CanonicalJson(text);
            var fields = reading.object(0);
            return reading.at == text.length() ? Optional.of(fields) : Optional.empty();
        } catch (NotCanonical e) {
            return Optional.empty();
        }
    }

    private Map<String, Object> object(int depth) {
        var fields = new LinkedHashMap<String, Object>();
        expect('{');
        if (depth > DEEPEST) throw new NotCanonical();
        if (next('}')) return fields;
        String before = null;
        do {
            var key = string();
            if (before != null && before.compareTo(key) >= 0) throw new NotCanonical();
            before = key;
            expect(':');
            value(depth).ifPresent(value -> fields.put(key, value));
        } while (next(','));
        expect('}');
        return fields;
    }

    private Optional<Object> value(int depth) {
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '{' -> Optional.of(object(depth + 1));
            case '[' -> array(depth + 1);
            case '"' -> Optional.of(string());
            default -> word();
        };
    }

    private Optional<Object> array(int depth) {
        expect('[');
        if (depth > DEEPEST) throw new NotCanonical();
        if (next(']')) return Optional.empty();
        do value(depth); while (next(','));
        expect(']');
        return Optional.empty();
    }

    private Optional<Object> word() {
        int from = at;
        while (at < text.length() && "-0123456789aeflnrstu".indexOf(text.charAt(at)) >= 0) at++;
        var word = text.substring(from, at);
        if (word.equals("null")) return Optional.empty();
        if (!word.matches("true|false|0|-?[1-9][0-9]{0,15}")) throw new NotCanonical();
        return Optional.of(word);
    }

    private String string() {
        expect('"');
        var read = new StringBuilder();
        while (true) {
            char c = take();
            if (c == '"') return read.toString();
            if (c < ' ') throw new NotCanonical();
            read.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = take();
        int known = SHORT.indexOf(c);
        if (known >= 0) return MEANT.charAt(known);
        if (c != 'u' || at + 4 > text.length() || !text.substring(at, at + 4).matches("00[01][0-9a-f]")) throw new NotCanonical();
        at += 4;
        char meant = (char) Integer.parseInt(text.substring(at - 4, at), 16);
        if (MEANT.indexOf(meant) >= 0) throw new NotCanonical();
        return meant;
    }

    private char take() {
        if (at >= text.length()) throw new NotCanonical();
        return text.charAt(at++);
    }

    private void expect(char c) {
        if (take() != c) throw new NotCanonical();
    }

    private boolean next(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }
}

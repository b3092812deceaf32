package lianqiao.tlog;

import java.util.HashMap;
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
        var fields = new HashMap<String, Object>();
        expect('{');
        if (depth > DEEPEST) throw new NotCanonical();
        if (next('}')) return fields;
        String before = null;
        do {
            var key = string();
            if (before != null && before.compareTo(key) >= 0) throw new NotCanonical();
            before = key;
            expect(':');
            var value = value(depth);
            if (value.isPresent()) fields.put(key, value.get());
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
        return switch (word) {
            case "null" -> Optional.empty();
            case "true", "false" -> Optional.of(word);
            default -> {
                if (Decimal.read(word.startsWith("-") ? word.substring(1) : word).isEmpty() || word.equals("-0") || word.length() > 16) throw new NotCanonical();
                yield Optional.of(word);
            }
        };
    }

    private String string() {
        expect('"');
        int from = at;
        StringBuilder read = null;
        while (true) {
            char c = take();
            if (c == '"') return read == null ? text.substring(from, at - 1) : read.toString();
            if (c < ' ') throw new NotCanonical();
            if (c == '\\' && read == null) read = new StringBuilder(text.substring(from, at - 1));
            if (read != null) read.append(c == '\\' ? escaped() : c);
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

package lianqiao.transparency;

import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one way that gives the same bytes everywhere (RFC 8785, as far as the log needs it): keys in the order of
 * their UTF-16 units, no spaces, only what must be escaped is escaped. Values are texts, whole numbers, truth values and
 * maps of these.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(Map<String, ?> map) {
        var json = new StringBuilder(256);
        write(json, map);
        return json.toString();
    }

    private static void write(StringBuilder json, Object value) {
        switch (value) {
            case String text -> quote(json, text);
            case Map<?, ?> map -> object(json, map);
            case Integer number -> json.append(number);
            case Boolean truth -> json.append(truth);
            default -> throw new IllegalArgumentException("no place in a leaf for " + value.getClass());
        }
    }

    private static void object(StringBuilder json, Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        json.append('{');
        sorted.forEach((key, value) -> {
            if (json.charAt(json.length() - 1) != '{') json.append(',');
            quote(json, key);
            json.append(':');
            write(json, value);
        });
        json.append('}');
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) json.append(String.format("\\u%04x", (int) c));
                    else json.append(c);
                }
            }
        }
        json.append('"');
    }
}

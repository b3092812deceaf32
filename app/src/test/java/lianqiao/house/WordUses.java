package lianqiao.house;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lianqiao.house.Phrases.Phrase;

/**
 * Where words are said: keys written out, and shapes of keys in which something is filled in. A text counts as a key
 * when it begins with a room that has words and looks like one.
 *
 * @param keys keys written out, and where
 * @param shapes regular expressions of keys that are put together, and where
 */
record WordUses(Map<String, String> keys, Map<String, String> shapes) {
    private static final String FILLED_IN = "[A-Za-z0-9_.-]+";

    static WordUses in(Collection<String> rooms, List<Phrase> phrases, Map<String, String> templates) {
        var uses = new WordUses(new TreeMap<>(), new TreeMap<>());
        var room = "(?:" + String.join("|", rooms) + ")\\.";
        var key = Pattern.compile(room + "[A-Za-z0-9_." + Phrases.HOLE + "-]*");
        for (var phrase : phrases)
            if (key.matcher(phrase.text()).matches()) uses.add(phrase.text(), phrase.file() + ":" + phrase.line());
        var quoted = Pattern.compile("\"(" + room + "[A-Za-z0-9_.-]*)\"(?:( *\\+)[^\"+;}\n]*(?:\\+ *\"([A-Za-z0-9_.-]*)\")?)?");
        templates.forEach((file, source) -> quoted.matcher(source).results().forEach(m -> {
            var rest = m.group(3) == null ? "" : m.group(3);
            uses.add(m.group(2) == null ? m.group(1) : m.group(1) + Phrases.HOLE + rest, file);
        }));
        return uses;
    }

    /** A shape must fix more than its room; a text that ends in a full stop or hyphen is taken for the beginning of one. */
    private void add(String text, String where) {
        boolean open = text.indexOf(Phrases.HOLE) >= 0 || text.endsWith(".") || text.endsWith("-");
        if (!open) keys.putIfAbsent(text, where);
        else if (text.replace("" + Phrases.HOLE, "").indexOf('.') < text.replace("" + Phrases.HOLE, "").length() - 1)
            shapes.putIfAbsent(shape(text), where);
    }

    private static String shape(String text) {
        var shape = text.replace(".", "\\.").replace("" + Phrases.HOLE, FILLED_IN);
        return text.endsWith(".") || text.endsWith("-") ? shape + FILLED_IN : shape;
    }
}

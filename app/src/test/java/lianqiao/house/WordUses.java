package lianqiao.house;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lianqiao.house.Phrases.Phrase;

/**
 * Where words are said: keys written out, and beginnings of keys that something is added to. A text counts as a key
 * when it begins with a room that has words and looks like one.
 */
record WordUses(Map<String, String> keys, Map<String, String> beginnings) {
    static WordUses in(Collection<String> rooms, List<Phrase> phrases, Map<String, String> templates) {
        var uses = new WordUses(new TreeMap<>(), new TreeMap<>());
        var key = Pattern.compile("(?:" + String.join("|", rooms) + ")(?:\\.[A-Za-z0-9_-]+)*\\.?[A-Za-z0-9_-]*");
        for (var phrase : phrases) uses.add(key, phrase.text(), phrase.file() + ":" + phrase.line());
        var quoted = Pattern.compile("\"(" + key + ")\"( *\\+)?");
        templates.forEach((file, source) -> quoted.matcher(source).results()
                .forEach(m -> uses.add(key, m.group(2) == null ? m.group(1) : m.group(1) + Phrases.HOLE, file)));
        return uses;
    }

    /** A key ends the text; a beginning has at least a room and one more word before its hole. */
    private void add(Pattern key, String text, String where) {
        int hole = text.indexOf(Phrases.HOLE);
        var written = hole < 0 ? text : text.substring(0, hole);
        if (!written.contains(".") || !key.matcher(written).matches()) return;
        boolean open = hole >= 0 || written.endsWith(".") || written.endsWith("-");
        if (!open) keys.putIfAbsent(written, where);
        else if (written.indexOf('.') < written.length() - 1) beginnings.putIfAbsent(written, where);
    }
}

package lianqiao.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page of words: people write the glossary, the tables below it are taken from the words files. */
final class Glossary {
    private static final String BELOW = "## From the words files\n";
    private static final Pattern CODE_WORD = Pattern.compile("(?m)^\\| `([A-Z][A-Za-z]+)` \\|");
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("Kinds of case", "cases.kind.");
        TABLES.put("States of a case", "cases.state.");
        TABLES.put("Steps", "cases.act.");
        TABLES.put("Events", "cases.event.");
        TABLES.put("How a case ends", "cases.closing.");
        TABLES.put("Who takes a step", "cases.role.");
        TABLES.put("Duties of officers", "offices.duty.");
        TABLES.put("Doors", "cases.door.");
    }

    private Glossary() {}

    /** The page with its lower part written anew. */
    static String page(String old, WordList words) {
        var page = new StringBuilder(old.substring(0, old.indexOf(BELOW) + BELOW.length()));
        TABLES.forEach((title, beginning) -> page.append(table(title, beginning, words)));
        return page.toString();
    }

    /** The code words of the part that people write. */
    static List<String> codeWords(String page) {
        return CODE_WORD.matcher(page.substring(0, page.indexOf(BELOW))).results().map(m -> m.group(1)).toList();
    }

    private static String table(String title, String beginning, WordList words) {
        var rows = words.english().entrySet().stream().filter(w -> w.getKey().startsWith(beginning))
                .map(w -> "| `" + w.getKey().substring(beginning.length()) + "` | " + words.chinese().get(w.getKey()) + " | " + w.getValue() + " |\n").toList();
        return rows.isEmpty() ? "" : "\n### " + title + "\n\n| code word | 中文 | English |\n|---|---|---|\n" + String.join("", rows);
    }
}

package lianqiao.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The screen words in both languages, by full key (room first), and what is wrong with them. */
record WordList(SortedMap<String, String> english, SortedMap<String, String> chinese, List<String> doubles) {
    private static final String CHINESE = "_zh_CN.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[|}]");
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[A-Za-z]{2,}[,;]? +[a-z]{2,} +[a-z]{2,}");
    private static final Pattern LATIN_WORDS = Pattern.compile("[A-Za-z]{2,}\\s+[A-Za-z]{2,}");

    static WordList read(List<Path> files) {
        var words = new WordList(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (var file : files) words.add(file.getFileName().toString(), House.read(file));
        return words;
    }

    /** Takes in the text of one file; continued lines are joined as the format has it. */
    void add(String file, String text) {
        var into = file.endsWith(CHINESE) ? chinese : english;
        var room = file.replace(CHINESE, "").replace(".properties", "") + ".";
        for (var line : text.replaceAll("\\\\\\R\\s*", "").lines().toList()) {
            if (line.isBlank() || line.strip().startsWith("#")) continue;
            var pair = line.split("[=:]", 2);
            var key = pair[0].strip();
            var full = key.startsWith(room) ? key : room + key;
            if (into.put(full, pair.length < 2 ? "" : pair[1].strip()) != null) doubles.add(file + ": " + full + " stands twice");
        }
    }

    /** Faults of the lists themselves; {@code foreign} matches the keys that hold the other language on purpose. */
    List<String> faults(Pattern foreign) {
        var faults = new ArrayList<>(doubles);
        var keys = new TreeSet<>(english.keySet());
        keys.addAll(chinese.keySet());
        for (var key : keys) {
            if (!english.containsKey(key)) faults.add(key + " is missing in English");
            else if (!chinese.containsKey(key)) faults.add(key + " is missing in Chinese");
            else faults.addAll(faults(key, english.get(key), chinese.get(key), foreign.matcher(key).matches()));
        }
        return faults;
    }

    private static List<String> faults(String key, String en, String written, boolean foreign) {
        var faults = new ArrayList<String>();
        var zh = written.replaceAll("\\./lianqiao [a-z -]+", "");   // a command is typed as it is in every language
        if (en.isBlank()) faults.add(key + " is empty in English");
        if (zh.isBlank()) faults.add(key + " is empty in Chinese");
        if (!places(en).equals(places(zh))) faults.add(key + " has other places in Chinese: " + places(en) + ", " + places(zh));
        if (!foreign && hasHan(en)) faults.add(key + " has Chinese in its English");
        if (!foreign && (ENGLISH_SENTENCE.matcher(zh).find() || !hasHan(zh) && LATIN_WORDS.matcher(zh).find()))
            faults.add(key + " has English in its Chinese: " + zh);
        return faults;
    }

    /** Which of these keys do not exist. */
    List<String> missing(Map<String, String> usedBy) {
        return usedBy.entrySet().stream().filter(u -> !english.containsKey(u.getKey()))
                .map(u -> u.getKey() + " has no words, used by " + u.getValue()).toList();
    }

    /** Which keys nobody says, neither as they are nor put together. */
    List<String> unused(Map<String, String> usedBy, Collection<String> shapes) {
        var patterns = shapes.stream().map(Pattern::compile).toList();
        return english.keySet().stream()
                .filter(k -> !usedBy.containsKey(k) && patterns.stream().noneMatch(p -> p.matcher(k).matches()))
                .map(k -> k + " is never said").toList();
    }

    /** Which shapes no key has. */
    List<String> missing(Collection<String> shapes) {
        return shapes.stream().filter(s -> english.keySet().stream().noneMatch(k -> k.matches(s))).map(s -> "no words look like " + s).toList();
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static TreeSet<String> places(String sentence) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentence).results().forEach(m -> places.add(m.group(1)));
        return places;
    }
}

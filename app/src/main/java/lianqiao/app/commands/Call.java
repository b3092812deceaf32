package lianqiao.app.commands;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.app.Settings;
import lianqiao.base.Language;
import lianqiao.store.CannotStart;

/**
 * How the program was called: the command, its words, its options ({@code --name value} or {@code --name=value}), the
 * environment and the clock. A relative path is meant from the folder the caller stands in.
 */
public record Call(String command, List<String> words, Map<String, String> options, Map<String, String> environment, InstantSource clock) {
    /** Options that have no value. */
    private static final Set<String> FLAGS = Set.of("--" + VerifyLogCommand.FLAG);

    /** Splits a command line; an option without its value is refused with a clear sentence. */
    public static Call of(List<String> line, Map<String, String> environment, InstantSource clock) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < line.size(); i++) {
            var word = line.get(i);
            if (word.equals("-h") || word.equals("--help")) words.addFirst("help");
            else if (!word.startsWith("--")) words.add(word);
            else if (word.contains("=")) options.put(word.substring(2, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            else if (FLAGS.contains(word)) options.put(word.substring(2), "yes");
            else if (i + 1 < line.size() && !line.get(i + 1).startsWith("--")) options.put(word.substring(2), line.get(++i));
            else throw new CannotStart("app.option.value", word);
        }
        var command = words.isEmpty() ? "help" : words.removeFirst();
        return new Call(command, List.copyOf(words), Map.copyOf(options), environment, clock);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Refuses an option nobody reads: a slip of the pen must not pass in silence. */
    void onlyOptions(List<String> known) {
        for (var name : options.keySet()) {
            if (!known.contains(name)) throw new CannotStart("app.option.unknown", "--" + name, command);
        }
    }

    /** The word at a place, counted from 0, as a path. */
    Path path(int place) {
        return Path.of(words.get(place));
    }

    Settings settings() {
        return Settings.read(environment, options);
    }

    /** The language of the terminal: Chinese when the locale says so, otherwise English. */
    public Language language() {
        for (var name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) return value.startsWith("zh") ? Language.ZH : Language.EN;
        }
        return Language.EN;
    }
}

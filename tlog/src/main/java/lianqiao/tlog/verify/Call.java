package lianqiao.tlog.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How a command was called: its words, its options, which may come more than once, the clock, and where it may say something. */
record Call(List<String> words, Map<String, List<String>> options, InstantSource clock, Sayings sayings, PrintStream out) {
    /** Largest file that an option may name. */
    static final int LARGEST_FILE = 512 * 1024;

    static Call of(List<String> line, Set<String> known, InstantSource clock, Sayings sayings, PrintStream out) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < line.size(); i++) {
            var word = line.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            var name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            if (!known.contains(name)) throw new CannotRun("option.unknown", word);
            if (equals < 0 && i + 1 == line.size()) throw new CannotRun("option.value", word);
            options.computeIfAbsent(name, _ -> new ArrayList<>()).add(equals < 0 ? line.get(++i) : word.substring(equals + 1));
        }
        return new Call(words, options, clock, sayings, out);
    }

    /** The one word the command is about. */
    String word(String usage) {
        if (words.size() != 1) throw new CannotRun(usage);
        return words.getFirst();
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) {
        var all = all(option);
        if (all.size() > 1) throw new CannotRun("option.once", "--" + option);
        return all.stream().findFirst();
    }

    String needed(String option) {
        return one(option).orElseThrow(() -> new CannotRun("option.needed", "--" + option));
    }

    /** A time span such as 90s, 30m, 24h, 7d, in seconds. */
    long seconds(String option, String otherwise) {
        var text = one(option).orElse(otherwise);
        if (!text.matches("[0-9]{1,9}[smhd]")) throw new CannotRun("option.span", "--" + option);
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> number;
            case 'm' -> TimeUnit.MINUTES.toSeconds(number);
            case 'h' -> TimeUnit.HOURS.toSeconds(number);
            default -> TimeUnit.DAYS.toSeconds(number);
        };
    }

    int number(String option, int otherwise) {
        var text = one(option).orElse("" + otherwise);
        if (!text.matches("[0-9]{1,6}")) throw new CannotRun("option.number", "--" + option);
        return Integer.parseInt(text);
    }

    /** The bytes of a file somebody named; a large one is refused. */
    static byte[] file(String name) {
        try (var in = Files.newInputStream(Path.of(name))) {
            var bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) throw new CannotRun("file.large", name);
            return bytes;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new CannotRun("file.unreadable", name);
        }
    }

    /** The text itself, or that of the file it names: keys are handed over either way. */
    static String textOrFile(String text) {
        return text.contains("+") ? text : new String(file(text), StandardCharsets.UTF_8);
    }

    void say(String key, Object... details) {
        out.println(sayings.say(key, details));
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}

package lianqiao.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One parser under fire. Whatever bytes come, the body must come back: a refusal is a value or the exception the parser
 * promises. Everything else thrown, a broken promise or a sanitizer of the fuzzer is a finding.
 *
 * @param name also the name of its seeds in {@code src/test/resources/fuzz}
 * @param share of the inputs of a long run, compared with the others
 */
public record Target(String name, int share, Body body) {
    /** How many times as many inputs a quick parser gets as a {@link #slow} one. */
    static final int QUICK = 8;

    public Target(String name, Body body) {
        this(name, QUICK, body);
    }

    /** The same, with fewer inputs, because each of them takes its time. */
    public Target slow() {
        return new Target(name, 1, body);
    }

    /** What is done with the bytes. */
    @FunctionalInterface
    public interface Body {
        void take(byte[] bytes) throws Exception;
    }

    /** What is done with a text. */
    @FunctionalInterface
    public interface TextBody {
        void take(String text) throws Exception;
    }

    /** A parser of texts: the bytes are read as UTF-8, or when the first is 0 as raw UTF-16 units, halves of characters included. */
    public static Target ofText(String name, TextBody body) {
        return new Target(name, bytes -> body.take(text(bytes)));
    }

    static String text(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != 0) return new String(bytes, StandardCharsets.UTF_8);
        var units = new char[(bytes.length - 1) / 2];
        for (int i = 0; i < units.length; i++) units[i] = (char) ((bytes[1 + 2 * i] & 0xff) << 8 | bytes[2 + 2 * i] & 0xff);
        return new String(units);
    }

    /** A folder for parsers that read files, in memory where the machine has such a place. */
    public static Path scratch() {
        try {
            var memory = Path.of("/dev/shm");
            var folder = Files.isWritable(memory) ? Files.createTempDirectory(memory, "fuzz") : Files.createTempDirectory("fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> erase(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database that nobody reaches: whoever asks it gets this for an answer. */
    public static DataSource nowhere(String answer) {
        return (DataSource) Proxy.newProxyInstance(Target.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, words) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == words[0];
            case "toString" -> "nowhere";
            default -> throw new SQLException(answer);
        });
    }

    /** Takes a folder away with all that is in it. */
    public static void erase(Path folder) {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A promise of the parser, said where it is broken. */
    public static void promise(boolean kept, String what) {
        if (!kept) throw new AssertionError(what);
    }
}

package lianqiao.house;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compares a page of the docs with what the code says. With {@code -Dlianqiao.write-docs=true} it writes the page
 * instead of failing.
 */
public final class Written {
    private Written() {}

    /** Fails, naming the first line that differs, unless the file holds exactly this text. */
    public static void same(Path file, String text) {
        if (Boolean.getBoolean("lianqiao.write-docs")) write(file, text);
        difference(file, text).ifPresent(line -> fail(file.getFileName() + " tells an old story; run the tests once with"
                + " -Dlianqiao.write-docs=true and look at what changed. First difference: " + line));
    }

    static Optional<String> difference(Path file, String text) {
        if (!Files.exists(file)) return Optional.of("there is no such file");
        var found = House.read(file).lines().toList();
        var expected = text.lines().toList();
        for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
            var is = i < found.size() ? found.get(i) : "(end)";
            var should = i < expected.size() ? expected.get(i) : "(end)";
            if (!is.equals(should)) return Optional.of("line " + (i + 1) + " is \"" + is + "\", should be \"" + should + '"');
        }
        return Optional.empty();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

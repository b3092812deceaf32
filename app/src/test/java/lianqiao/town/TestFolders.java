package lianqiao.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lianqiao.store.TestServer;

/** Data folders under target/ for tests that start a whole installation; the PostgreSQL programs are shared, not unpacked again. */
public final class TestFolders {
    private TestFolders() {}

    /** An empty data folder of that name, absolute; what an earlier run left there is gone. */
    public static Path fresh(String name) {
        return TestServer.freshFolder(Path.of("target", "data-" + name).toAbsolutePath());
    }

    /** An empty folder with nothing in it, that goes with the JVM. */
    public static Path passing(String name) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "passing").toAbsolutePath()), name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> erase(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a folder away after use. */
    public static void erase(Path folder) {
        TestServer.eraseFolder(folder);
    }
}

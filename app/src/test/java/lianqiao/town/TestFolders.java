package lianqiao.town;

import java.nio.file.Path;
import lianqiao.store.TestServer;

/** Data folders under target/ for tests that start a whole installation; the PostgreSQL programs are shared, not unpacked again. */
public final class TestFolders {
    private TestFolders() {}

    /** An empty data folder of that name, absolute; what an earlier run left there is gone. */
    public static Path fresh(String name) {
        return TestServer.freshFolder(Path.of("target", "data-" + name).toAbsolutePath());
    }

    /** Takes a folder away after use. */
    public static void erase(Path folder) {
        TestServer.eraseFolder(folder);
    }
}

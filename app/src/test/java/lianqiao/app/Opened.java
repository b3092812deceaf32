package lianqiao.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lianqiao.app.bench.FreePort;
import lianqiao.store.DataFolder;

/** The whole program for tests of other rooms, started as an operator starts it. */
public final class Opened implements AutoCloseable {
    private final RunningServer server;
    private final Settings settings;

    private Opened(RunningServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Starts it on a folder of its own and a free port, as the invented city; all tests come from one address, so it is lenient with crowds. */
    public static Opened start(Path folder) {
        return start(folder, Map.of());
    }

    /** As {@link #start(Path)} with some settings of an operator. */
    public static Opened start(Path folder, Map<String, String> set) {
        DataFolder.key(folder, "demo");
        var environment = new HashMap<>(Map.of("LIANQIAO_LIMITS", "10000"));
        environment.putAll(set);
        var settings = Settings.read(environment, Map.of("port", "" + FreePort.next(), "data", folder.toString()));
        return new Opened(RunningServer.start(settings), settings);
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return settings.publicUrl().toString();
    }

    /** Where a proxy in front would reach it. */
    public String behindTheProxy() {
        return "http://127.0.0.1:" + settings.port();
    }

    /** The rooms, by type. */
    public <T> T room(Class<T> type) {
        return server.room(type);
    }

    @Override public void close() {
        server.close();
    }
}

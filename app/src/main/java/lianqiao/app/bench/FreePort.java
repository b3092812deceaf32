package lianqiao.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers of one's own on this machine. They lie below those that the system gives to outgoing connections: one of these took a
 * port between the look and the start, once in some hundred starts. Thread-safe.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int MANY = 12_000;
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % MANY));

    private FreePort() {}

    /** One that nobody listens on now and that this program has not given before. */
    public static int next() {
        for (int tried = 0; tried < MANY; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), MANY);
            if (isFree(port)) return port;
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + (FIRST + MANY));
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

package lianqiao.tlog.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A web server that serves a folder, as any would; some paths may be answered rudely. */
final class StaticServer implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Path folder;
    /** Answers in place of files: a status and a body. */
    final Map<String, Map.Entry<Integer, byte[]>> instead = new ConcurrentHashMap<>();

    StaticServer(Path folder) throws IOException {
        this.folder = folder;
        Thread.startVirtualThread(() -> {
            while (!door.isClosed()) {
                try {
                    var line = door.accept();
                    Thread.startVirtualThread(() -> {
                        try (line) {
                            line.setTcpNoDelay(true);
                            var in = new BufferedInputStream(line.getInputStream());
                            while (true) {
                                var path = HttpExchange.read(in, 0).path();
                                var file = folder.resolve(path.substring(1));
                                var answer = instead.getOrDefault(path, Files.isRegularFile(file) ? Map.entry(200, Files.readAllBytes(file)) : Map.entry(404, new byte[0]));
                                HttpExchange.answer(line.getOutputStream(), answer.getKey(), "application/octet-stream", answer.getValue(), true);
                            }
                        } catch (IOException e) {
                            // the reader has gone
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    @Override public void close() throws IOException {
        door.close();
    }
}

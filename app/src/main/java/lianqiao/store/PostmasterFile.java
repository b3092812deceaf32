package lianqiao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running server writes about itself into {@code postmaster.pid} (PostgreSQL source, pidfile.h): process
 * number, port and whether it is ready. The file outlives a server that was killed.
 */
record PostmasterFile(long pid, int port, boolean ready) {

    static Optional<PostmasterFile> of(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) return Optional.empty();
            boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return Optional.of(new PostmasterFile(Math.abs(Long.parseLong(lines.get(0).strip())), Integer.parseInt(lines.get(3).strip()), ready));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the process of that number lives and really is a server of this cluster, not a later process of the same number. */
    boolean isServing(Path cluster) {
        try {
            return Files.readString(Path.of("/proc", "" + pid, "cmdline")).contains(cluster.toString());
        } catch (IOException e) {
            return false;
        }
    }
}

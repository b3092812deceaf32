package lianqiao.tlog.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A folder that one process at a time writes: small files, each replaced as a whole and on disk before the call returns.
 * A crash leaves the former file or the new one. Not thread-safe.
 */
final class StateFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private StateFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens the folder, makes it if need be, and keeps every other process out until closed. */
    static StateFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) return new StateFolder(folder, lock);
        } catch (OverlappingFileLockException e) {
            // taken within this very process
        }
        lock.close();
        throw new CannotRun("state.taken", folder);
    }

    Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var fresh = folder.resolve(name + ".new");
        try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining();) channel.write(buffer);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** How many files lie in a folder within this one. */
    long count(String name) throws IOException {
        if (!Files.isDirectory(folder.resolve(name))) return 0;
        try (var files = Files.list(folder.resolve(name))) {
            return files.count();
        }
    }

    @Override public void close() throws IOException {
        lock.close();
    }
}

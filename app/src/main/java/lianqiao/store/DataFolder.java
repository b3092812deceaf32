package lianqiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;

/**
 * The one folder in which an installation keeps everything, held by one running program at a time. The hold is a lock
 * of the operating system on {@code lianqiao.lock}: it ends with the process, however the process ends.
 */
public final class DataFolder implements AutoCloseable {
    /** What other users of the machine must not read; PostgreSQL's part looks after itself. */
    private static final List<String> PRIVATE = List.of("keys", "mail", "photos", "routing", "search");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder if it is missing and holds it; refuses with {@link CannotStart} when another program holds it. */
    public static DataFolder hold(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            // 711: the user PostgreSQL runs as may pass through, nobody but the owner may look around.
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            }
            channel = FileChannel.open(path.resolve("lianqiao.lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) throw inUse(path, channel);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            for (var name : PRIVATE) room(path, name);
            checkKeys(path.resolve("keys"));
            return new DataFolder(path, channel);
        } catch (OverlappingFileLockException e) {
            throw inUse(path, channel);
        } catch (IOException e) {
            throw new CannotStart("store.folder.unusable", path, e.getMessage());
        }
    }

    private static void checkKeys(Path keys) throws IOException {
        try (var files = Files.newDirectoryStream(keys)) {
            files.forEach(SecretFile::check);
        }
    }

    private static CannotStart inUse(Path path, FileChannel channel) {
        String holder = "?";
        try (channel) {
            holder = Files.readString(path.resolve("lianqiao.lock")).strip();
        } catch (IOException e) {
            // The number of the other process is a courtesy; without it the sentence is still true.
        }
        return new CannotStart("store.folder.inuse", path, holder);
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    /** A folder inside that only the program's own user can open; made when missing. */
    public Path room(String name) {
        return room(path, name);
    }

    private static Path room(Path path, String name) {
        var room = path.resolve(name);
        try {
            return Files.setPosixFilePermissions(Files.createDirectories(room), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new CannotStart("store.folder.unusable", room, e.getMessage());
        }
    }

    /**
     * A secret of 32 random bytes that belongs to the data folder {@code path}, made at the first asking. It gets its
     * name only when it is on disk; of two programs that make it at once, both go on with the first one's.
     */
    public static byte[] key(Path path, String purpose) {
        var file = room(path, "keys").resolve(purpose + ".key");
        try {
            if (Files.exists(file)) return Files.readAllBytes(file);
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            var half = Files.createTempFile(file.getParent(), purpose, ".new");
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(key));
                channel.force(true);
            }
            try {
                Files.createLink(file, half);
            } catch (FileAlreadyExistsException e) {
                key = Files.readAllBytes(file);
            }
            Files.delete(half);
            return key;
        } catch (IOException e) {
            throw new CannotStart("store.folder.unusable", file, e.getMessage());
        }
    }

    /** Lets go of the folder. */
    @Override public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

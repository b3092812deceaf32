package lianqiao.tlog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A log as static files in a folder that any web server can serve (C2SP tlog-tiles). Tiles and bundles are written once,
 * read-only, each as a whole: a crash leaves a file complete or absent, and the same call once more completes the rest. Only
 * {@code checkpoint} is ever replaced. Reading is thread-safe; one writer at a time is the caller's duty.
 */
public final class LogFolder implements LogSource {
    private static final String STAGING = ".staging";

    private final Path folder;
    private final boolean durable;

    private LogFolder(Path folder, boolean durable) {
        this.folder = folder;
        this.durable = durable;
    }

    /** A folder that holds what was written even after a power cut; it is made when something is written. */
    public static LogFolder at(Path folder) {
        return new LogFolder(folder, true);
    }

    /** For measurements and tests alone: nothing waits for the disk. */
    public static LogFolder withoutSync(Path folder) {
        return new LogFolder(folder, false);
    }

    @Override public byte[] read(String path, int most) throws IOException {
        try (var in = Files.newInputStream(folder.resolve(path))) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) throw new IOException(path + " is larger than " + most + " bytes");
            return bytes;
        }
    }

    /**
     * Writes the tiles and bundles by which a log grows, so that a checkpoint over the answered tree can be published. The
     * folder must hold the tree one starts from; it may already hold some or all of what is to be written, from a call
     * that did not come to its end.
     *
     * @param before the tree whose files are complete; not changed
     * @param entries of at most 65,535 bytes each
     * @return the tree with these entries; or a refusal when the folder holds another tree ({@link Means#ROOT_OF_TILES}) or
     *         a file that is to be written holds something else ({@link Means#WRITTEN_ONCE}); nothing is overwritten then
     * @throws IOException when the disk fails; what was written so far is harmless
     */
    public Outcome<Tree> append(Tree before, List<byte[]> entries) throws IOException {
        clearStaging();
        if (!holds(before)) return Outcome.refused(Means.ROOT_OF_TILES, "the folder does not hold the tree of " + before.size() + " entries");
        var writing = new Writing();
        var after = new TileWriter(this, before, writing::put).append(entries);
        writing.finish();
        return writing.refused == null ? Outcome.done(after) : Outcome.refused(Means.WRITTEN_ONCE, writing.refused);
    }

    /** What a crash left half written; with one writer at a time nobody else needs it. */
    private void clearStaging() throws IOException {
        var staging = folder.resolve(STAGING);
        if (!Files.isDirectory(staging)) return;
        try (var files = Files.list(staging)) {
            for (var file : files.toList()) Files.deleteIfExists(file);
        }
    }

    private boolean holds(Tree tree) throws IOException {
        try {
            return Tree.of(tree.size(), new Tiles(this, tree.size())).equals(tree);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Publishes a checkpoint in place of the former one. The folder is the last to be asked before the world sees it, so it
     * refuses one that its tiles do not bear out, one that is smaller, and one of the same size with another root.
     * The same checkpoint with other signatures is fine.
     */
    public Outcome<Checkpoint> publish(SignedNote note) throws IOException {
        var read = Checkpoint.read(note.text());
        if (!(read instanceof Outcome.Done<Checkpoint>(var checkpoint))) return read;
        if (!new Tiles(this, checkpoint.size()).root().equals(checkpoint.root())) return Outcome.refused(Means.ROOT_OF_TILES, "the tiles have another root for size " + checkpoint.size());
        var former = published();
        if (former instanceof Outcome.Done<Checkpoint>(var old)) {
            if (old.size() > checkpoint.size()) return Outcome.refused(Means.SHRUNK, "size " + old.size() + " is already published");
            if (old.size() == checkpoint.size() && !old.root().equals(checkpoint.root())) return Outcome.refused(Means.SPLIT, "another root for size " + old.size() + " is already published");
        }
        Files.createDirectories(folder);
        move(stage(note.encode(), "rw-r--r--"), folder.resolve("checkpoint"));
        syncFolder(folder);
        return read;
    }

    private Outcome<Checkpoint> published() throws IOException {
        try {
            return SignedNote.read(checkpoint()).then(note -> Checkpoint.read(note.text()));
        } catch (NoSuchFileException e) {
            return Outcome.refused(Means.UNREADABLE, "no checkpoint yet");
        }
    }

    /**
     * Takes away the partial tiles and bundles of tiles that became full between two sizes, which the specification allows
     * once the full ones stand there. The hashes and entries themselves stay.
     */
    public void dropPartials(long from, long to) throws IOException {
        for (var tile : Tile.between(from, to)) {
            if (!tile.isFull()) continue;
            dropPartials(tile.path());
            if (tile.level() == 0) dropPartials(tile.bundlePath());
        }
    }

    private void dropPartials(String full) throws IOException {
        var partials = folder.resolve(full + ".p");
        if (!Files.isDirectory(partials) || !Files.exists(folder.resolve(full))) return;
        try (var files = Files.list(partials)) {
            for (var file : files.toList()) Files.delete(file);
        }
        Files.delete(partials);
    }

    private Path stage(byte[] bytes, String permissions) throws IOException {
        var staging = Files.createDirectories(folder.resolve(STAGING));
        var file = Files.createTempFile(staging, "file", null);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) channel.write(buffer);
            if (durable) channel.force(true);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void syncFolder(Path which) throws IOException {
        if (!durable) return;
        try (var channel = FileChannel.open(which, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The files of one call: written as they come, their folders synced at the end. */
    private final class Writing {
        private final Set<Path> folders = new TreeSet<>();
        private String refused;

        void put(String path, byte[] bytes) throws IOException {
            if (refused != null) return;
            var file = folder.resolve(path);
            // Also when the file is there already: the call that wrote it may have ended before its folder was synced.
            for (var above = file.getParent(); folders.add(above) && !above.equals(folder); above = above.getParent()) continue;
            if (Files.exists(file)) {
                if (!Arrays.equals(Files.readAllBytes(file), bytes)) refused = path + " already holds something else";
                return;
            }
            Files.createDirectories(file.getParent());
            move(stage(bytes, "r--r--r--"), file);
        }

        void finish() throws IOException {
            for (var each : folders) if (Files.exists(each)) syncFolder(each);
        }
    }
}

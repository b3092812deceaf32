package lianqiao.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files as they were sent, of photos about which no scanner has said anything yet. While one lies here its photo is not
 * shown; afterwards an empty file says that harm was found. Which photos wait is a matter of files alone, so that no crash
 * can show a photo too early. Thread-safe.
 */
final class Quarantine {
    private static final Pattern WAITING = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String FOUND = ".found";

    private final Path folder;

    Quarantine(Path folder) {
        this.folder = folder;
    }

    /** Put in before the photo can be named by anybody. */
    void put(PhotoId photo, byte[] file) throws IOException {
        Files.createDirectories(folder);
        var half = Files.createTempFile(folder, "new", "");
        Files.write(half, file);
        Files.move(half, folder.resolve(photo.toString()), StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isWaiting(PhotoId photo) {
        return Files.exists(folder.resolve(photo.toString()));
    }

    boolean isHarmful(PhotoId photo) {
        return Files.exists(folder.resolve(photo + FOUND));
    }

    /** At most so many that wait, in no order. */
    List<PhotoId> waiting(int most) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> WAITING.matcher(name).matches()).limit(most)
                    .map(name -> new PhotoId(UUID.fromString(name))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it was sent; empty when it has been let go meanwhile. */
    Optional<byte[]> read(PhotoId photo) {
        var file = folder.resolve(photo.toString());
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the sent file go; from now on the photo is shown, or never when harm was found. */
    void settle(PhotoId photo, boolean harmful) {
        try {
            if (harmful) Files.write(folder.resolve(photo + FOUND), new byte[0]);
            Files.deleteIfExists(folder.resolve(photo.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(PhotoId photo) throws IOException {
        if (!Files.isDirectory(folder)) return;
        Files.deleteIfExists(folder.resolve(photo.toString()));
        Files.deleteIfExists(folder.resolve(photo + FOUND));
    }
}

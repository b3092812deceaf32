package lianqiao.cases;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.store.Database;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Photos of residents and officers. Every picture is read, turned upright, made smaller and written anew as JPEG, so
 * that nothing of the file that was sent remains: no place, no camera, no name, no hidden content. Thread-safe.
 * A crash between file and row leaves a file that nobody can reach.
 */
public final class Photos {
    /** Largest file that is accepted, in bytes. */
    public static final int MOST_BYTES = 12 * 1024 * 1024;
    /** Most pixels of a picture that is accepted: a larger one is a bomb or a poster. */
    static final long MOST_PIXELS = 60_000_000L;
    private static final int LONGEST_SIDE = 1600;
    private static final int SMALL_SIDE = 360;
    /** Large pictures are unpacked two at a time, so that a flood of them cannot fill the memory. */
    private static final Semaphore ROOM = new Semaphore(2);

    private final Path folder;
    private final PhotoStore store;

    /** Where a photo belongs. */
    public record Home(CaseNumber number, int entry) {}

    public Photos(Path folder, Database database) {
        this.folder = folder;
        this.store = new PhotoStore(database);
    }

    /** Keeps a photo that belongs to no case yet; refused with the reason when it is too large or no picture we can read. */
    public Outcome<PhotoId> keep(byte[] file, Instant now) {
        if (file.length > MOST_BYTES) return Outcome.refused("cases.photo.too-large", Integer.toString(MOST_BYTES / 1024 / 1024));
        try {
            if (!isAcceptable(file)) return Outcome.refused("cases.photo.not-a-picture");
            ROOM.acquireUninterruptibly();
            try {
                return keepUpright(file, now);
            } finally {
                ROOM.release();
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return Outcome.refused("cases.photo.not-a-picture");
        }
    }

    private Outcome<PhotoId> keepUpright(byte[] file, Instant now) throws IOException {
        var picture = Thumbnails.of(new ByteArrayInputStream(file)).size(LONGEST_SIDE, LONGEST_SIDE)
                .imageType(BufferedImage.TYPE_INT_RGB).asBufferedImage();
        return keep(picture, now);
    }

    private Outcome<PhotoId> keep(BufferedImage picture, Instant now) throws IOException {
        var photo = new PhotoId(UUID.randomUUID());
        var kept = write(photo, "", picture, LONGEST_SIDE);
        write(photo, "-small", picture, SMALL_SIDE);
        store.add(photo, picture.getWidth(), picture.getHeight(), sha256(kept), now);
        return Outcome.done(photo);
    }

    private static boolean isAcceptable(byte[] file) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return false;
            var reader = readers.next();
            try {
                reader.setInput(stream);
                return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            } finally {
                reader.dispose();
            }
        }
    }

    /** The digest to which the public log commits. */
    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] write(PhotoId photo, String suffix, BufferedImage picture, int side) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var longest = Math.min(side, Math.max(picture.getWidth(), picture.getHeight()));
        Thumbnails.of(picture).size(longest, longest).outputFormat("jpg").outputQuality(0.8).toOutputStream(bytes);
        var file = file(photo, suffix);
        Files.createDirectories(file.getParent());
        var half = Files.createTempFile(file.getParent(), "new", ".jpg");
        Files.write(half, bytes.toByteArray());
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        return bytes.toByteArray();
    }

    private Path file(PhotoId photo, String suffix) {
        var name = photo.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name + suffix + ".jpg");
    }

    /**
     * Makes a copy of a photo with black boxes burnt into it, as a picture of its own without anything under the boxes.
     * The copy belongs to no case until a measure shows it. Refused when there is no such photo.
     */
    public Outcome<PhotoId> blackened(PhotoId photo, List<Box> boxes, Instant now) {
        var file = read(photo, false);
        if (file.isEmpty() || boxes.isEmpty()) return Outcome.refused("cases.photo.unknown");
        ROOM.acquireUninterruptibly();
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(file.get()));
            var pen = picture.createGraphics();
            pen.setColor(Color.BLACK);
            for (var box : boxes) box.fill(pen, picture.getWidth(), picture.getHeight());
            pen.dispose();
            return keep(picture, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ROOM.release();
        }
    }

    /** A rectangle of a photo in percent of its width and height, from the upper left corner; 0 to 100. */
    public record Box(int left, int top, int right, int bottom) {
        public Box {
            if (left < 0 || top < 0 || right > 100 || bottom > 100 || left >= right || top >= bottom) throw new IllegalArgumentException("no rectangle");
        }

        /** Whole pixels outwards, so that no rim of what is covered remains. */
        private void fill(Graphics2D pen, int width, int height) {
            int x = Math.floorDiv(left * width, 100);
            int y = Math.floorDiv(top * height, 100);
            pen.fillRect(x, y, Math.ceilDiv(right * width, 100) - x, Math.ceilDiv(bottom * height, 100) - y);
        }
    }

    /** The picture as JPEG, at most 1,600 pixels a side, or 360 when {@code small}. Who may see it is asked first, by its home. */
    public Optional<byte[]> read(PhotoId photo, boolean small) {
        var file = file(photo, small ? "-small" : "");
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes pictures off the disk, in both sizes. Call it before their rows go, so that no crash leaves a picture that nothing names. */
    void forget(List<PhotoId> photos) {
        try {
            for (var photo : photos) {
                Files.deleteIfExists(file(photo, ""));
                Files.deleteIfExists(file(photo, "-small"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry a photo belongs to; empty while it belongs to none, when only its sender knows it. */
    public Optional<Home> home(PhotoId photo) {
        return store.home(photo);
    }

    /** Whether such a photo was kept; for forms that come back with the photos of an earlier try. */
    public boolean exists(PhotoId photo) {
        return store.exists(photo);
    }
}

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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.store.Database;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;

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
    /** What cameras, phones and screens write; every further reader is a further way in. */
    private static final Set<String> KINDS = Set.of("jpeg", "png", "gif");
    private static final int LONGEST_SIDE = 1600;
    private static final int AT_ONCE = 200;
    private static final int SMALL_SIDE = 360;
    /** Large pictures are unpacked two at a time, so that a flood of them cannot fill the memory. */
    private static final Semaphore ROOM = new Semaphore(2);

    private final Path folder;
    private final PhotoStore store;
    private final Quarantine quarantine;
    private final @Nullable Scanner scanner;

    /** Where a photo belongs. */
    public record Home(CaseNumber number, int entry) {}

    /** Whether a photo can be shown, and if not why. */
    public enum Standing { SHOWN, BEING_CHECKED, HARMFUL }

    /** Without a scanner. */
    public Photos(Path folder, Database database) {
        this(folder, database, null);
    }

    /** @param scanner asked about every file as it was sent; null when there is none */
    public Photos(Path folder, Database database, @Nullable Scanner scanner) {
        this.folder = folder;
        this.store = new PhotoStore(database);
        this.quarantine = new Quarantine(folder.resolve("quarantine"));
        this.scanner = scanner;
    }

    /** Keeps a photo that belongs to no case yet; refused with the reason when it is too large or no picture we can read. */
    public Outcome<PhotoId> keep(byte[] file, Instant now) {
        if (file.length > MOST_BYTES) return Outcome.refused("cases.photo.too-large", Integer.toString(MOST_BYTES / 1024 / 1024));
        var side = longestSide(file);
        if (side.isEmpty()) return Outcome.refused("cases.photo.not-a-picture");
        var harmful = scanner == null ? Optional.of(false) : scanner.isHarmful(file);
        if (harmful.orElse(false)) return Outcome.refused("cases.photo.harmful");
        ROOM.acquireUninterruptibly();
        try {
            var picture = upright(file, Math.min(side.getAsInt(), LONGEST_SIDE));
            return picture.isEmpty() ? Outcome.refused("cases.photo.not-a-picture") : keep(file, picture.get(), harmful.isEmpty(), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ROOM.release();
        }
    }

    /** The picture alone, upright and no larger than that, nor than it was; empty when the file breaks its own promises. */
    private static Optional<BufferedImage> upright(byte[] file, int side) {
        try {
            return Optional.of(Thumbnails.of(new ByteArrayInputStream(file)).size(side, side)
                    .imageType(BufferedImage.TYPE_INT_RGB).asBufferedImage());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Outcome<PhotoId> keep(byte[] file, BufferedImage picture, boolean waits, Instant now) throws IOException {
        var photo = new PhotoId(UUID.randomUUID());
        if (waits) quarantine.put(photo, file);
        return keep(photo, picture, now);
    }

    private Outcome<PhotoId> keep(PhotoId photo, BufferedImage picture, Instant now) throws IOException {
        var kept = write(photo, "", picture, LONGEST_SIDE);
        write(photo, "-small", picture, SMALL_SIDE);
        store.add(photo, picture.getWidth(), picture.getHeight(), sha256(kept), now);
        return Outcome.done(photo);
    }

    /** The longer side of a picture we take, in pixels; empty for anything else. Looks at the head of the file only; nothing is unpacked. */
    private static OptionalInt longestSide(byte[] file) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return OptionalInt.empty();
            var reader = readers.next();
            try {
                if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) return OptionalInt.empty();
                reader.setInput(stream);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return width > 0 && height > 0 && (long) width * height <= MOST_PIXELS ? OptionalInt.of(Math.max(width, height)) : OptionalInt.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return OptionalInt.empty();
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
            return keep(new PhotoId(UUID.randomUUID()), picture, now);
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

    /** The picture as JPEG, at most 1,600 pixels a side, or 360 when {@code small}. Who may see it is asked first, by its home; a photo that cannot be shown is not there. */
    public Optional<byte[]> read(PhotoId photo, boolean small) {
        if (standing(photo) != Standing.SHOWN) return Optional.empty();
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
                quarantine.forget(photo);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it can be shown: not while the scanner has not been asked, nor when it found something. */
    public Standing standing(PhotoId photo) {
        if (quarantine.isHarmful(photo)) return Standing.HARMFUL;
        return quarantine.isWaiting(photo) ? Standing.BEING_CHECKED : Standing.SHOWN;
    }

    /** Asks about the photos that wait, until the scanner is silent again. When there is none any more, they stay where they are. */
    void scanAgain() {
        if (scanner == null) return;
        for (var photo : quarantine.waiting(AT_ONCE)) {
            var file = quarantine.read(photo);
            var harmful = file.isEmpty() ? Optional.of(false) : scanner.isHarmful(file.get());
            if (harmful.isEmpty()) return;
            quarantine.settle(photo, harmful.get());
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

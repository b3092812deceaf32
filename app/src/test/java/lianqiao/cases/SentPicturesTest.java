package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import lianqiao.base.Outcome;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a file that somebody sends, nothing stays but the picture; what is no picture, or a bomb, is refused. */
class SentPicturesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String SECRET = "CANARY-31.2304N-121.4737E";
    private static TestDatabase town;

    @TempDir Path folder;
    private Photos photos;

    @BeforeAll static void open() {
        town = TestDatabase.fresh();
    }

    @AfterAll static void close() {
        town.close();
    }

    @BeforeEach void fresh() {
        photos = new Photos(folder, town.database());
    }

    private static byte[] picture(String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 48; i++) picture.setRGB(i, i, 0x336699);
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A segment with a place in the GPS directory of EXIF, a comment and a colour profile that is none. */
    private static byte[] withPlace(byte[] jpeg) {
        var gps = ByteBuffer.allocate(160).put(text("Exif\0\0MM\0*\0\0\0\10")).putShort((short) 1)
                .putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(26).putInt(0)
                .putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(40).putInt(60).putInt(0).put(text(SECRET));
        var exif = java.util.Arrays.copyOf(gps.array(), gps.position());
        return joined(java.util.Arrays.copyOf(jpeg, 2), segment(0xE1, exif), segment(0xED, text("Photoshop 3.0\0" + SECRET)), segment(0xFE, text(SECRET)),
                java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(new byte[] {(byte) 0xFF, (byte) marker}, ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(), content);
    }

    private static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(text(type));
        crc.update(content);
        return joined(ByteBuffer.allocate(4).putInt(content.length).array(), text(type), content, ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Put in right after the head of a PNG. */
    private static byte[] withChunk(byte[] png, byte[] chunk) {
        return joined(java.util.Arrays.copyOf(png, 33), chunk, java.util.Arrays.copyOfRange(png, 33, png.length));
    }

    @Test void nothingOfTheFileStaysButThePicture() throws Exception {
        var jpeg = picture("jpg");
        var zip = text("PK\3\4\24\0\0\0" + SECRET + "<script>alert(1)</script>PK\5\6");
        var sent = Map.of(
                "a place in the camera's notes", withPlace(jpeg),
                "a page behind the picture", joined(jpeg, text("<html><script>" + SECRET + "</script></html>")),
                "an archive behind the picture", joined(jpeg, zip),
                "a script in a comment", joined(java.util.Arrays.copyOf(jpeg, 2), segment(0xFE, text("*/=1;" + SECRET + "//<script>")), java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length)),
                "words in a PNG", withChunk(picture("png"), chunk("tEXt", text("Comment\0<?php " + SECRET + " ?>"))),
                "a place in a PNG", withChunk(picture("png"), chunk("eXIf", text("MM\0*" + SECRET))),
                "a page behind a PNG", joined(picture("png"), text("<svg onload=" + SECRET + ">")),
                "words behind a GIF", joined(picture("gif"), text("*/=1;alert('" + SECRET + "')//")));
        for (var one : sent.entrySet()) {
            assertTrue(new String(one.getValue(), StandardCharsets.ISO_8859_1).contains(SECRET), one.getKey());
            var photo = photos.keep(one.getValue(), NOON).orThrow();
            for (var small : List.of(true, false)) assertBare(photos.read(photo, small).orElseThrow(), one.getKey());
        }
    }

    private static void assertBare(byte[] kept, String what) throws IOException {
        var raw = new String(kept, StandardCharsets.ISO_8859_1);
        for (var trace : List.of("CANARY", "<script", "PK\3\4", "<?php", "Exif", "Photoshop", "onload")) assertFalse(raw.contains(trace), what + " left " + trace);
        int at = 2;
        while ((kept[at + 1] & 0xFF) != 0xDA) {
            int marker = kept[at + 1] & 0xFF;
            assertTrue(marker == 0xE0 || marker < 0xE0, what + " left a segment " + Integer.toHexString(marker));
            at += 2 + ((kept[at + 2] & 0xFF) << 8 | kept[at + 3] & 0xFF);
        }
        assertTrue(raw.startsWith("\u00ff\u00d8") && raw.endsWith("\u00ff\u00d9"), what + " begins and ends as a JPEG");
        assertTrue(ImageIO.read(new ByteArrayInputStream(kept)).getWidth() >= 64, what);
    }

    /** Found by the fuzzer: 28 bytes asked for the work of a large photo. */
    @Test void aSmallPictureStaysSmall() throws Exception {
        var kept = photos.read(photos.keep(picture("gif"), NOON).orThrow(), false).orElseThrow();
        var read = ImageIO.read(new ByteArrayInputStream(kept));
        assertEquals("64 x 48", read.getWidth() + " x " + read.getHeight());
    }

    @Test void whatIsNoPictureIsRefusedWhateverItIsCalled() {
        for (var file : List.of(new byte[0], text("<html>"), text("<svg xmlns='http://www.w3.org/2000/svg'/>"), text("%PDF-1.7"), text("PK\3\4"), text("MZ"),
                text("GIF89a=1;alert(1)//"), picture("bmp"), picture("tiff"), java.util.Arrays.copyOf(picture("jpg"), 40), joined(text("\u0089PNG\r\n\u001a\n"), new byte[100]))) {
            var refused = photos.keep(file, NOON);
            assertTrue(refused instanceof Outcome.Refused<PhotoId>(var why, _) && why.equals("cases.photo.not-a-picture"), new String(file, StandardCharsets.ISO_8859_1) + refused);
        }
        assertTrue(photos.keep(new byte[Photos.MOST_BYTES + 1], NOON) instanceof Outcome.Refused<PhotoId>(var why, _) && why.equals("cases.photo.too-large"));
    }

    @Test void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
        var head = ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0}).array();
        var squeezed = zeros(50_000_000);
        var bomb = joined(text("\u0089PNG\r\n\u001a\n"), chunk("IHDR", head), chunk("IDAT", squeezed), chunk("IEND", new byte[0]));
        long start = System.nanoTime();
        assertFalse(photos.keep(bomb, NOON).isDone());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(1).toNanos());
    }

    /** A few hundred kilobytes of words that unpack to hundreds of megabytes. */
    @Test void wordsThatUnpackForEverAreNotUnpacked() throws Exception {
        var words = joined(text("Comment\0\0"), zeros(400_000_000));
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        photos.keep(withChunk(picture("png"), chunk("zTXt", words)), NOON);
        long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        assertTrue(after - before < 200_000_000, (after - before) / 1_000_000 + " MB");
    }

    private static byte[] zeros(int many) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            var block = new byte[1 << 20];
            for (int left = many; left > 0; left -= block.length) deflater.write(block, 0, Math.min(left, block.length));
        }
        return out.toByteArray();
    }

    @Test void aFileIsNamedByNobodyButUs() throws Exception {
        photos.keep(picture("jpg"), NOON).orThrow();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(folder.relativize(file).toString().matches("[0-9a-f]{2}/[0-9a-f-]{36}(-small)?\\.jpg"), file.toString());
                assertFalse(Files.isExecutable(file) && !System.getProperty("user.name").equals("root"));
            }
        }
    }

    @Test void aPhotoWaitsUnseenWhileTheScannerCannotBeAsked() throws Exception {
        var answer = new AtomicReference<>(Optional.<Boolean>empty());
        var scanned = new Photos(folder, town.database(), _ -> answer.get());
        var job = new ScanWaitingPhotos(scanned);
        var clean = scanned.keep(withPlace(picture("jpg")), NOON).orThrow();
        assertEquals(Photos.Standing.BEING_CHECKED, scanned.standing(clean));
        assertTrue(scanned.read(clean, true).isEmpty() && scanned.exists(clean), "taken, and shown to nobody");
        job.run(NOON);
        assertEquals(Photos.Standing.BEING_CHECKED, scanned.standing(clean), "still away");
        assertEquals(Photos.Standing.BEING_CHECKED, new Photos(folder, town.database()).standing(clean), "nor does switching the scanner off show it");
        answer.set(Optional.of(false));
        job.run(NOON);
        assertEquals(Photos.Standing.SHOWN, scanned.standing(clean));
        assertBare(scanned.read(clean, false).orElseThrow(), "after the quarantine");
        assertNothingWaits();

        answer.set(Optional.empty());
        var harmful = scanned.keep(picture("png"), NOON).orThrow();
        answer.set(Optional.of(true));
        job.run(NOON);
        assertEquals(Photos.Standing.HARMFUL, scanned.standing(harmful));
        assertTrue(scanned.read(harmful, false).isEmpty());
        assertNothingWaits();
        assertTrue(scanned.keep(picture("jpg"), NOON) instanceof Outcome.Refused<PhotoId>(var why, _) && why.equals("cases.photo.harmful"), "refused at once when it can be asked");
    }

    /** The file as it was sent, with its place and its camera, goes as soon as the scanner has spoken. */
    private void assertNothingWaits() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("CANARY"), file.toString());
            }
        }
    }
}

package lianqiao.routing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lianqiao.base.Outcome;

/**
 * A model on the disk: a mark, the version of the form and of the cutting, the record, the labels, and for each piece
 * its bucket as the step from the one before, its rarity, and a weight of two bytes for each label; at the end SHA-256 of
 * all before. Numbers are big-endian. Nothing in it is run; a file that is cut short, changed or made for another
 * version is refused.
 */
public final class ModelFile {
    private static final int MARK = 0x4C515246;
    private static final int VERSION = 1;
    private static final int HASH = 32;
    private static final int MOST_LABELS = 5_000;
    private static final long MOST_BYTES = 2L << 30;

    private ModelFile() {}

    /** A weight as it comes back from the file. Training rounds with it, so that a model read is the model written. */
    static float asKept(float weight) {
        return Float.float16ToFloat(Float.floatToFloat16(weight));
    }

    /** Written beside, forced to the disk, then put in the place of the old one: after a crash there is the old or the new. */
    public static void write(Router router, Path file) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(bytes(router));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static Outcome<Router> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) return Outcome.refused("routing.model.broken");
        return read(Files.readAllBytes(file));
    }

    static byte[] bytes(Router router) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            out.writeInt(Grams.VERSION);
            KeptRecord.write(router.record(), out);
            out.writeDouble(router.calibration().temperature());
            out.writeDouble(router.calibration().margin());
            out.writeInt(router.labels().size());
            for (var label : router.labels()) out.writeUTF(label);
            write(router.weights(), out);
            out.write(Fingerprint.of(bytes.toByteArray(), out.size()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static Outcome<Router> read(byte[] bytes) {
        int length = bytes.length - HASH;
        if (length < HASH || !Arrays.equals(Fingerprint.of(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length)))
            return Outcome.refused("routing.model.broken");
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            if (in.readInt() != MARK) return Outcome.refused("routing.model.broken");
            if (in.readInt() != VERSION || in.readInt() != Grams.VERSION) return Outcome.refused("routing.model.other");
            var record = KeptRecord.read(in);
            var calibration = new Calibration(in.readDouble(), in.readDouble());
            var labels = labels(in);
            return Outcome.done(new Router(record, calibration, labels, weights(in, labels.size())));
        } catch (IOException | RuntimeException e) {
            return Outcome.refused("routing.model.broken");
        }
    }

    private static List<String> labels(DataInputStream in) throws IOException {
        int size = within(in.readInt(), MOST_LABELS);
        var labels = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) labels.add(in.readUTF());
        return labels;
    }

    private static void write(Weights weights, DataOutputStream out) throws IOException {
        out.writeFloat(weights.rarest());
        out.writeInt(weights.size());
        int last = -1;
        for (int bucket = 0; bucket < Grams.BUCKETS; bucket++) {
            int row = weights.row(bucket);
            if (row < 0) continue;
            out.writeInt(bucket - last);
            last = bucket;
            out.writeFloat(weights.rarity(row));
            for (int label = 0; label < weights.labels(); label++) out.writeShort(Float.floatToFloat16(weights.weight(row, label)));
        }
    }

    private static Weights weights(DataInputStream in, int labels) throws IOException {
        float rarest = in.readFloat();
        // Room is made only for what is there: a row has its step, its rarity and a weight for each label.
        int size = within(in.readInt(), Math.min(Grams.BUCKETS, in.available() / (Integer.BYTES + Float.BYTES + Short.BYTES * labels)));
        var weights = new Weights(labels, rarest, size);
        int bucket = -1;
        for (int i = 0; i < size; i++) {
            int step = in.readInt();
            if (step < 1) throw new IOException("a piece that stands twice");
            bucket = within(bucket + step, Grams.BUCKETS - 1);
            int row = weights.add(bucket, in.readFloat());
            for (int label = 0; label < labels; label++) weights.set(row, label, Float.float16ToFloat(in.readShort()));
        }
        return weights;
    }

    private static int within(int number, int most) throws IOException {
        if (number < 0 || number > most) throw new IOException("a number out of bounds");
        return number;
    }
}

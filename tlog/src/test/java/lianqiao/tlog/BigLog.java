package lianqiao.tlog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Writes a log of any number of invented entries, each about as long as real ones, to measure verifiers with. The same number gives the same log. */
final class BigLog {
    private static final int AT_ONCE = 65_536;

    private BigLog() {}

    /** {@code BigLog FOLDER ENTRIES}; prints the key to verify with. */
    public static void main(String[] line) throws IOException {
        long begun = System.nanoTime();
        int size = Integer.parseInt(line[1]);
        write(LogFolder.withoutSync(Path.of(line[0])), size);
        System.out.println(Town.LOG.vkey());
        System.err.println(size + " entries written in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    static void write(LogFolder folder, int size) throws IOException {
        var chance = new Random(size);
        var tree = new Tree();
        while (tree.size() < size) {
            var entries = new ArrayList<byte[]>();
            for (long i = tree.size(); i < Math.min(size, tree.size() + AT_ONCE); i++) entries.add(entry(i, chance));
            tree = folder.append(tree, entries).orThrow();
        }
        var note = Checkpoint.of(Vectors.ORIGIN, tree).sign(Vectors.LOG);
        folder.publish(note.with(Cosignature.sign(note.text(), Town.timeAt(size), Vectors.WITNESS).line())).orThrow();
    }

    private static byte[] entry(long number, Random chance) {
        var commitments = new byte[3 * 32];
        chance.nextBytes(commitments);
        var hex = HexFormat.of().formatHex(commitments);
        var events = List.of("CaseReceived", "CaseAssigned", "CaseAccepted", "ReplyPublished");
        return Vectors.bytes("{\"by\":\"RESIDENT\",\"case\":\"20270301-" + String.format("%06d", number % 1_000_000) + "-4\",\"commit\":{\"facts\":\"" + hex.substring(0, 64) + "\",\"text\":\"" + hex.substring(64, 128)
                + "\",\"title\":\"" + hex.substring(128) + "\"},\"ev\":\"" + events.get((int) (number % 4)) + "\",\"facts\":{\"channel\":\"web\",\"limit\":\"5wd\",\"state\":\"RECEIVED\"},\"n\":1,\"t\":\""
                + Instant.ofEpochSecond(Town.NOON + number) + "\",\"unit\":\"lighting\",\"v\":1}");
    }
}

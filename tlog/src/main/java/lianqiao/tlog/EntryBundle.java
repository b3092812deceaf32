package lianqiao.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entries beside a tile of level 0 (C2SP tlog-tiles, "Log entries"): before each entry its length in two bytes, big-endian.
 * Stateless and thread-safe.
 */
public final class EntryBundle {
    /** Longest entry, in bytes. */
    public static final int LONGEST_ENTRY = 65_535;
    /** Largest file of a bundle, in bytes. */
    public static final int LARGEST = Tile.FULL * (2 + LONGEST_ENTRY);

    private EntryBundle() {}

    /** Writes 1 to 256 entries of at most 65,535 bytes; anything else is a mistake of the caller. */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > Tile.FULL) throw new IllegalArgumentException(entries.size() + " entries in a bundle");
        var out = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > LONGEST_ENTRY) throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** Reads the entries of a bundle that must hold at least so many; the bytes must come out even. Only the first {@code width} are answered. */
    public static Outcome<List<byte[]>> decode(byte[] bundle, int width) {
        return ends(bundle, width).map(ends -> {
            var entries = new ArrayList<byte[]>(width);
            int from = 2;
            for (int end : ends) {
                entries.add(Arrays.copyOfRange(bundle, from, end));
                from = end + 2;
            }
            return List.copyOf(entries);
        });
    }

    /** Where each of the first {@code width} entries ends; the next begins two bytes later, the first at byte 2. */
    static Outcome<int[]> ends(byte[] bundle, int width) {
        var ends = new int[Tile.FULL];
        int count = 0;
        for (int at = 0; at < bundle.length; at = ends[count++]) {
            int end = at + 2;
            if (end <= bundle.length) end += (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            if (end > bundle.length || count == Tile.FULL) return Outcome.refused(Means.FORMAT, "a bundle that does not come out even");
            ends[count] = end;
        }
        return count < width ? Outcome.refused(Means.FORMAT, "a bundle of " + count + " entries where " + width + " are needed") : Outcome.done(Arrays.copyOf(ends, width));
    }
}

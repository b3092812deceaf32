package lianqiao.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile of hashes and the entry bundle beside it, by their places (C2SP tlog-tiles, "Merkle tree" and "Log entries").
 * Level 0 holds the hashes of the leaves; a hash on the next level is the root over one full tile. Immutable and thread-safe.
 *
 * @param level 0 to 7: with 256 hashes in a tile, level 7 is the last that a tree of at most 2^63-1 entries can need
 * @param number counted from the left, from 0
 * @param width how many hashes it holds: 256 when full, 1 to 255 at the right edge
 */
public record Tile(int level, long number, int width) {
    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;
    /** Levels of the tree in one level of tiles. */
    public static final int HEIGHT = 8;
    /** Levels a tree of 2^63-1 entries can have. */
    public static final int LEVELS = 8;

    public Tile {
        if (level < 0 || level >= LEVELS || number < 0 || width < 1 || width > FULL) throw new IllegalArgumentException(level + "/" + number + ".p/" + width);
    }

    /** Every tile of a tree of that many entries, level by level, from left to right; of use for small trees. */
    public static List<Tile> all(long size) {
        return between(0, size);
    }

    /** The tiles a tree of {@code to} entries has and one of {@code from} entries has not. */
    public static List<Tile> between(long from, long to) {
        var tiles = new ArrayList<Tile>();
        for (int level = 0; level < LEVELS; level++) {
            long before = from >>> level * HEIGHT;
            long after = to >>> level * HEIGHT;
            if (after == 0) break;
            for (long number = before / FULL; number < after / FULL; number++) tiles.add(new Tile(level, number, FULL));
            if (after % FULL != 0 && after != before) tiles.add(new Tile(level, after / FULL, (int) (after % FULL)));
        }
        return tiles;
    }

    /** How wide a tile or bundle is in a tree of that size; 0 when it is not there. */
    public static int width(int level, long number, long size) {
        return Math.clamp((size >>> level * HEIGHT) - number * FULL, 0, FULL);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The full tile at the same place. */
    public Tile full() {
        return new Tile(level, number, FULL);
    }

    /** Bytes in the file of this tile. */
    public int bytes() {
        return width * Hash.LENGTH;
    }

    /** Where the hashes lie, below the log's prefix. */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /** Where the entries lie whose hashes fill a tile of level 0, below the log's prefix. */
    public String bundlePath() {
        if (level != 0) throw new IllegalStateException("entries lie beside level 0 alone");
        return "tile/entries/" + place();
    }

    /** The number in groups of three digits, all but the last with an x before: 1234067 is x001/x234/067. */
    private String place() {
        var place = String.format("%03d", number % 1000);
        for (long rest = number / 1000; rest > 0; rest /= 1000) place = String.format("x%03d/", rest % 1000) + place;
        return isFull() ? place : place + ".p/" + width;
    }

    @Override public String toString() {
        return path();
    }
}

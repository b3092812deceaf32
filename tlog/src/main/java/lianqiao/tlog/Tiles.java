package lianqiao.tlog;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The complete subtrees of a log of a given size, computed from its tiles (C2SP tlog-tiles). What comes out is as
 * trustworthy as the tiles: compare with a signed root. Keeps the last 64 tiles; not thread-safe.
 */
public final class Tiles implements Subtrees {
    private static final int KEPT = 64;

    private final LogSource source;
    private final long size;
    private final Map<Tile, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    public Tiles(LogSource source, long size) {
        this.source = source;
        this.size = size;
    }

    @Override public Hash root(int height, long number) throws IOException {
        int level = height / Tile.HEIGHT;
        int leaves = 1 << height % Tile.HEIGHT;
        long first = number * leaves;
        var tile = tile(level, first / Tile.FULL, (int) (first % Tile.FULL) + leaves);
        return over(tile, (int) (first % Tile.FULL), leaves);
    }

    /** The root over all entries. */
    public Hash root() throws IOException {
        return range(0, size);
    }

    private byte[] tile(int level, long number, int atLeast) throws IOException {
        int width = Tile.width(level, number, size);
        if (width < atLeast) throw new IllegalArgumentException("no tree of " + size + " entries has " + atLeast + " hashes in tile " + level + "/" + number);
        var tile = new Tile(level, number, width);
        var bytes = kept.get(tile);
        if (bytes == null) kept.put(tile, bytes = source.tile(tile));
        return bytes;
    }

    /** The root over a number of hashes that is a power of two, from a place within a tile. */
    static Hash over(byte[] tile, int from, int count) {
        if (count == 1) return Hash.at(tile, from * Hash.LENGTH);
        int half = count / 2;
        return Hash.ofNode(over(tile, from, half), over(tile, from + half, half));
    }
}

package lianqiao.tlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the tiles and bundles by which a tree grows, each once and only at its final width for this growth: full ones as
 * they fill, partial ones at the end (C2SP tlog-tiles). Not thread-safe; used once.
 */
final class TileWriter {
    /** Takes one finished file. */
    @FunctionalInterface
    interface Files {
        void put(String path, byte[] bytes) throws IOException;
    }

    private final LogSource source;
    private final Files files;
    private final long before;
    private final Tree tree;
    private final List<ByteArrayOutputStream> edges = new ArrayList<>();   // the hashes of the unfinished tile on each level
    private List<byte[]> bundle;

    TileWriter(LogSource source, Tree before, Files files) throws IOException {
        this.source = source;
        this.files = files;
        this.before = before.size();
        this.tree = before.copy();
        for (int level = 0; level < Tile.LEVELS; level++) edges.add(edge(level));
        bundle = unfinishedBundle();
    }

    private ByteArrayOutputStream edge(int level) throws IOException {
        var edge = new ByteArrayOutputStream(Tile.FULL * Hash.LENGTH);
        long hashes = before >>> level * Tile.HEIGHT;
        int width = (int) (hashes % Tile.FULL);
        if (width > 0) edge.writeBytes(source.tile(new Tile(level, hashes / Tile.FULL, width)));
        return edge;
    }

    private List<byte[]> unfinishedBundle() throws IOException {
        int width = (int) (before % Tile.FULL);
        if (width == 0) return new ArrayList<>();
        var tile = new Tile(0, before / Tile.FULL, width);
        return switch (EntryBundle.decode(source.bundle(tile), width)) {
            case Outcome.Done<List<byte[]>>(var entries) -> new ArrayList<>(entries);
            case Outcome.Refused<List<byte[]>>(_, var detail) -> throw new IOException(tile.bundlePath() + ": " + detail);
        };
    }

    Tree append(List<byte[]> entries) throws IOException {
        for (var entry : entries) {
            var leaf = Hash.ofLeaf(entry);
            bundle.add(entry);
            if (bundle.size() == Tile.FULL) {
                files.put(new Tile(0, tree.size() / Tile.FULL, Tile.FULL).bundlePath(), EntryBundle.encode(bundle));
                bundle = new ArrayList<>();
            }
            tree.append(leaf);
            put(0, leaf);
        }
        finish();
        return tree;
    }

    private void put(int level, Hash hash) throws IOException {
        var edge = edges.get(level);
        edge.writeBytes(hash.bytes());
        if (edge.size() < Tile.FULL * Hash.LENGTH) return;
        var bytes = edge.toByteArray();
        files.put(new Tile(level, (tree.size() >>> level * Tile.HEIGHT) / Tile.FULL - 1, Tile.FULL).path(), bytes);
        edge.reset();
        put(level + 1, Tiles.over(bytes, 0, Tile.FULL));
    }

    private void finish() throws IOException {
        for (var tile : Tile.between(before, tree.size())) {
            if (tile.isFull()) continue;
            files.put(tile.path(), edges.get(tile.level()).toByteArray());
            if (tile.level() == 0) files.put(tile.bundlePath(), EntryBundle.encode(bundle));
        }
    }
}

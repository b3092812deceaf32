package lianqiao.tlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/** The files of a log, wherever they lie: a folder, a web server. An implementation bounds time and size of every read and is thread-safe. */
@FunctionalInterface
public interface LogSource {
    /** Largest checkpoint that is read, in bytes: room for 16 signatures of the longest kind. */
    int LARGEST_CHECKPOINT = SignedNote.LARGEST;

    /**
     * The bytes at a path below the log's prefix, such as {@code checkpoint} or {@code tile/0/007.p/3}.
     *
     * @param most more bytes than this are not read
     * @throws NoSuchFileException when there is no such file
     * @throws IOException when it cannot be read or is larger
     */
    byte[] read(String path, int most) throws IOException;

    /** The checkpoint, as it is; nothing in it has been verified. */
    default byte[] checkpoint() throws IOException {
        return read("checkpoint", LARGEST_CHECKPOINT);
    }

    /**
     * The hashes of a tile. Where the partial tile is gone, the full one is asked for, which a log may leave in its place.
     *
     * @throws IOException when neither can be read or the bytes are too few
     */
    default byte[] tile(Tile tile) throws IOException {
        var bytes = readOr(tile.full().path(), tile.path(), Tile.FULL * Hash.LENGTH);
        if (bytes.length < tile.bytes() || tile.isFull() && bytes.length != tile.bytes()) throw new IOException(tile.path() + " holds " + bytes.length + " bytes");
        return Arrays.copyOf(bytes, tile.bytes());
    }

    /** The bundle of entries beside a tile of level 0, or the full one where the partial one is gone. */
    default byte[] bundle(Tile tile) throws IOException {
        return bundle(tile, EntryBundle.LARGEST);
    }

    /** The same, when it is no larger than a number of bytes. */
    default byte[] bundle(Tile tile, int most) throws IOException {
        return readOr(tile.full().bundlePath(), tile.bundlePath(), most);
    }

    private byte[] readOr(String full, String path, int most) throws IOException {
        try {
            return read(path, most);
        } catch (NoSuchFileException e) {
            if (full.equals(path)) throw e;
            return read(full, most);
        }
    }
}

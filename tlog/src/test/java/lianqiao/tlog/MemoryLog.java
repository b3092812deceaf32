package lianqiao.tlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log's files in memory: what an operator serves, and can put something else in place of. */
final class MemoryLog implements LogSource {
    final Map<String, byte[]> files;

    private MemoryLog(Map<String, byte[]> files) {
        this.files = files;
    }

    static MemoryLog of(List<byte[]> entries, SignedNote checkpoint) {
        var files = new HashMap<String, byte[]>();
        try {
            new TileWriter((path, _) -> { throw new NoSuchFileException(path); }, new Tree(), files::put).append(entries);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        files.put("checkpoint", checkpoint.encode());
        return new MemoryLog(files);
    }

    /** The same files, to be changed without changing these. */
    MemoryLog copy() {
        return new MemoryLog(new HashMap<>(files));
    }

    MemoryLog serving(SignedNote checkpoint) {
        files.put("checkpoint", checkpoint.encode());
        return this;
    }

    /** Paths that begin so, in order. */
    List<String> paths(String begin) {
        return new TreeMap<>(files).keySet().stream().filter(path -> path.startsWith(begin)).toList();
    }

    /** Turns one bit of a file. */
    void spoil(String path, int bit) {
        var bytes = files.get(path).clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        files.put(path, bytes);
    }

    @Override public byte[] read(String path, int most) throws IOException {
        var bytes = files.get(path);
        if (bytes == null) throw new NoSuchFileException(path);
        if (bytes.length > most) throw new IOException(path + " is too large");
        return bytes.clone();
    }
}

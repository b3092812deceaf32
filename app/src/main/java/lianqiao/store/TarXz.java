package lianqiao.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the one archive we ship: plain tar headers with names under 100 bytes, files, folders and symbolic links
 * only (POSIX.1-1988 ustar, 512-byte blocks). Anything else is refused, as is a path that leaves the target folder.
 */
final class TarXz {
    private static final int BLOCK = 512;

    private TarXz() {}

    static void unpack(InputStream archive, Path target) throws IOException {
        try (var in = new XZInputStream(archive)) {
            for (var header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; header = in.readNBytes(BLOCK)) {
                long size = Long.parseLong(field(header, 124, 12), 8);
                unpackOne(in, header, size, inside(target, field(header, 0, 100)));
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        }
    }

    private static void unpackOne(InputStream in, byte[] header, long size, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        switch (header[156]) {
            case '5' -> Files.setPosixFilePermissions(Files.createDirectories(path), PosixFilePermissions.fromString("rwxr-xr-x"));
            case '2' -> Files.createSymbolicLink(path, Path.of(field(header, 157, 100)));
            case '0' -> {
                try (var out = Files.newOutputStream(path)) {
                    for (long left = size; left > 0; ) {
                        var piece = in.readNBytes((int) Math.min(left, 1 << 16));
                        if (piece.length == 0) throw new IOException("the archive ends early");
                        out.write(piece);
                        left -= piece.length;
                    }
                }
                boolean program = (Integer.parseInt(field(header, 100, 8), 8) & 0100) != 0;
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
            default -> throw new IOException("unexpected kind of entry: " + (char) header[156]);
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        var path = target.resolve(name).normalize();
        if (!path.startsWith(target)) throw new IOException("a path leaves the folder: " + name);
        return path;
    }

    private static String field(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) end++;
        return new String(header, from, end - from, StandardCharsets.UTF_8).strip();
    }
}

package lianqiao.identity;

import com.google.crypto.tink.Mac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of the vault's keys, as {@link Keys} describes it: made once, added to, never shortened by the program. */
record KeyFile(Path path) {
    private static final String LOOKUP = "lookup";

    /**
     * What the file holds.
     *
     * @param sealing all keys by id, in the order of the lines
     * @param current the id of the last one
     */
    record Ring(Mac lookup, Map<String, Sealer> sealing, String current) {
        /** The ids of the keys before the current one. */
        List<String> earlier() {
            return sealing.keySet().stream().filter(id -> !id.equals(current)).toList();
        }

        @Override public String toString() {
            return "Ring[hidden]";
        }
    }

    /** Reads the file, or makes it first. A damaged one is refused: making a new one would lock everybody out for good. */
    Ring open() {
        try {
            if (Files.notExists(path)) create();
            var all = read();
            var lookup = all.remove(LOOKUP);
            if (lookup == null || all.isEmpty()) throw new IllegalArgumentException("the key file lacks a line");
            var sealing = new LinkedHashMap<String, Sealer>();
            all.forEach((id, bytes) -> sealing.put(id, Sealer.with(bytes)));
            return new Ring(Sealer.hashing(lookup), sealing, sealing.lastEntry().getKey());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + path, e);
        }
    }

    /** Adds a line with a fresh key and answers its id. A crash leaves the old file or the new one. */
    String add() {
        try {
            var known = read();
            int number = 1;
            while (known.containsKey("k" + number)) number++;
            var text = Files.readString(path, StandardCharsets.US_ASCII).stripTrailing() + "\nk" + number + " " + freshKey() + "\n";
            Files.move(draft(text), path, StandardCopyOption.ATOMIC_MOVE);
            return "k" + number;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change the key file " + path, e);
        }
    }

    /** Written beside and linked, so that a crash leaves no key file or a whole one, and of two starters one wins. */
    private void create() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var draft = draft(LOOKUP + " " + freshKey() + "\n" + "k1 " + freshKey() + "\n");
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // its keys are as good as ours
        } finally {
            Files.delete(draft);
        }
    }

    private Path draft(String text) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(path.toAbsolutePath().getParent(), "keys", ".new", mine);
        return Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    }

    private static String freshKey() {
        return Base64.getEncoder().encodeToString(Sealer.drawKey());
    }

    private Map<String, byte[]> read() throws IOException {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var line : Files.readAllLines(path, StandardCharsets.US_ASCII)) {
            if (line.isBlank()) continue;
            var parts = line.strip().split(" +");
            var bytes = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
            if (bytes.length != 32) throw new IllegalArgumentException("the key file " + path + " is damaged; restore it from its copy");
            keys.put(parts[0], bytes);
        }
        return keys;
    }
}

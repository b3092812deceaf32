package lianqiao.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The inputs that are played in every test run: examples of what is meant to be read, and every input that ever broke
 * something. One file per target; a line is {@code t} and a text with Java's escapes, or {@code b} and base64; what
 * begins with # says why.
 */
final class Seeds {
    private Seeds() {}

    static List<byte[]> of(String target) {
        var seeds = new ArrayList<byte[]>();
        try (var in = Objects.requireNonNull(Seeds.class.getResourceAsStream("/fuzz/" + target + ".txt"), "no seeds for " + target)) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("t ")) seeds.add(unescaped(line.substring(2)));
                if (line.startsWith("b ")) seeds.add(Base64.getDecoder().decode(line.substring(2).strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seeds;
    }

    private static byte[] unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char next = line.charAt(++i);
            switch (next) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(next);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The seed with some of it changed: a few bytes, a piece doubled, cut out or taken from another seed. */
    static byte[] changed(byte[] seed, List<byte[]> all, SplittableRandom random) {
        var out = new ByteArrayOutputStream();
        int changes = 1 + random.nextInt(4);
        var bytes = seed.clone();
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) "0\n,\"-=.:{ ~".charAt(random.nextInt(11));
                case 3 -> bytes = joined(bytes, at, bytes, random.nextInt(bytes.length));
                default -> {
                    var other = all.get(random.nextInt(all.size()));
                    bytes = joined(bytes, at, other, other.length == 0 ? 0 : random.nextInt(other.length));
                }
            }
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] head, int to, byte[] tail, int from) {
        var out = new ByteArrayOutputStream();
        out.write(head, 0, to);
        out.write(tail, from, Math.min(tail.length - from, 4_096));
        return out.toByteArray();
    }

    /** Writes the seeds of a target as files, as the fuzzer wants them. */
    static void unpack(String target, Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (var seed : of(target)) Files.write(folder.resolve("seed-" + number++), seed);
    }
}

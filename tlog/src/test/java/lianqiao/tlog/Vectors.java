package lianqiao.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The small log that three foreign programs computed as well: seven entries, fixed keys, fixed time. */
public final class Vectors {
    public static final String ORIGIN = "lianqiao.example/log/2027";
    public static final long TIME = 1_800_000_000;
    public static final SigningKey LOG = SigningKey.of(ORIGIN, VerifierKey.Kind.NOTE, seed(0)).orThrow();
    public static final SigningKey WITNESS = SigningKey.of("witness.example/w1", VerifierKey.Kind.COSIGNATURE, seed(32)).orThrow();
    public static final List<byte[]> ENTRIES = IntStream.range(0, 7).mapToObj(i -> bytes("entry-" + i)).toList();

    private Vectors() {}

    public static byte[] seed(int first) {
        var seed = new byte[32];
        for (int i = 0; i < 32; i++) seed[i] = (byte) (first + i);
        return seed;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    public static Tree tree(List<byte[]> entries) {
        var tree = new Tree();
        entries.forEach(entry -> tree.append(Hash.ofLeaf(entry)));
        return tree;
    }

    public static SignedNote checkpoint(List<byte[]> entries) {
        return Checkpoint.of(ORIGIN, tree(entries)).sign(LOG);
    }

    /** Numbered entries, a few with bytes that need care. */
    public static List<byte[]> entries(int count) {
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) entries.add(bytes("entry-" + i + (i % 7 == 0 ? "\n\n" : "")));
        return entries;
    }
}

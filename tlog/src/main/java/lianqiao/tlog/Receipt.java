package lianqiao.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file that proves by itself that an entry is in the log: {@code .tlog-proof} (C2SP tlog-proof). Our receipts carry the
 * entry's bytes as their extra data; hashing them and following the proof authenticates them. Immutable and thread-safe.
 *
 * @param extra not authenticated by itself
 * @param checkpoint verbatim, with the cosignatures it had
 */
public record Receipt(Optional<byte[]> extra, long index, List<Hash> hashes, byte[] checkpoint) {
    /** Largest receipt that is read, in bytes: the longest entry in base64, a proof and a checkpoint. */
    public static final int LARGEST = 256 * 1024;

    private static final String HEAD = "c2sp.org/tlog-proof@v1";

    public Receipt {
        hashes = List.copyOf(hashes);
    }

    /** What a verified receipt says. */
    public record Proven(Policy.Opened opened, long index, byte[] entry) {}

    /** The receipt of an entry under a checkpoint of at least {@code proof.size()} = the checkpoint's size. */
    public static Receipt of(byte[] entry, InclusionProof proof, SignedNote checkpoint) {
        return new Receipt(Optional.of(entry), proof.index(), proof.hashes(), checkpoint.encode());
    }

    /** Reads a receipt; nothing in it has been verified. */
    public static Outcome<Receipt> read(byte[] file) {
        if (file.length > LARGEST) return refused("a receipt of " + file.length + " bytes");
        var all = new String(file, StandardCharsets.UTF_8);
        if (!Arrays.equals(all.getBytes(StandardCharsets.UTF_8), file)) return refused("a receipt that is not UTF-8");
        int split = all.indexOf("\n\n");
        if (split < 0) return refused("no empty line in the receipt");
        var lines = new ArrayList<>(List.of(all.substring(0, split).split("\n", -1)));
        if (!lines.removeFirst().equals(HEAD)) return refused("a receipt begins with " + HEAD);
        var note = all.substring(split + 2).getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> extra = Optional.empty();
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            extra = Base64Text.decode(lines.removeFirst().substring("extra ".length()));
            if (extra.isEmpty()) return refused("the extra line of the receipt");
        }
        return readProof(extra, lines, note);
    }

    private static Outcome<Receipt> readProof(Optional<byte[]> extra, List<String> lines, byte[] note) {
        if (lines.isEmpty() || !lines.getFirst().startsWith("index ")) return refused("no index in the receipt");
        var index = Decimal.read(lines.removeFirst().substring("index ".length()));
        if (index.isEmpty()) return refused("no index in the receipt");
        if (lines.size() > InclusionProof.MOST_HASHES) return refused("a proof of " + lines.size() + " hashes");
        var hashes = new ArrayList<Hash>();
        for (var line : lines) {
            var hash = Hash.read(line);
            if (hash.isEmpty()) return refused("a line of the proof is no hash");
            hashes.add(hash.get());
        }
        return Outcome.done(new Receipt(extra, index.getAsLong(), hashes, note));
    }

    /** The bytes of the file. */
    public byte[] encode() {
        var head = new StringBuilder(HEAD).append('\n');
        extra.ifPresent(bytes -> head.append("extra ").append(Base64Text.encode(bytes)).append('\n'));
        head.append("index ").append(index).append('\n');
        hashes.forEach(hash -> head.append(hash.base64()).append('\n'));
        return (head.append('\n') + new String(checkpoint, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Verifies the receipt for the entry it carries. */
    public Outcome<Proven> check(Policy policy) {
        return extra.map(entry -> check(policy, entry)).orElseGet(() -> refused("the receipt carries no entry"));
    }

    /** Verifies the receipt for an entry that came another way. */
    public Outcome<Proven> check(Policy policy, byte[] entry) {
        return policy.open(checkpoint).then(opened -> new InclusionProof(index, opened.checkpoint().size(), hashes)
                .check(Hash.ofLeaf(entry), opened.checkpoint().root())
                .map(root -> new Proven(opened, index, entry)));
    }

    private static <T> Outcome<T> refused(String detail) {
        return Outcome.refused(Means.FORMAT, detail);
    }
}

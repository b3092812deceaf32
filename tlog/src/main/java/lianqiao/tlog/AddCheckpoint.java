package lianqiao.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a log sends to a witness: the size the witness last signed, the proof from there, the new checkpoint
 * (C2SP tlog-witness, "add-checkpoint"). Immutable and thread-safe.
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {
    /** Largest request that is read, in bytes. */
    public static final int LARGEST = SignedNote.LARGEST + 8 * 1024;
    /** The kind of content in which a witness names the size it has. */
    public static final String SIZE_TYPE = "text/x.tlog.size";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** Reads a request; no signature and no proof has been verified. */
    public static Outcome<AddCheckpoint> read(byte[] body) {
        if (body.length > LARGEST) return refused("a request of " + body.length + " bytes");
        var text = new String(body, StandardCharsets.UTF_8);
        int split = text.indexOf("\n\n");
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body) || split < 0 || !text.startsWith("old ")) return refused("a request begins with the old size");
        var lines = List.of(text.substring(0, split).split("\n", -1));
        var oldSize = Decimal.read(lines.getFirst().substring("old ".length()));
        if (oldSize.isEmpty() || lines.size() > 1 + InclusionProof.MOST_HASHES) return refused("no old size, or a proof that is too long");
        var proof = new ArrayList<Hash>();
        for (var line : lines.subList(1, lines.size())) {
            var hash = Hash.read(line);
            if (hash.isEmpty()) return refused("a line of the proof is no hash");
            proof.add(hash.get());
        }
        return SignedNote.read(text.substring(split + 2).getBytes(StandardCharsets.UTF_8)).map(note -> new AddCheckpoint(oldSize.getAsLong(), proof, note));
    }

    /** The body of the request. */
    public byte[] encode() {
        var head = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> head.append(hash.base64()).append('\n'));
        return (head.append('\n') + new String(checkpoint.encode(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome<AddCheckpoint> refused(String detail) {
        return Outcome.refused(Means.FORMAT, detail);
    }
}

package lianqiao.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A witness's word that, at a time, it had seen no other history of the log than this checkpoint's (C2SP tlog-cosignature,
 * Ed25519: eight bytes of time, then the signature). Immutable and thread-safe.
 *
 * @param time seconds since 1970 by the witness's clock, at least 1
 */
public record Cosignature(String name, int keyId, long time, byte[] signature) {
    private static final int LENGTH = Long.BYTES + 64;

    /** Signs the whole text of a checkpoint at a time; for a key of kind {@code COSIGNATURE}. */
    public static Cosignature sign(String text, long time, SigningKey key) {
        if (key.verifier().kind() != VerifierKey.Kind.COSIGNATURE) throw new IllegalStateException("this key does not make cosignatures");
        if (time < 1) throw new IllegalArgumentException("a cosignature has a time");
        return new Cosignature(key.verifier().name(), key.verifier().keyId(), time, key.signature(message(text, time)));
    }

    /** Reads a signature line as a cosignature, if its length and time allow it; nothing is verified. */
    public static Optional<Cosignature> read(SignedNote.Line line) {
        if (line.signature().length != LENGTH) return Optional.empty();
        var buffer = ByteBuffer.wrap(line.signature());
        long time = buffer.getLong();
        var signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return time < 1 ? Optional.empty() : Optional.of(new Cosignature(line.name(), line.keyId(), time, signature));
    }

    /** What an Ed25519 cosignature signs. */
    public static byte[] message(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this key signed this text at this time. */
    public boolean isBy(VerifierKey key, String text) {
        return key.kind() == VerifierKey.Kind.COSIGNATURE && key.keyId() == keyId && key.name().equals(name) && key.verifies(message(text, time), signature);
    }

    /** The line to add to the checkpoint. */
    public SignedNote.Line line() {
        return new SignedNote.Line(name, keyId, ByteBuffer.allocate(LENGTH).putLong(time).put(signature).array());
    }
}

package lianqiao.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key with its name and purpose, written as one line, a "vkey" (C2SP signed-note, "Verifier keys"). Only the two
 * kinds of Ed25519 keys are known here. Immutable and thread-safe.
 */
public final class VerifierKey {
    /** What a key signs, by the type byte of the specification. */
    public enum Kind {
        /** 0x01: Ed25519 over the text of a note; the key of a log. */
        NOTE(1),
        /** 0x04: Ed25519 over time and text (C2SP tlog-cosignature); the key of a witness. */
        COSIGNATURE(4);

        final byte type;

        Kind(int type) {
            this.type = (byte) type;
        }
    }

    /** What precedes the 32 bytes of an Ed25519 key in the form the JDK reads (RFC 8410, section 4). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final Kind kind;
    private final byte[] raw;
    private final PublicKey key;
    private final int keyId;

    private VerifierKey(String name, Kind kind, byte[] raw, PublicKey key) {
        this.name = name;
        this.kind = kind;
        this.raw = raw;
        this.key = key;
        this.keyId = keyId(name, kind, raw);
    }

    /** Reads {@code name+8 hex digits+base64}; only the first two plus signs divide, because base64 may hold more. */
    public static Outcome<VerifierKey> read(String vkey) {
        var parts = vkey.strip().split("\\+", 3);
        if (parts.length != 3 || !SignedNote.isName(parts[0]) || !parts[1].matches("[0-9a-f]{8}")) return refused("a key is written NAME+8 hex digits+base64");
        var bytes = Base64Text.decode(parts[2]);
        if (bytes.isEmpty() || bytes.get().length != 33) return refused("the key is not one of Ed25519");
        for (var kind : Kind.values()) {
            if (kind.type == bytes.get()[0]) {
                return of(parts[0], kind, Arrays.copyOfRange(bytes.get(), 1, 33)).then(key -> String.format("%08x", key.keyId).equals(parts[1])
                        ? Outcome.done(key) : refused("the identifier does not belong to the key"));
            }
        }
        return refused("a kind of key that is not known here: " + bytes.get()[0]);
    }

    /** The key of 32 raw bytes. */
    public static Outcome<VerifierKey> of(String name, Kind kind, byte[] raw) {
        if (!SignedNote.isName(name)) return refused("a name may not hold spaces or plus signs");
        try {
            var encoded = ByteBuffer.allocate(ED25519.length + raw.length).put(ED25519).put(raw).array();
            return Outcome.done(new VerifierKey(name, kind, raw.clone(), KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded))));
        } catch (GeneralSecurityException e) {
            return refused("the key is not one of Ed25519");
        }
    }

    static int keyId(String name, Kind kind, byte[] raw) {
        var digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(kind.type);
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    private static <T> Outcome<T> refused(String detail) {
        return Outcome.refused(Means.FORMAT, detail);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The first four bytes of SHA-256(name, line end, type, key), big-endian. */
    public int keyId() {
        return keyId;
    }

    /** The 32 bytes of the Ed25519 key (RFC 8032); a copy. */
    public byte[] raw() {
        return raw.clone();
    }

    /** The one line others put on their list of trusted keys. */
    public String vkey() {
        return name + "+" + String.format("%08x", keyId) + "+" + Base64Text.encode(ByteBuffer.allocate(33).put(kind.type).put(raw).array());
    }

    /** Whether a line claims to be signed by this key; a line by any other key is to be ignored. */
    public boolean isNamedIn(SignedNote.Line line) {
        return line.keyId() == keyId && line.name().equals(name);
    }

    /** Whether the bytes are this key's plain Ed25519 signature over the message. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;   // the JDK throws at signatures of the wrong length or shape
        }
    }

    /** Verifies a line of this key: a note's signature, or a cosignature by its own rule. */
    public boolean verifies(String text, SignedNote.Line line) {
        return switch (kind) {
            case NOTE -> verifies(text.getBytes(StandardCharsets.UTF_8), line.signature());
            case COSIGNATURE -> Cosignature.read(line).filter(cosignature -> cosignature.isBy(this, text)).isPresent();
        };
    }

    @Override public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && kind == key.kind && Arrays.equals(raw, key.raw);
    }

    @Override public int hashCode() {
        return keyId;
    }

    @Override public String toString() {
        return vkey();
    }
}

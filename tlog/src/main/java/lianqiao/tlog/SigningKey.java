package lianqiao.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * The private half of a key. Its file holds one line, {@code PRIVATE+KEY+name+identifier+base64(type, seed)}, the form that
 * golang.org/x/mod/sumdb/note writes as well. Never printed. Immutable and thread-safe.
 */
public final class SigningKey {
    private static final String HEAD = "PRIVATE+KEY+";
    private static final int SEED = 32;

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(byte[] seed, PrivateKey key, VerifierKey verifier) {
        this.seed = seed;
        this.key = key;
        this.verifier = verifier;
    }

    /** Draws a new key. A name that may not be one is refused. */
    public static Outcome<SigningKey> draw(String name, VerifierKey.Kind kind) {
        var seed = new byte[SEED];
        new SecureRandom().nextBytes(seed);
        return of(name, kind, seed);
    }

    /** The key that follows from 32 secret bytes (RFC 8032, section 5.1.5). */
    public static Outcome<SigningKey> of(String name, VerifierKey.Kind kind, byte[] seed) {
        if (seed.length != SEED) return Outcome.refused(Means.FORMAT, "a private key has 32 bytes");
        try {
            var secret = KeyFactory.getInstance("Ed25519").generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.clone()));
            return VerifierKey.of(name, kind, publicHalf(seed)).map(verifier -> new SigningKey(seed.clone(), secret, verifier));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** The JDK does not derive a public key from a private one, but its generator takes the secret bytes from the source of chance it is given. */
    private static byte[] publicHalf(byte[] seed) throws NoSuchAlgorithmException, InvalidAlgorithmParameterException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        var encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    /** Reads what {@link #encode} wrote. That the identifier fits shows that public and private half belong together. */
    public static Outcome<SigningKey> read(String line) {
        var parts = line.strip().split("\\+", 5);
        if (!line.startsWith(HEAD) || parts.length != 5) return Outcome.refused(Means.FORMAT, "not the file of a private key");
        var bytes = Base64Text.decode(parts[4]);
        if (bytes.isEmpty() || bytes.get().length != 1 + SEED) return Outcome.refused(Means.FORMAT, "not the file of a private key");
        for (var kind : VerifierKey.Kind.values()) {
            if (kind.type == bytes.get()[0]) {
                return of(parts[2], kind, Arrays.copyOfRange(bytes.get(), 1, 1 + SEED)).then(key -> String.format("%08x", key.verifier.keyId()).equals(parts[3])
                        ? Outcome.done(key) : Outcome.refused(Means.FORMAT, "the private key is damaged"));
            }
        }
        return Outcome.refused(Means.FORMAT, "a kind of key that is not known here");
    }

    /** The secret line to keep in a file that nobody else can read. */
    public String encode() {
        return HEAD + verifier.name() + "+" + String.format("%08x", verifier.keyId()) + "+" + Base64Text.encode(ByteBuffer.allocate(1 + SEED).put(verifier.kind().type).put(seed).array());
    }

    /** The half to hand out. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs the text of a note as a log does; for a key of kind {@code NOTE}. */
    public SignedNote.Line sign(String text) {
        if (verifier.kind() != VerifierKey.Kind.NOTE) throw new IllegalStateException("this key makes cosignatures");
        return line(signature(text.getBytes(StandardCharsets.UTF_8)));
    }

    SignedNote.Line line(byte[] signature) {
        return new SignedNote.Line(verifier.name(), verifier.keyId(), signature);
    }

    byte[] signature(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    @Override public String toString() {
        return "SigningKey[" + verifier.name() + ", hidden]";
    }
}

package lianqiao.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the vault, read from one file that only the server's account may read (mode 0600). Each line is
 * {@code id base64-of-32-bytes}; the last line is the key new contacts are sealed with, earlier ones open what was
 * sealed before. The line {@code lookup} is the key of the fingerprints and never changes: with another one, nobody's
 * contact and no follow-up code would be found again. Losing the file loses every contact. Thread-safe.
 */
public final class Keys {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final KeyFile file;
    private volatile KeyFile.Ring ring;

    private Keys(KeyFile file) {
        this.file = file;
        ring = file.open();
    }

    /** Something sealed: the bytes and the id of the key that opens them. */
    record Sealed(String keyId, byte[] bytes) {}

    /**
     * Opens the key file, or makes one when there is none. A file that is damaged stops the start: making a new one
     * would lock everybody out for good.
     */
    public static Keys in(Path file) {
        return new Keys(new KeyFile(file));
    }

    /**
     * Adds a fresh key to the file, with which everything new is sealed by whoever opens the file from now on. A crash
     * leaves the old file or the new one. For an operator: two at once would leave one of the two keys.
     *
     * @return the id of the new key
     */
    public static String add(Path file) {
        return new KeyFile(file).add();
    }

    /** The ids of the earlier keys, with which something may still be sealed. */
    List<String> earlier() {
        return ring.earlier();
    }

    /** A keyed hash (HMAC-SHA-256, hexadecimal), different for each {@code purpose}. */
    String fingerprint(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(ring.lookup());
            mac.update((purpose + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** AES-256-GCM with a fresh nonce in front; {@code owner} is bound in, so that a sealed value cannot be moved to another row. */
    Sealed seal(String owner, String text) {
        var nonce = new byte[NONCE_BYTES];
        CHANCE.nextBytes(nonce);
        var current = ring.current();
        var bytes = run(Cipher.ENCRYPT_MODE, current, owner, nonce, text.getBytes(StandardCharsets.UTF_8));
        return new Sealed(current, ByteBuffer.allocate(NONCE_BYTES + bytes.length).put(nonce).put(bytes).array());
    }

    /** The text that was sealed for this owner; an exception when the key is missing or a bit was changed. */
    String open(String owner, Sealed sealed) {
        var nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        var rest = Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length);
        return new String(run(Cipher.DECRYPT_MODE, sealed.keyId(), owner, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String keyId, String owner, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open", e);
        }
    }

    /** A key not known here may have been added since the start, by a command that runs beside or on another node. */
    private SecretKeySpec key(String id) {
        if (!ring.sealing().containsKey(id)) ring = file.open();
        var key = ring.sealing().get(id);
        if (key == null) throw new IllegalStateException("the key file has no key " + id);
        return key;
    }

    @Override public String toString() {
        return "Keys[hidden]";
    }
}

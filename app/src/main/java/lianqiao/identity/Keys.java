package lianqiao.identity;

import com.google.crypto.tink.Mac;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys of the vault, read from one file that only the server's account may read (mode 0600). Each line is
 * {@code id base64-of-32-bytes}; the last line is the key new contacts are sealed with, earlier ones open what was
 * sealed before. The line {@code lookup} is the key of the fingerprints and never changes: with another one, nobody's
 * contact and no follow-up code would be found again. Losing the file loses every contact. Thread-safe.
 */
public final class Keys {
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
        return hash(ring.lookup(), purpose, text);
    }

    /** The same under a key of the caller's. */
    static String hash(Mac key, String purpose, String text) {
        try {
            return HexFormat.of().formatHex(key.computeMac((purpose + "\0" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals with the current key; {@code owner} is bound in, so that a sealed value cannot be moved to another row. */
    Sealed seal(String owner, String text) {
        return seal(owner, text.getBytes(StandardCharsets.UTF_8));
    }

    Sealed seal(String owner, byte[] secret) {
        var now = ring;
        return new Sealed(now.current(), now.sealing().get(now.current()).seal(secret, owner));
    }

    /** The text that was sealed for this owner; an exception when the key is missing or a bit was changed. */
    String open(String owner, Sealed sealed) {
        return new String(openBytes(owner, sealed), StandardCharsets.UTF_8);
    }

    byte[] openBytes(String owner, Sealed sealed) {
        return sealer(sealed.keyId()).open(sealed.bytes(), owner);
    }

    /** A key not known here may have been added since the start, by a command that runs beside or on another node. */
    private Sealer sealer(String id) {
        if (!ring.sealing().containsKey(id)) ring = file.open();
        var key = ring.sealing().get(id);
        if (key == null) throw new IllegalStateException("the key file has no key " + id);
        return key;
    }

    @Override public String toString() {
        return "Keys[hidden]";
    }
}

package lianqiao.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash of one leaf of a Merkle tree: SHA-256 over a zero byte and the leaf's bytes (RFC 6962, section 2.1).
 * The zero byte keeps a leaf from ever being taken for an inner node. Stateless and thread-safe.
 */
public final class LeafHash {
    private LeafHash() {}

    /** Returns the 32-byte hash of the given leaf; an empty leaf is allowed and has a hash of its own. */
    public static byte[] of(byte[] leaf) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            return digest.digest(leaf);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package lianqiao.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A SHA-256 hash of the tree (RFC 6962, section 2.1): a leaf is hashed behind a zero byte, two nodes behind a one byte,
 * so that no entry can ever be taken for an inner node. Immutable and thread-safe.
 */
public final class Hash {
    /** Bytes in a hash. */
    public static final int LENGTH = 32;
    /** The root of the tree without entries: the hash of nothing. */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of an entry as a leaf; the empty entry has one too. */
    public static Hash ofLeaf(byte[] entry) {
        return ofLeaf(entry, 0, entry.length);
    }

    static Hash ofLeaf(byte[] bytes, int from, int length) {
        var digest = sha256();
        digest.update((byte) 0);
        digest.update(bytes, from, length);
        return new Hash(digest.digest());
    }

    /** The hash of an inner node over its two children. */
    public static Hash ofNode(Hash left, Hash right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    /** The hash that stands in 32 bytes at a place of an array. */
    public static Hash at(byte[] bytes, int from) {
        return new Hash(Arrays.copyOfRange(bytes, from, from + LENGTH));
    }

    /** The hash of 32 bytes; any other length is a mistake of the caller. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) throw new IllegalArgumentException(bytes.length + " bytes are no hash");
        return at(bytes, 0);
    }

    /** Reads a hash in base64 as checkpoints and proofs write it: padded, 32 bytes, nothing else. */
    public static Optional<Hash> read(String base64) {
        return Base64Text.decode(base64).filter(bytes -> bytes.length == LENGTH).map(Hash::new);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, LENGTH);
    }

    /** As checkpoints and proofs write it. */
    public String base64() {
        return Base64Text.encode(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override public String toString() {
        return base64();
    }
}

package lianqiao.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for contents: the first 64 bits of their SHA-256, in hexadecimal. */
final class Hash {
    private Hash() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(whole(content), 0, 8);
    }

    /** All 256 bits, for what must not be guessed. */
    static byte[] whole(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

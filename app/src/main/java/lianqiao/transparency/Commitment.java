package lianqiao.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lianqiao.store.Leaves;

/**
 * Binds the log to a value that does not stand in it: {@code SHA-256("lianqiao-commit-v1" 00 field 00 salt value)}, see
 * docs/log-format.md. With the value and its salt anybody can check it; without the salt, 32 random bytes, nobody can
 * try out values, however few there are.
 */
final class Commitment {
    private static final byte[] DOMAIN = "lianqiao-commit-v1\0".getBytes(StandardCharsets.US_ASCII);

    private Commitment() {}

    /** In lower-case hex. */
    static String to(String field, byte[] salt, String value) {
        if (salt.length != Leaves.SALT_BYTES) throw new IllegalArgumentException("a salt has 32 bytes");
        var hash = sha256();
        hash.update(DOMAIN);
        hash.update(field.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        hash.update(salt);
        return HexFormat.of().formatHex(hash.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

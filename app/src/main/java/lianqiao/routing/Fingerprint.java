package lianqiao.routing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what was trained on and over what is kept. */
final class Fingerprint {
    private Fingerprint() {}

    /** Labels and texts in order, each with its length before it. */
    static String of(List<Example> examples) {
        var digest = digest();
        for (var one : examples) {
            add(digest, one.label());
            add(digest, one.text());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] of(byte[] bytes, int length) {
        var digest = digest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

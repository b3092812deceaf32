package lianqiao.tlog;

import java.util.Base64;
import java.util.Optional;

/** Base64 as the specifications mean it (RFC 4648, section 4): one text for one value, which the JDK's reader does not insist on. */
final class Base64Text {
    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Empty when the text is not exactly what {@link #encode} would write: wrong letters, missing padding, stray last bits. */
    static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

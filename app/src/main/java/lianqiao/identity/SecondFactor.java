package lianqiao.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app (RFC 6238: HMAC-SHA-1, six digits, thirty seconds, as every such app understands). */
final class SecondFactor {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom CHANCE = new SecureRandom();

    private SecondFactor() {}

    /** A new secret, in base 32 as apps take it. */
    static String drawSecret() {
        var bytes = new byte[SECRET_BYTES];
        CHANCE.nextBytes(bytes);
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) value = value << 1 | bytes[i / 8] >> 7 - i % 8 & 1;
            text.append(BASE32.charAt(value));
        }
        return text.toString();
    }

    /** The code the app shows at this moment. */
    static String codeAt(String secret, Instant now) {
        try {
            var key = new SecretKeySpec(bytes(secret), TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, now);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The time step (of 30 seconds since 1970) the code belongs to: this one, the one before or the one after, so that a
     * clock may be half a minute off. Only steps after {@code lastUsed} count: a code works once.
     */
    static OptionalLong step(String secret, String code, long lastUsed, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        return LongStream.rangeClosed(current - 1, current + 1).filter(step -> step > lastUsed)
                .filter(step -> codeAt(secret, Instant.ofEpochSecond(step * SECONDS)).equals(code)).findFirst();
    }

    private static byte[] bytes(String secret) {
        var bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char letter : secret.toCharArray()) {
            held = held << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) bytes.write(held >> (bits -= 8) & 0xff);
            held &= (1 << bits) - 1;
        }
        return bytes.toByteArray();
    }
}

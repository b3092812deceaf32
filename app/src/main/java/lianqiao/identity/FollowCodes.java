package lianqiao.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Turns follow-up codes into what may be stored: a keyed hash (HMAC-SHA-256). Whoever steals the database without the
 * key file can neither read nor guess a code. Thread-safe.
 */
public final class FollowCodes {
    private final Keys keys;

    public FollowCodes(Keys keys) {
        this.keys = keys;
    }

    /** The hash to store and to look up by: 64 lower-case hexadecimal digits, always the same for the same code. */
    public String sealed(FollowCode code) {
        return keys.fingerprint("follow-code", code.letters());
    }

    /**
     * The code that belongs to one sending of a form: always the same for the same key, so that a form sent twice is
     * answered twice with the same code, and as hard to guess as a drawn one without the key file.
     */
    public FollowCode derived(String requestKey) {
        var bits = new BigInteger(keys.fingerprint("follow-code-of-request", requestKey), 16).mod(BigInteger.TWO.pow(50)).longValueExact();
        return FollowCode.ofBits(bits);
    }

    /** Whether this is the code behind {@code sealed}; takes the same time whether it is nearly right or quite wrong. */
    public boolean opens(FollowCode code, String sealed) {
        return MessageDigest.isEqual(sealed(code).getBytes(StandardCharsets.US_ASCII), sealed.getBytes(StandardCharsets.US_ASCII));
    }
}

package lianqiao.identity;

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

    /** Whether this is the code behind {@code sealed}; takes the same time whether it is nearly right or quite wrong. */
    public boolean opens(FollowCode code, String sealed) {
        return MessageDigest.isEqual(sealed(code).getBytes(StandardCharsets.US_ASCII), sealed.getBytes(StandardCharsets.US_ASCII));
    }
}

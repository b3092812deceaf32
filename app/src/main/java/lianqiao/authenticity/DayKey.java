package lianqiao.authenticity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Blinds what is counted: a keyed hash under a key that is drawn anew every day (UTC), stands in memory only and is then
 * gone, so that nobody can find out afterwards who was counted. Used by one thread at a time.
 */
final class DayKey {
    private final SecureRandom random = new SecureRandom();
    private Instant day = Instant.MIN;
    private SecretKeySpec key = draw();

    /** Whether a new day has begun; the key is then another one, and all that was blinded before means nothing any more. */
    boolean isRenewed(Instant now) {
        var today = now.truncatedTo(ChronoUnit.DAYS);
        if (!today.isAfter(day)) return false;
        day = today;
        key = draw();
        return true;
    }

    /** 64 bits are enough to tell apart whoever comes in a day. */
    long blinded(Limit limit, byte[] what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((byte) limit.ordinal());
            return ByteBuffer.wrap(mac.doFinal(what)).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private SecretKeySpec draw() {
        var drawn = new byte[32];
        random.nextBytes(drawn);
        return new SecretKeySpec(drawn, "HmacSHA256");
    }
}

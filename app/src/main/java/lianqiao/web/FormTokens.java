package lianqiao.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signed tokens for public forms. They prove, without a cookie, that this server handed the form out within the last
 * seven days; their nonce names one filling-in of the form, so that sending it twice files one case.
 * Safe to share between threads.
 */
public final class FormTokens {
    /** How long a form may lie open before it is sent. */
    public static final Duration LIFE = Duration.ofDays(7);
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]{22})\\.([0-9]{1,11})\\.([A-Za-z0-9_-]{43})");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** What a token that came back is worth. */
    public sealed interface Check {}

    /** @param nonce 22 letters naming this filling-in of the form: the key against double submit */
    public record Genuine(String nonce, Instant issuedAt) implements Check {}

    /** Ours, but older than {@link #LIFE}: show the form again with what was typed. */
    public record Expired(String nonce) implements Check {}

    /** Missing, cut off or not signed by us. */
    public record Forged() implements Check {}

    /** @param key at least 32 secret bytes; tokens of another key count as forged */
    public FormTokens(byte[] key) {
        if (key.length < 32) throw new IllegalArgumentException("the key for form tokens needs 32 bytes");
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A fresh token for a form drawn at {@code now}. */
    public String issue(Instant now) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        return sign(Base64.getUrlEncoder().withoutPadding().encodeToString(nonce) + "." + now.getEpochSecond());
    }

    /** Reads a token that came back at {@code now}; never throws, whatever was sent. */
    public Check check(@Nullable String token, Instant now) {
        var match = SHAPE.matcher(token == null ? "" : token);
        if (!match.matches()) return new Forged();
        var signed = sign(match.group(1) + "." + match.group(2));
        if (!MessageDigest.isEqual(signed.getBytes(StandardCharsets.US_ASCII), String.valueOf(token).getBytes(StandardCharsets.US_ASCII))) return new Forged();
        var issuedAt = Instant.ofEpochSecond(Long.parseLong(match.group(2)));
        if (issuedAt.isAfter(now.plus(CLOCKS_DIFFER))) return new Forged();
        return issuedAt.plus(LIFE).isBefore(now) ? new Expired(match.group(1)) : new Genuine(match.group(1), issuedAt);
    }

    private String sign(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return body + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(("form|" + body).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

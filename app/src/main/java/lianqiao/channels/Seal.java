package lianqiao.channels;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of this room: the part of a Message-ID that nobody else can make up, and the tokens in links of
 * subscription letters. Tokens are made anew from the key each time and stored nowhere. Thread-safe.
 */
final class Seal {
    private static final int MAC_BYTES = 16;
    private final SecretKeySpec key;

    /** @param key at least 32 secret bytes */
    Seal(byte[] key) {
        if (key.length < 32) throw new IllegalArgumentException("the key of the mail room needs 32 bytes");
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** What stands before the @ of the Message-ID: always the same for the same notice. */
    String messageId(Notice notice) {
        var about = notice.caseNumber().isEmpty() ? notice.purpose().word() : "case." + notice.caseNumber();
        var mac = mac("message", notice.caseNumber(), "" + notice.number(), notice.recipient().toString(), notice.purpose().name());
        return about + ".evt." + notice.number() + "." + HexFormat.of().formatHex(mac);
    }

    /** A token that stands for a subscription; {@code purpose} says what it is good for. */
    String token(UUID subscription, String purpose) {
        var id = ByteBuffer.allocate(16).putLong(subscription.getMostSignificantBits()).putLong(subscription.getLeastSignificantBits());
        var token = ByteBuffer.allocate(16 + MAC_BYTES).put(id.array()).put(mac(purpose, subscription.toString()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Whom a token stands for, not yet proved; empty when it cannot be one. */
    Optional<UUID> standsFor(String token) {
        if (token.length() != 43) return Optional.empty();
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Whether the token was made here for this subscription and purpose. */
    boolean isGenuine(String token, UUID subscription, String purpose) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.US_ASCII), token(subscription, purpose).getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(String... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(String.join("\0", parts).getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

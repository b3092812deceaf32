package lianqiao.authenticity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lianqiao.store.Database;

/**
 * Hands out checks and reads them when they come back. All fields of a token have a fixed shape and are signed together
 * with what it is for, so that nothing can be moved from one field to the next (CVE-2025-68113) or to another form. What was used
 * stands in the database, so that every node knows it. Thread-safe.
 */
public final class Challenges {
    /** How long without a script; long enough to be dear for a program that wants thousands, short enough for a person. */
    public static final Duration WAIT = Duration.ofSeconds(30);
    static final Duration LIFE = Duration.ofHours(1);
    /** A quarter of a second of an ordinary phone on average, and of an old one less than two. */
    static final int COST = 100_000;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern TOKEN = Pattern.compile("([\\w-]{22})\\.(\\d{1,11})\\.(\\d{1,11})\\.(\\d{1,7})\\.([\\w-]{43})\\.([\\w-]{43})");

    /** What a check that came back is worth. */
    public enum Passed {
        /** The number was found. */
        BY_WORK,
        /** No number, but the time has come. */
        BY_WAITING,
        /** No number, and it is too early: the same check again. */
        TOO_EARLY,
        /** Ours and solved, but it has been used. */
        USED,
        /** Missing, expired, for another form, another thing or another installation, changed, or with a wrong number: a fresh check. */
        WORTHLESS;

        public boolean isPassed() {
            return this == BY_WORK || this == BY_WAITING;
        }
    }

    private final UsedStore used;
    private final String installation;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key at least 32 secret bytes, the same on all nodes of an installation and of no other */
    public Challenges(Database database, byte[] key) {
        if (key.length < 32) throw new IllegalArgumentException("the key for checks needs 32 bytes");
        this.used = new UsedStore(database);
        this.installation = database.jurisdiction().code();
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A fresh check. @param item what it is for and which form: nothing else will take it */
    public Challenge issue(String item, Instant now) {
        var drawn = new byte[16];
        random.nextBytes(drawn);
        var id = BASE64.encodeToString(drawn);
        var ready = now.plus(WAIT);
        var expires = now.plus(LIFE);
        var body = id + "." + ready.getEpochSecond() + "." + expires.getEpochSecond() + "." + COST + "." + Puzzle.target(id, random.nextInt(COST));
        return read(body + "." + sign(item, body)).orElseThrow();
    }

    /** The check that a form brought back, if it is still good for it: shown once more, so that waiting does not begin anew. */
    public Optional<Challenge> again(String item, String token, Instant now) {
        return read(token).filter(c -> isGenuine(c, item) && now.isBefore(c.expires()));
    }

    /** What a check is worth; uses nothing up. @param number empty when nobody looked for it */
    public Passed look(String item, String token, String number, Instant now) {
        var found = again(item, token, now);
        if (found.isEmpty()) return Passed.WORTHLESS;
        var challenge = found.get();
        if (number.isEmpty()) return now.isBefore(challenge.ready()) ? Passed.TOO_EARLY : Passed.BY_WAITING;
        return Puzzle.isSolved(challenge, number) ? Passed.BY_WORK : Passed.WORTHLESS;
    }

    /**
     * The same, and uses a check that passes up: the second time it is {@link Passed#USED}. Inside a transaction it is used
     * up when that is committed; another who uses it meanwhile waits for the outcome.
     */
    public Passed use(String item, String token, String number, Instant now) {
        var worth = look(item, token, number, now);
        if (!worth.isPassed()) return worth;
        var challenge = read(token).orElseThrow();
        return used.first(Base64.getUrlDecoder().decode(challenge.id()), challenge.expires()) ? worth : Passed.USED;
    }

    private boolean isGenuine(Challenge challenge, String item) {
        var dot = challenge.token().lastIndexOf('.');
        var signed = sign(item, challenge.token().substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(signed, challenge.token().substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Challenge> read(String token) {
        var m = TOKEN.matcher(token);
        if (!m.matches()) return Optional.empty();
        return Optional.of(new Challenge(token, m.group(1), m.group(5), Integer.parseInt(m.group(4)), at(m.group(2)), at(m.group(3))));
    }

    private static Instant at(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private String sign(String item, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // Only the last part may hold anything; the others cannot hold the line that parts them.
            return BASE64.encodeToString(mac.doFinal(("check|" + installation + "|" + body + "|" + item).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

package lianqiao.authenticity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a browser is asked to find, in pages/portal/check: a number by its hash. */
final class Puzzle {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,6}");

    private Puzzle() {}

    /** SHA-256 of the id, a dot and the number, in base64url. */
    static String target(String id, int number) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((id + "." + number).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A number is written in one way only. */
    static boolean isSolved(Challenge challenge, String number) {
        if (!NUMBER.matcher(number).matches() || Integer.parseInt(number) >= challenge.cost()) return false;
        return target(challenge.id(), Integer.parseInt(number)).equals(challenge.target());
    }
}

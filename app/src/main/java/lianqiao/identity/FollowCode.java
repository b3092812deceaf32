package lianqiao.identity;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret code with which the resident, and nobody else, follows a case: 10 characters of 32 (50 bits), shown as
 * {@code ABCDE-FGHJK}. The alphabet is Crockford's base 32: no I, L, O, U, so that nothing is misread. Kept only as a
 * keyed hash ({@link FollowCodes}) and never printed by accident.
 */
public record FollowCode(String letters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom CHANCE = new SecureRandom();

    public FollowCode {
        if (!SHAPE.matcher(letters).matches()) throw new IllegalArgumentException("not a follow-up code");
    }

    /** A new code from the system's secure source of chance. Thread-safe. */
    public static FollowCode draw() {
        var letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) letters.append(ALPHABET.charAt(CHANCE.nextInt(ALPHABET.length())));
        return new FollowCode(letters.toString());
    }

    /** The code whose letters stand for these 50 bits. */
    static FollowCode ofBits(long bits) {
        var letters = new StringBuilder(LENGTH);
        for (int i = LENGTH - 1; i >= 0; i--) letters.append(ALPHABET.charAt((int) (bits >>> (5 * i) & 31)));
        return new FollowCode(letters.toString());
    }

    /** Reads what a person typed: small and full-width letters, spaces, any hyphens, O for 0 and I or L for 1 are forgiven. */
    public static Optional<FollowCode> read(String typed) {
        if (typed.length() > 100) return Optional.empty();
        var letters = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        return SHAPE.matcher(letters).matches() ? Optional.of(new FollowCode(letters)) : Optional.empty();
    }

    /** As shown to the resident, once: two groups of five. */
    public String grouped() {
        return letters.substring(0, 5) + "-" + letters.substring(5);
    }

    @Override public String toString() {
        return "FollowCode[hidden]";
    }
}

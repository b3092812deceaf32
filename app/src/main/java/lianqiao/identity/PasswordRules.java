package lianqiao.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a password must be: long enough and not among the first a guesser tries. No rules about signs and capitals,
 * no expiry: they make people write passwords down.
 */
final class PasswordRules {
    /** The least number of characters; the page recommends {@link #RECOMMENDED}. */
    static final int SHORTEST = 8;
    static final int RECOMMENDED = 15;
    /** The most characters, so that nobody sends a book to be hashed. */
    static final int LONGEST = 128;

    private static final Set<String> COMMON = Set.of("password", "password1", "passw0rd", "p@ssw0rd", "p@ssword", "password123",
            "qwertyui", "qwerty123", "qwertyuiop", "asdfghjk", "asdfghjkl", "zxcvbnm1", "1q2w3e4r", "1q2w3e4r5t", "1qaz2wsx",
            "1qaz2wsx3edc", "q1w2e3r4", "qazwsxedc", "abcd1234", "abc12345", "a1234567", "a12345678", "a123456789", "aa123456",
            "1234567a", "123456aa", "123456abc", "abc123456", "qwe123456", "123qwe123", "123321123", "12341234", "11223344",
            "12344321", "87654321", "987654321", "01234567", "0123456789", "1234567890", "123456789", "12345678", "123123123",
            "147258369", "159357456", "110110110", "520131400", "5201314520", "woaini520", "woaini1314", "woaini123", "iloveyou",
            "iloveyou1", "admin123", "admin1234", "admin888", "administrator", "root1234", "test1234", "welcome1", "letmein1",
            "changeme", "default1", "sunshine", "football", "baseball", "superman", "computer", "internet", "dragon123",
            "lianqiao", "lianqiao123", "hotline12345", "government", "zhengfu12345");

    private PasswordRules() {}

    /** The key of what is wrong with the password, empty when it will do. */
    static Optional<String> problem(String login, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) return Optional.of("identity.password.short");
        if (password.codePointCount(0, password.length()) > LONGEST) return Optional.of("identity.password.long");
        var plain = password.toLowerCase(Locale.ROOT).strip();
        if (COMMON.contains(plain) || isMonotonous(plain) || isMostly(login, plain)) return Optional.of("identity.password.common");
        return Optional.empty();
    }

    /** The login with little around it. */
    private static boolean isMostly(String login, String text) {
        return login.length() >= 4 && text.contains(login) && text.length() - login.length() < 6;
    }

    /** One or two characters over and over, or characters that follow each other, as in 88888888, abababab or 23456789. */
    private static boolean isMonotonous(String text) {
        int steps = text.length() - 1;
        var following = IntStream.range(0, steps).filter(i -> Math.abs(text.charAt(i + 1) - text.charAt(i)) == 1).count();
        return text.chars().distinct().count() <= 2 || following == steps;
    }
}

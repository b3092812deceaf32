package lianqiao.base;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number a resident quotes and everyone can look up, for example {@code 20261122-000017-4}: the day of receipt in
 * the installation's zone, a counter of that day, and a check digit (weights 3 and 1 in turn from the right, as on
 * article numbers) that catches a slip of the pen on the phone.
 */
public record CaseNumber(String text) implements Public {
    private static final Pattern SHAPE = Pattern.compile("(\\d{8})-(\\d{6,9})-(\\d)");

    public CaseNumber {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a case number");
    }

    /** Builds the number of the {@code counter}-th case of a day; {@code day} is written yyyyMMdd, {@code counter} is 1 to 999,999,999. */
    public static CaseNumber of(String day, int counter) {
        var body = day + "-" + "%06d".formatted(counter);
        return new CaseNumber(body + "-" + checkDigit(body));
    }

    /** Reads what a person typed: spaces, missing hyphens and full-width digits are forgiven, a wrong check digit is not. */
    public static Optional<CaseNumber> read(String typed) {
        var digits = new StringBuilder();
        typed.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        if (digits.length() < 15 || digits.length() > 18) return Optional.empty();
        var body = digits.substring(0, 8) + "-" + digits.substring(8, digits.length() - 1);
        var text = body + "-" + digits.charAt(digits.length() - 1);
        return isWellFormed(text) ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }

    private static boolean isWellFormed(String text) {
        var match = SHAPE.matcher(text);
        return match.matches() && checkDigit(match.group(1) + "-" + match.group(2)) == match.group(3).charAt(0) - '0';
    }

    private static int checkDigit(String body) {
        int sum = 0;
        int weight = 3;
        for (int i = body.length() - 1; i >= 0; i--) {
            if (body.charAt(i) == '-') continue;
            sum += (body.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    @Override public String toString() {
        return text;
    }
}

package lianqiao.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How to reach a resident. Made only by {@link #read}, so that the same number typed in different ways is the same
 * contact. Never printed: {@code toString} says what it is, not which.
 */
public sealed interface Contact {
    /** Longer than any contact with all its spaces; what is longer is not looked at. */
    int MOST_TYPED = 400;

    /** The whole contact, for the one who sends a message and for a recorded reveal. Never for a log. */
    String reveal();

    /**
     * One spelling for all spellings that surely reach the same person, by which somebody is found again and counted once.
     * Not for sending. It may change with {@link Canonical}, so what is kept of it is kept as a keyed hash that can be made anew.
     */
    String canonical();

    /** Enough for the owner to recognise it and for nobody else to use it, for example {@code 138****5678}. */
    String masked();

    /** A phone number: digits, with a leading + when it is not Chinese. */
    record Phone(String digits) implements Contact {
        private static final Pattern SHAPE = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}|\\+[1-9]\\d{6,14}");

        public Phone {
            if (!SHAPE.matcher(digits).matches()) throw new IllegalArgumentException("not a phone number");
        }

        @Override public String reveal() {
            return digits;
        }

        @Override public String canonical() {
            return Canonical.phone(digits);
        }

        @Override public String masked() {
            var shown = digits.length() < 10 ? 2 : 4;
            return digits.substring(0, 3) + "****" + digits.substring(digits.length() - shown);
        }

        @Override public String toString() {
            return "Phone[hidden]";
        }
    }

    /** An e-mail address; the part after the @ is in lower case. */
    record Email(String address) implements Contact {
        private static final Pattern SHAPE = Pattern.compile(
                "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

        public Email {
            if (address.length() > 254 || !SHAPE.matcher(address).matches()) throw new IllegalArgumentException("not an e-mail address");
        }

        @Override public String reveal() {
            return address;
        }

        @Override public String canonical() {
            return Canonical.email(address);
        }

        @Override public String masked() {
            return address.codePoints().limit(1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    + "***" + address.substring(address.indexOf('@'));
        }

        @Override public String toString() {
            return "Email[hidden]";
        }
    }

    /**
     * Reads what a person typed: full-width letters and digits, spaces, hyphens, brackets, +86, 0086 or 86 and the 0 of
     * distant calls in front of a mobile number, a dot at the end of a domain are forgiven. Empty when it is neither a phone
     * number nor an e-mail address, or when its letters are of scripts that nobody mixes but to look like somebody else.
     */
    static Optional<Contact> read(String typed) {
        if (typed.length() > MOST_TYPED) return Optional.empty();
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return text.indexOf('@') >= 0 ? readEmail(text) : readPhone(text);
    }

    /** What lay in the vault, where only contacts are put: also one that would not be read any more today. */
    static Contact kept(String text) {
        return text.indexOf('@') >= 0 ? new Email(text) : new Phone(text);
    }

    private static Optional<Contact> readEmail(String text) {
        var at = text.lastIndexOf('@');
        var domain = text.substring(at + 1).toLowerCase(Locale.ROOT).replaceAll("[\u3002\uFF61]", ".").replaceFirst("\\.$", "");
        if (!Canonical.isInOneHand(text.substring(0, at)) || !Canonical.isInOneHand(domain)) return Optional.empty();
        return made(() -> new Email(text.substring(0, at) + "@" + domain));
    }

    private static Optional<Contact> readPhone(String text) {
        var digits = plainDigits(text.replaceAll("[\\s\\p{Pd}\\p{Cf}().]", "")).replaceFirst("^00", "+").replaceFirst("^86(?=0?1[3-9]\\d{9}$)", "+86");
        var home = digits.startsWith("+86") ? digits.substring(3).replaceFirst("^(?!1[3-9]\\d{9}$)0?", "0") : digits;
        // No area code begins with two zeros; read again, it would be a number of another country.
        if (home.startsWith("00")) return Optional.empty();
        return made(() -> new Phone(home.replaceFirst("^0(?=1[3-9]\\d{9}$)", "")));
    }

    /** Digits of any script are digits. */
    private static String plainDigits(String text) {
        return text.codePoints().map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Optional<Contact> made(Supplier<Contact> making) {
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}

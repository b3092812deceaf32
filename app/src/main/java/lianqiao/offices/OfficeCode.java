package lianqiao.offices;

import lianqiao.base.Public;

/**
 * The code of an office (承办单位), for example {@code city.water} or {@code street-3}.
 * 1 to 40 ASCII characters: lower-case letters, digits, hyphens and full stops, beginning with a letter or digit;
 * anything else is refused with {@link IllegalArgumentException}.
 */
public record OfficeCode(String text) implements Public, Comparable<OfficeCode> {
    public OfficeCode {
        Codes.check(text, "office code");
    }

    /** Whether {@code typed} could be such a code; for what comes from a form or an address. */
    public static boolean isWellFormed(String typed) {
        return Codes.isWellFormed(typed);
    }

    @Override public int compareTo(OfficeCode other) {
        return text.compareTo(other.text);
    }

    @Override public String toString() {
        return text;
    }
}

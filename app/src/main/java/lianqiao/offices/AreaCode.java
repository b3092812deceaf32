package lianqiao.offices;

import lianqiao.base.Public;

/**
 * The code of an area, for example {@code north.old-town}.
 * 1 to 40 ASCII characters: lower-case letters, digits, hyphens and full stops, beginning with a letter or digit;
 * anything else is refused with {@link IllegalArgumentException}.
 */
public record AreaCode(String text) implements Public, Comparable<AreaCode> {
    public AreaCode {
        Codes.check(text, "area code");
    }

    /** Whether {@code typed} could be such a code; for what comes from a form or an address. */
    public static boolean isWellFormed(String typed) {
        return Codes.isWellFormed(typed);
    }

    @Override public int compareTo(AreaCode other) {
        return text.compareTo(other.text);
    }

    @Override public String toString() {
        return text;
    }
}

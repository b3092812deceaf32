package lianqiao.offices;

import lianqiao.base.Public;

/**
 * The code of a service (事项), for example {@code street-lights}; the same as {@code service_code} in Open311.
 * 1 to 40 ASCII characters: lower-case letters, digits, hyphens and full stops, beginning with a letter or digit;
 * anything else is refused with {@link IllegalArgumentException}.
 */
public record ServiceCode(String text) implements Public, Comparable<ServiceCode> {
    public ServiceCode {
        Codes.check(text, "service code");
    }

    /** Whether {@code typed} could be such a code; for what comes from a form or an address. */
    public static boolean isWellFormed(String typed) {
        return Codes.isWellFormed(typed);
    }

    @Override public int compareTo(ServiceCode other) {
        return text.compareTo(other.text);
    }

    @Override public String toString() {
        return text;
    }
}

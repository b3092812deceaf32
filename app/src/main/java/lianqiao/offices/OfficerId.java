package lianqiao.offices;

/**
 * The name an officer signs in with, which is also how records name that officer. Not public: it stands for a person.
 * 1 to 40 ASCII characters: lower-case letters, digits, hyphens and full stops, beginning with a letter or digit;
 * anything else is refused with {@link IllegalArgumentException}.
 */
public record OfficerId(String text) implements Comparable<OfficerId> {
    public OfficerId {
        Codes.check(text, "officer id");
    }

    /** Whether {@code typed} could be such a code; for what comes from a form or an address. */
    public static boolean isWellFormed(String typed) {
        return Codes.isWellFormed(typed);
    }

    @Override public int compareTo(OfficerId other) {
        return text.compareTo(other.text);
    }

    @Override public String toString() {
        return text;
    }
}

package lianqiao.privacy;

import lianqiao.base.Public;

/**
 * A place in a text that points at a person. It holds no part of the text.
 *
 * @param from index of the first character, counted as {@link String#charAt} does
 * @param to index after the last one
 */
public record Detail(Kind kind, int from, int to) implements Public {

    /** What was found. The words for them stand under {@code privacy.kind.…}. */
    public enum Kind implements Public {
        /** A mobile number of the mainland: eleven digits, 13 to 19 in front. */
        MOBILE,
        /** A landline with its area code, or a local number that is called a telephone. */
        LANDLINE,
        /** An identity number of 18 places with a right check digit (GB 11643), or one of 15 with a possible date. */
        IDENTITY,
        /** A bank card: a known first digit, a possible length and a right check digit (ISO/IEC 7812-1). */
        CARD,
        /** A number plate, new-energy ones included (GA 36). */
        PLATE,
        /** An e-mail address. */
        EMAIL,
        /** A WeChat or QQ account that is called one. */
        ACCOUNT,
        /** Marked by a person: a name, an address, whatever no rule can know. */
        BY_HAND
    }

    public Detail {
        if (from < 0 || to <= from) throw new IllegalArgumentException("a detail has at least one character");
    }
}

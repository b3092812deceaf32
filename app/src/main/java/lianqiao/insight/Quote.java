package lianqiao.insight;

import lianqiao.base.Language;
import lianqiao.base.Public;

/**
 * A sentence of somebody's public text, letter by letter.
 *
 * @param key of the contribution
 * @param reference what people call it, a case number
 * @param from where it begins in title and text as one, {@code to} where it ends
 * @param differing whether it was chosen because it says something else than the others
 */
public record Quote(long key, String reference, Language language, int from, int to, String words, boolean differing) implements Public {
    /** The place only: what people write does not belong into a log. */
    @Override public String toString() {
        return "Quote[" + reference + " " + from + ".." + to + "]";
    }
}

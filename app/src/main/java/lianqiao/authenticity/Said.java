package lianqiao.authenticity;

import lianqiao.base.Public;

/**
 * One text of a topic, for counting.
 *
 * @param group the text it is folded into, its own key when it stands alone
 * @param verified whether the voice belongs to somebody whose identity was verified
 * @param apart whether the text carries a standing label that names evidence of where it came from
 */
public record Said(long voice, long group, boolean verified, boolean apart) implements Public {
    /** Without a label, as nearly every text is. */
    public Said(long voice, long group, boolean verified) {
        this(voice, group, verified, false);
    }
}

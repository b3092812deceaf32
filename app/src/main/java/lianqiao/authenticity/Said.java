package lianqiao.authenticity;

import lianqiao.base.Public;

/**
 * One text of a topic, for counting.
 *
 * @param group the text it is folded into, its own key when it stands alone
 * @param verified whether the voice belongs to somebody whose identity was verified
 */
public record Said(long voice, long group, boolean verified) implements Public {}

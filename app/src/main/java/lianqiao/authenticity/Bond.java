package lianqiao.authenticity;

import lianqiao.base.Public;

/** How two texts belong together, closest first. */
public enum Bond implements Public {
    SAME_TEXT,
    SMALL_EDITS,
    VARIANT,
    /** The shorter stands in the longer; what is added are own words, and they count as such. */
    QUOTES,
    /** Put together from the same phrases, without being copies of one another; found when phrases are counted. */
    RECYCLED,
    NONE;

    /** Whether texts so bound are shown as one. */
    public boolean folds() {
        return this == SAME_TEXT || this == SMALL_EDITS || this == VARIANT || this == RECYCLED;
    }
}

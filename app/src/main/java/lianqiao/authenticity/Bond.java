package lianqiao.authenticity;

import lianqiao.base.Public;

/** How two texts belong together, closest first. */
public enum Bond implements Public {
    SAME_TEXT,
    SMALL_EDITS,
    VARIANT,
    /** The shorter stands in the longer; what is added are own words, and they count as such. */
    QUOTES,
    NONE;

    /** Whether texts so bound are shown as one. */
    public boolean folds() {
        return this == SAME_TEXT || this == SMALL_EDITS || this == VARIANT;
    }
}

package lianqiao.insight;

import lianqiao.base.Public;

/** How soon somebody should look. Nothing is closed, merged or sent on by it. */
public enum Tier implements Public {
    /** Danger to life, now: within minutes. */
    NOW,
    /** Water, power, gas or heat are cut, wages unpaid, health at risk, or a date within days. */
    SOON,
    /** Everything else, by points. */
    LATER
}

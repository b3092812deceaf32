package lianqiao.cases;

import lianqiao.base.Public;

/** Why a case is closed. These are counted apart for ever; only the first says that the resident is served. */
public enum Closing implements Public {
    RESIDENT_CONFIRMED,
    /** The resident was asked and did not answer in time: never counted as satisfied. */
    SILENCE_AFTER_CALL_BACK,
    /** Refused by a published ground that names the right channel. */
    PUBLISHED_GROUND,
    /** Answered in a system before this one; nobody there asked the resident, and nobody can now. */
    EARLIER_SYSTEM
}

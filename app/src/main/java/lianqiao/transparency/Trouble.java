package lianqiao.transparency;

import lianqiao.base.Public;

/** Why the log signs nothing at the moment. Cases are taken in all the same; their receipts come later. Words under {@code transparency.trouble.…}. */
public enum Trouble implements Public {
    /** None: the log grows. */
    NONE,
    /** Another program has the sequencing in hand; this one only publishes. */
    STANDBY,
    /** Not enough witnesses have answered since the start, so nobody outside has confirmed that this is the latest state. */
    WITNESSES_SILENT,
    /** A witness has signed a larger log than the database knows, and the published files do not hold the difference: an old backup. */
    BEHIND_WITNESS,
    /** More was published than the database knows, and the files that would bring it back are missing or damaged: an old backup. */
    BEHIND_PUBLISHED,
    /** Two histories: the published checkpoint, a witness or the stored leaves do not agree with the database. A person must look; with this key never again. */
    FORK,
    /** The published files hold something else than what is to be written there. */
    FILES,
    /** The clock stands before the last checkpoint or far before a witness's. */
    CLOCK,
    /** The key at hand is not the one that signed the last checkpoint. */
    KEY,
    /** The database is set up to forget what was committed. */
    NOT_DURABLE,
    /** The files cannot be written, for want of room or rights. */
    DISK;

    /** Whether the log is in order and no person need look. */
    public boolean isFine() {
        return this == NONE || this == STANDBY;
    }
}

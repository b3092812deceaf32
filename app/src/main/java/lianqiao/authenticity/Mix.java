package lianqiao.authenticity;

/** The one hash of this room. Its constants belong to the version of the rules. */
final class Mix {
    private Mix() {}

    static long next(long hash, int part) {
        return (hash ^ part) * 0x9E3779B97F4A7C15L;
    }

    /** Spreads what was mixed over all bits. */
    static long last(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}

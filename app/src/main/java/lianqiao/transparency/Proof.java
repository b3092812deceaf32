package lianqiao.transparency;

import lianqiao.base.Public;

/** What can be said now about the proof of a step. */
public sealed interface Proof extends Public {
    /** The receipt, as a {@code .tlog-proof} file that verifies by itself. */
    record Ready(byte[] file) implements Proof {}

    /** The step is on its way into the log, or not yet confirmed by enough witnesses. */
    record Waiting() implements Proof {}

    /** There is no such step, it is none of the public ones, or it is older than the log. */
    record None() implements Proof {}
}

package lianqiao.authenticity;

import java.time.Duration;

/** Where somebody stands with a limit. */
public sealed interface Verdict {
    /** Go on. */
    record Free() implements Verdict {}

    /** Go on, when the check is passed. */
    record Near() implements Verdict {}

    /** Not now. @param rest until the next one goes through, at least a second; for Retry-After */
    record Over(Duration rest) implements Verdict {}
}

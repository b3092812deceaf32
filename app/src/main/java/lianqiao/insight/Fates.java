package lianqiao.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Knows where cases stand: put in by the program, so that this room needs to know no case. Thread-safe. */
public interface Fates {
    /** By number, at most a thousand at once; what is not in the answer is open. */
    Map<String, Fate> of(Collection<String> references, Instant now);
}

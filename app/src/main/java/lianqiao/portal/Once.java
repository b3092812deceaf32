package lianqiao.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which sendings of a form have been acted on, by the nonce of their token and what was wanted, so that a second press of the button or a
 * reload does nothing twice. Holds the last 20,000 in memory; after a restart the step table still refuses most
 * repetitions, and a text added twice is the worst that can happen. Thread-safe.
 */
@Component
final class Once {
    private static final int KEPT = 20_000;

    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    /** Whether this is the first time; from now on it is not. */
    synchronized boolean first(String sending) {
        return seen.put(sending, true) == null;
    }

    /** Forgets a sending that was refused, so that it can be tried again. */
    synchronized void again(String sending) {
        seen.remove(sending);
    }
}

package lianqiao.portal;

import java.time.Duration;
import java.util.Map;

/** How an answer says that it has to wait: to programs in seconds, to people in minutes. */
final class Waiting {
    private Waiting() {}

    static Map<String, String> headers(Duration wait) {
        return Map.of("Cache-Control", "no-store", "X-Robots-Tag", "noindex", "Retry-After", Long.toString(wait.toSeconds()));
    }

    /** Whole minutes, at least one. */
    static long minutes(Duration wait) {
        return Math.max(1, Math.ceilDiv(wait.toSeconds(), 60));
    }
}

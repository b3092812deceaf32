package lianqiao.app;

import java.time.Duration;

/**
 * The pace a client has to keep: generous for the worst mobile network while there is room, shorter while there is little.
 * Who holds connections on purpose is far below either.
 *
 * @param headers for the request line and all headers, some 500 bytes
 * @param grace before which nothing is asked of a body or of a reader
 */
record Pace(Duration headers, Duration grace) {
    static final Pace CALM = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(20));
    static final Pace CROWDED = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(8));
    /** From so many connections on there is little room. */
    static final int CROWD = 1_000;
    /** In a second on average, after the grace: a photo of 3 MB may take 50 minutes. */
    private static final long BYTES_A_SECOND = 1_000;

    static Pace at(long connections) {
        return connections > CROWD ? CROWDED : CALM;
    }

    boolean isTooSlowForHeaders(long millis) {
        return millis > headers.toMillis();
    }

    /** @param declared how long the body is said to be; 0 or less when there is none or nobody says */
    boolean isTooSlowForBody(long millis, long declared, long read) {
        return declared > read && isTooSlow(millis, read);
    }

    /** Whether so little has gone through since the request began. */
    boolean isTooSlow(long millis, long bytes) {
        return millis > grace.toMillis() && bytes < millis / 1_000 * BYTES_A_SECOND;
    }
}

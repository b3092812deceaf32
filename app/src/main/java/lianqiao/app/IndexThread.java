package lianqiao.app;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lianqiao.search.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's search index in step with the events. No leased job: every node has its own index and follows for
 * itself. Stops before the index is closed.
 */
final class IndexThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexThread.class);
    private static final int MILLIS_BETWEEN_LOOKS = 500;
    private static final int MILLIS_AFTER_A_FAULT = 5_000;

    private final Search search;
    private final InstantSource clock;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    IndexThread(Search search, InstantSource clock) {
        this.search = search;
        this.clock = clock;
        thread = Thread.ofPlatform().daemon().name("index").start(this::follow);
    }

    private void follow() {
        try {
            int pause = 0;
            while (!end.await(pause, TimeUnit.MILLISECONDS)) pause = look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does a portion, and answers how long to wait for the next. */
    private int look() {
        try {
            return search.catchUp(clock.instant()) ? 0 : MILLIS_BETWEEN_LOOKS;
        } catch (RuntimeException e) {
            // The database is away or the disk is full: the index answers with what it has and goes on later.
            LOG.warn("the search index could not follow: {}", e.getClass().getSimpleName());
            return MILLIS_AFTER_A_FAULT;
        }
    }

    @Override public void close() {
        end.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

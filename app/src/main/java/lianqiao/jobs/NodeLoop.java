package lianqiao.jobs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread of this node that runs one job again and again until it is told to end. */
final class NodeLoop implements AutoCloseable {
    private static final int MOST_SECONDS_TO_END = 20;

    private final Job job;
    private final Runner runner;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    NodeLoop(Job job, Runner runner) {
        this.job = job;
        this.runner = runner;
        thread = Thread.ofPlatform().daemon().name(job.name()).start(this::loop);
    }

    private void loop() {
        try {
            do runner.run(job); while (!end.await(job.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the run under way. */
    @Override public void close() {
        end.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS_TO_END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package lianqiao.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * One line of the timetable.
 *
 * @param name the class that does the work: an imperative sentence
 * @param pause how long after the end of a run the next begins
 * @param everywhere whether every node runs it for itself; otherwise one node at a time runs it for all
 * @param work must be harmless when run twice, for a node may stop in the middle
 */
public record Job(String name, Duration pause, boolean everywhere, Consumer<Instant> work) {
    public Job {
        if (pause.isNegative() || pause.isZero()) throw new IllegalArgumentException("a job needs a pause: " + name);
    }

    /** A job that one node at a time runs for all. */
    public static Job once(Class<?> job, Duration pause, Consumer<Instant> work) {
        return new Job(job.getSimpleName(), pause, false, work);
    }

    /** A job that every node runs for itself, because it looks after something that is in that node alone. */
    public static Job everywhere(Class<?> job, Duration pause, Consumer<Instant> work) {
        return new Job(job.getSimpleName(), pause, true, work);
    }
}

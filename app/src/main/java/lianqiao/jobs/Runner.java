package lianqiao.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job, whatever becomes of it, and notes how it went. A fault ends this run and no other. */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    /** A job that runs twice a second need not say so each time. */
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(30);

    private final JobRunStore runs;
    private final InstantSource clock;
    private final String node;
    private final Map<String, JobRun> noted = new ConcurrentHashMap<>();

    Runner(JobRunStore runs, InstantSource clock, String node) {
        this.runs = runs;
        this.clock = clock;
        this.node = node;
    }

    void run(Job job) {
        var started = clock.instant();
        var fault = "";
        try {
            job.work().accept(started);
        } catch (RuntimeException e) {
            fault = e.getClass().getSimpleName();
            LOG.error("job {} broke off", job.name(), e);
        }
        var ended = clock.instant();
        note(new JobRun(job.name(), node, started, ended, fault.isEmpty(), fault, ended.plus(job.pause())));
    }

    private void note(JobRun run) {
        var last = noted.get(run.job());
        if (last != null && last.done() == run.done() && run.ended().isBefore(last.ended().plus(BETWEEN_NOTES))) return;
        try {
            runs.note(run);
            noted.put(run.job(), run);
        } catch (RuntimeException e) {
            // The database is away: the run itself has said so already, or did not need it.
            LOG.warn("the run of job {} could not be noted: {}", run.job(), e.getClass().getSimpleName());
        }
    }
}

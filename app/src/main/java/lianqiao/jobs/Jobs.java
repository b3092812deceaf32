package lianqiao.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lianqiao.store.Database;

/**
 * Runs the timetable on this node until it is closed. What several nodes share is run by one of them at a time; if that
 * node dies, another takes over within a minute.
 */
public final class Jobs implements AutoCloseable {
    private final List<Job> timetable;
    private final Runner runner;
    private final Scheduler scheduler;
    private final List<NodeLoop> loops = new ArrayList<>();

    /** @param node a name for this node, different from all others */
    public Jobs(Database database, List<Job> timetable, InstantSource clock, String node) {
        if (timetable.stream().map(Job::name).distinct().count() != timetable.size()) throw new IllegalArgumentException("a job is named twice");
        this.timetable = List.copyOf(timetable);
        this.runner = new Runner(new JobRunStore(database), clock, node);
        var shared = timetable.stream().filter(job -> !job.everywhere()).toList();
        this.scheduler = SchedulerStore.over(database, shared, runner, clock, node);
    }

    /** Begins; each job runs at once or when it is due. */
    public synchronized void start() {
        scheduler.start();
        timetable.stream().filter(Job::everywhere).forEach(job -> loops.add(new NodeLoop(job, runner)));
    }

    /** Waits for the runs under way, some seconds at most, and ends. What is cut off is run again. */
    @Override public synchronized void close() {
        scheduler.stop();
        loops.forEach(NodeLoop::close);
    }
}

package lianqiao.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import lianqiao.store.Database;

/**
 * The scheduler library on its own table: it sees to it that of all nodes one has a job in hand. A node that says
 * nothing for half a minute is taken for dead and its job begun again elsewhere.
 */
final class SchedulerStore {
    private static final int THREADS = 3;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 6;
    /** Jobs of another jurisdiction are unknown here and none of our business. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private SchedulerStore() {}

    /** Not started yet; {@code jobs} may be empty. */
    static Scheduler over(Database database, List<Job> jobs, Runner runner, InstantSource clock, String node) {
        var tasks = jobs.stream().map(job -> task(database.jurisdiction().code(), job, runner)).toList();
        return Scheduler.create(database.source(), List.of()).startTasks(tasks).threads(THREADS)
                .pollingInterval(LOOK).heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER).shutdownMaxWait(Duration.ofSeconds(15)).failureLogging(LogLevel.WARN, false)
                .alwaysPersistTimestampInUTC().schedulerName(new SchedulerName.Fixed(node)).clock(clock::instant).build();
    }

    private static RecurringTask<Void> task(String place, Job job, Runner runner) {
        return Tasks.recurring(place + "/" + job.name(), FixedDelay.of(job.pause())).execute((_, _) -> runner.run(job));
    }
}

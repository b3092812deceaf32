package lianqiao.jobs;

import java.util.List;
import lianqiao.store.Database;

/** How the last run of each job went, for the page that shows it. Thread-safe. */
public final class JobRuns {
    private final JobRunStore store;

    public JobRuns(Database database) {
        this.store = new JobRunStore(database);
    }

    /** The last run of every job that ever ran, by name. */
    public List<JobRun> latest() {
        return store.latest();
    }
}

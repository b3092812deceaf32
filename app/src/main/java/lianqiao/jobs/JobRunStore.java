package lianqiao.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import lianqiao.store.Database;

/** One row a job: its last run. */
final class JobRunStore {
    private final Database database;

    JobRunStore(Database database) {
        this.database = database;
    }

    void note(JobRun run) {
        database.sql().sql("""
                insert into job_runs (jurisdiction, job, node, started_at, ended_at, done, fault, next_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, job) do update set node = excluded.node, started_at = excluded.started_at,
                    ended_at = excluded.ended_at, done = excluded.done, fault = excluded.fault, next_at = excluded.next_at""")
                .params(database.jurisdiction().code(), run.job(), run.node(), at(run.started()), at(run.ended()), run.done(),
                        run.fault(), at(run.next()))
                .update();
    }

    List<JobRun> latest() {
        return database.sql().sql("""
                select job, node, started_at, ended_at, done, fault, next_at from job_runs
                where jurisdiction = ? order by job limit 200""")
                .param(database.jurisdiction().code()).query((row, i) -> read(row)).list();
    }

    private static JobRun read(ResultSet row) throws SQLException {
        return new JobRun(row.getString("job"), row.getString("node"), instant(row, "started_at"), instant(row, "ended_at"),
                row.getBoolean("done"), row.getString("fault"), instant(row, "next_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

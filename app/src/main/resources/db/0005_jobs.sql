-- The work list of the scheduler library, which knows nothing of jurisdictions: its task names begin with one instead.
-- It holds no facts, only when a job runs next and which node has it in hand, and may be emptied at any time.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to lianqiao_app;

-- The last run of each job, for people.
create table job_runs (
    jurisdiction text        not null,
    job          text        not null,
    node         text        not null,
    started_at   timestamptz not null,
    ended_at     timestamptz not null,
    done         boolean     not null,
    fault        text        not null,
    next_at      timestamptz not null,
    primary key (jurisdiction, job)
);
grant select, insert, update on job_runs to lianqiao_app;

-- Open and finished tasks of cases, a copy of what the events say, for the lists of field staff.
create table case_tasks (
    jurisdiction text    not null,
    case_number  text    not null,
    number       integer not null,
    office       text    not null,
    finished_at  timestamptz,
    primary key (jurisdiction, case_number, number)
);
create index case_tasks_open on case_tasks (jurisdiction, office) where finished_at is null;
grant select, insert, update on case_tasks to lianqiao_app;
create index cases_raised on cases (jurisdiction, due_at, case_number) where level is not null and state not in ('CLOSED', 'REFUSED');

-- Filters that an officer has put aside under a name.
create table saved_filter (
    jurisdiction text    not null,
    officer      text    not null,
    name         text    not null,
    query        text    not null,
    kept         boolean not null,
    primary key (jurisdiction, officer, name)
);
grant select, insert, update on saved_filter to lianqiao_app;

-- Measures that somebody proposed: a copy of what the events say, for those who confirm them.
create table proposals (
    jurisdiction text        not null,
    case_number  text        not null,
    number       integer     not null,
    form         text        not null,
    basis        text        not null,
    content      text        not null,
    office       text        not null,
    proposed_at  timestamptz not null,
    open         boolean     not null,
    primary key (jurisdiction, case_number, number)
);
create index proposals_open on proposals (jurisdiction, proposed_at, case_number, number) where open;
grant select, insert, update on proposals to lianqiao_app;

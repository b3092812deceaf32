-- The leader's brief of each morning, written once and never changed. It holds counts, case numbers and places in texts;
-- no words of anybody: they are read from the cases when the brief is, so that what was masked or forgotten since is so here too.
create table briefs (
    jurisdiction text        not null,
    day          date        not null,
    written_at   timestamptz not null,
    content      jsonb       not null,
    primary key (jurisdiction, day)
);
grant select, insert on briefs to lianqiao_app;

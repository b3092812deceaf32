-- Checks (proof of work or a short wait) that were used, so that none is good twice. Random bytes and a time: nothing says by whom or for what.
create table used_check (
    jurisdiction text        not null,
    id           bytea       not null,
    expires_at   timestamptz not null,
    primary key (jurisdiction, id)
);
create index used_check_expiry on used_check (jurisdiction, expires_at);
grant select, insert, delete on used_check to lianqiao_app;

-- The times in which everybody was asked for the check. At most one is open.
create table check_time (
    jurisdiction text        not null,
    began_at     timestamptz not null,
    cause        text        not null check (cause in ('FLOOD', 'OPERATOR')),
    begun_by     text,
    last_high    timestamptz not null,
    ended_at     timestamptz,
    ended_by     text,
    primary key (jurisdiction, began_at)
);
create unique index check_time_open on check_time (jurisdiction) where ended_at is null;
grant select, insert, update on check_time to lianqiao_app;

-- What has happened, in order, for ever: rows are added and never changed. The program's role may read and add, nothing else.
create table events (
    jurisdiction text        not null,
    subject      text        not null,
    number       integer     not null check (number > 0),
    name         text        not null,
    at           timestamptz not null,
    role         text        not null,
    office       text,
    officer      text,
    facts        jsonb       not null,
    -- The writing transaction and a running position give one order in which followers can read without ever
    -- overtaking a transaction that is still open.
    tx           xid8        not null default pg_current_xact_id(),
    position     bigint      generated always as identity,
    primary key (jurisdiction, subject, number)
);
create unique index events_in_order on events (jurisdiction, tx, position);
grant select, insert on events to lianqiao_app;

-- How far each follower of the events has come.
create table followers (
    jurisdiction text   not null,
    follower     text   not null,
    tx           xid8   not null,
    position     bigint not null,
    primary key (jurisdiction, follower)
);
grant select, insert, update on followers to lianqiao_app;

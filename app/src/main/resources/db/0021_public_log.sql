-- The public log in the order of its leaves. Only ever added to: a round that is rolled back leaves nothing, and what was
-- committed stays. A leaf's bytes stand in its event; "entry" is filled only where the event is lost, after the database
-- was put back to an earlier day and the leaf came back from the published files.
create table log_leaf (
    jurisdiction text    not null,
    idx          bigint  not null check (idx >= 0),
    subject      text,
    number       integer,
    entry        bytea,
    hash         bytea   not null check (octet_length(hash) = 32),
    primary key (jurisdiction, idx),
    check ((subject is null) = (number is null) and (subject is null) = (entry is not null))
);
-- An event is taken up once.
create unique index log_leaf_of_event on log_leaf (jurisdiction, subject, number) where subject is not null;
grant select, insert on log_leaf to lianqiao_app;

-- Every checkpoint that was ever signed. Each follows exactly one other ("follows" is its size, -1 for the first), so that
-- two that part from the same one cannot both be written, whoever writes them.
create table log_checkpoint (
    jurisdiction text        not null,
    size         bigint      not null check (size >= 0),
    follows      bigint      not null check (follows < size),
    root         bytea       not null check (octet_length(root) = 32),
    -- The roots of the complete subtrees from left to right: all that is needed to go on from here.
    edge         bytea       not null,
    -- The place in the order of the events up to which leaves have been taken up.
    tx           xid8        not null,
    position     bigint      not null,
    -- As it was signed, without cosignatures.
    note         bytea       not null,
    signed_at    timestamptz not null,
    primary key (jurisdiction, size)
);
create unique index log_checkpoint_follows on log_checkpoint (jurisdiction, follows);
grant select, insert on log_checkpoint to lianqiao_app;

-- What the witnesses signed, as lines of a note.
create table log_cosignature (
    jurisdiction text        not null,
    size         bigint      not null,
    witness      text        not null,
    time         bigint      not null,
    line         text        not null,
    primary key (jurisdiction, size, witness, time)
);
create index log_cosignature_by_witness on log_cosignature (jurisdiction, witness, size);
grant select, insert on log_cosignature to lianqiao_app;

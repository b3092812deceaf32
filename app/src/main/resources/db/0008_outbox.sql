-- What has to be told, to whom, and how far that has come. Nobody's address stands here: a recipient is the opaque
-- number of a resident or of a subscription. The primary key is the idempotency key, so a step is told once however
-- often its event is read. Facts are the codes and dates of the event, never words that people wrote.
create table outbox (
    jurisdiction text        not null,
    case_number  text        not null,
    number       integer     not null,
    recipient    uuid        not null,
    purpose      text        not null,
    facts        jsonb       not null,
    state        text        not null default 'WAITING',
    attempts     integer     not null default 0,
    lease_until  timestamptz,
    next_try_at  timestamptz not null,
    last_error   text,
    written_at   timestamptz not null,
    settled_at   timestamptz,
    primary key (jurisdiction, case_number, number, recipient, purpose)
);
create index outbox_due on outbox (jurisdiction, next_try_at, case_number, number) where state = 'WAITING';
create index outbox_undelivered on outbox (jurisdiction, written_at) where state in ('NEEDS_CALL', 'GAVE_UP', 'NO_CONTACT');
grant select, insert, update on outbox to lianqiao_app;

-- Who wants to hear of a case, an office, an area or everything. "fresh" says that there is news since the last letter.
create table subscription (
    jurisdiction text        not null,
    id           uuid        not null,
    resident     uuid        not null,
    topic        text        not null,
    language     text        not null,
    state        text        not null,
    asked_at     timestamptz not null,
    asked_times  integer     not null default 1,
    confirmed_at timestamptz,
    ended_at     timestamptz,
    told_at      timestamptz,
    told_up_to   bigint      not null default 0,
    letters      integer     not null default 0,
    fresh        boolean     not null default false,
    primary key (jurisdiction, id),
    unique (jurisdiction, resident, topic)
);
create index subscription_by_topic on subscription (jurisdiction, topic) where state = 'CONFIRMED';
create index subscription_fresh on subscription (jurisdiction, told_at) where state = 'CONFIRMED' and fresh;
grant select, insert, update on subscription to lianqiao_app;

-- Public steps of public cases, once for each topic that somebody subscribes to; letters are bundled from here.
create table news (
    jurisdiction text        not null,
    topic        text        not null,
    case_number  text        not null,
    number       integer     not null,
    event        text        not null,
    at           timestamptz not null,
    id           bigint      generated always as identity,
    primary key (jurisdiction, topic, case_number, number)
);
create unique index news_in_order on news (jurisdiction, topic, id);
grant select, insert on news to lianqiao_app;

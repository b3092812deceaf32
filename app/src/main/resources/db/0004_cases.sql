-- One row a case: what was asked, and where it stands now. Where it stands can be rebuilt from the events.
create table cases (
    jurisdiction  text        not null,
    case_number   text        not null,
    kind          text        not null,
    service_code  text        not null,
    area_code     text        not null,
    address       text        not null,
    latitude      double precision,
    longitude     double precision,
    title         text        not null,
    body          text        not null,
    language      text        not null,
    confidential  boolean     not null,
    concerns      text,
    channel       text        not null,
    resident_id   uuid,
    follow_code   text,
    request_key   text,
    state         text        not null,
    lead_office   text,
    helping       text        not null default '',
    send_backs    integer     not null default 0,
    final         boolean     not null default false,
    extensions    integer     not null default 0,
    reopened      integer     not null default 0,
    level         text,
    rung          text,
    clock_start   timestamptz not null,
    clock_limit   text        not null,
    clock_more    text        not null default '',
    clock_pauses  text        not null default '',
    due_at        timestamptz not null,
    last_day      date        not null,
    provisional   boolean     not null default false,
    wait_until    timestamptz,
    wake_at       timestamptz,
    revisit_on    date,
    joined_into   text,
    solved        text,
    attitude      integer     not null default 0,
    speed         integer     not null default 0,
    closing       text,
    ground        text,
    verdict_entry integer     not null default 0,
    call_back_entry integer   not null default 0,
    received_at   timestamptz not null,
    updated_at    timestamptz not null,
    answered_at   timestamptz,
    answered_late boolean,
    done_at       timestamptz,
    closed_at     timestamptz,
    events        integer     not null,
    primary key (jurisdiction, case_number)
);
-- The public lists, newest first.
create index cases_public on cases (jurisdiction, received_at desc, case_number desc) where not confidential;
create index cases_by_office on cases (jurisdiction, lead_office, received_at desc, case_number desc);
create index cases_by_service on cases (jurisdiction, service_code, received_at desc, case_number desc) where not confidential;
create index cases_by_area on cases (jurisdiction, area_code, received_at desc, case_number desc) where not confidential;
-- The desk's queue and the overdue board, most pressing first.
create index cases_open_by_office on cases (jurisdiction, lead_office, due_at, case_number) where state not in ('CLOSED', 'REFUSED');
create index cases_open on cases (jurisdiction, due_at, case_number) where state not in ('CLOSED', 'REFUSED');
-- The clock's work list.
create index cases_to_wake on cases (jurisdiction, wake_at) where wake_at is not null;
create index cases_joined on cases (jurisdiction, joined_into) where joined_into is not null;
create index cases_by_resident on cases (jurisdiction, resident_id) where resident_id is not null;
-- The same form sent twice is one case.
create unique index cases_by_request on cases (jurisdiction, request_key) where request_key is not null;
grant select, insert, update on cases to lianqiao_app;

-- A running counter for case numbers. A number may be skipped when the program stops half-way; none is used twice.
create sequence case_counter;
grant usage on sequence case_counter to lianqiao_app;

-- What people wrote in the entries of a case, beside the events and never inside them.
create table case_texts (
    jurisdiction text    not null,
    case_number  text    not null,
    number       integer not null,
    text         text    not null,
    primary key (jurisdiction, case_number, number)
);
grant select, insert on case_texts to lianqiao_app;

create table photos (
    jurisdiction text        not null,
    photo_id     uuid        not null,
    case_number  text,
    number       integer,
    width        integer     not null,
    height       integer     not null,
    kept_at      timestamptz not null,
    primary key (jurisdiction, photo_id)
);
create index photos_of_case on photos (jurisdiction, case_number, number) where case_number is not null;
grant select, insert, update on photos to lianqiao_app;

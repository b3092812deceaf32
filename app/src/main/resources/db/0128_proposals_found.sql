-- Sentences among what people wrote that propose something that could be done: where they stand, never their words.
create table proposal_found (
    jurisdiction  text        not null,
    key           bigint      not null,
    sentence_from integer     not null,
    sentence_to   integer     not null,
    at            timestamptz not null,
    primary key (jurisdiction, key, sentence_from)
);
-- The newest first: the page groups so many of them.
create index proposal_newest on proposal_found (jurisdiction, at desc, key desc, sentence_from);
grant select, insert on proposal_found to lianqiao_app;

-- How far the contributions were read for them.
create table proposal_read (
    jurisdiction text   not null,
    up_to        bigint not null,
    texts        bigint not null,
    found        bigint not null,
    primary key (jurisdiction)
);
grant select, insert, update on proposal_read to lianqiao_app;

-- What an office said to one of them, for everybody to read; a later answer stands beside the earlier one.
create table proposal_answer (
    jurisdiction  text        not null,
    key           bigint      not null,
    sentence_from integer     not null,
    at            timestamptz not null,
    reference     text        not null,
    sentence_to   integer     not null,
    mark          text        not null,
    taken_up      boolean     not null,
    reason        text        not null,
    office        text        not null,
    officer       text        not null,
    primary key (jurisdiction, key, sentence_from, at)
);
-- The public list, newest first.
create index proposal_answers_newest on proposal_answer (jurisdiction, at desc, key, sentence_from);
grant select, insert on proposal_answer to lianqiao_app;

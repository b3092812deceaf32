-- What the words of a contribution say about how soon somebody should look: only where they say something. The signs are words of
-- our own lists, never more of the text.
create table urgency (
    jurisdiction  text        not null,
    key           bigint      not null,
    reference     text        not null,
    tier          text        not null,
    self_harm     boolean     not null,
    vulnerable    boolean     not null,
    signs         text        not null,
    sentence_from integer     not null,
    sentence_to   integer     not null,
    at            timestamptz not null,
    primary key (jurisdiction, key)
);
-- What cannot wait, the newest first.
create index urgency_pressing on urgency (jurisdiction, at desc, key desc) where tier <> 'LATER' or self_harm;
grant select, insert, update on urgency to lianqiao_app;

-- How far the contributions were read, how many texts that was and how many of them said something: counted along the way.
create table urgency_read (
    jurisdiction text   not null,
    up_to        bigint not null,
    texts        bigint not null,
    now          bigint not null,
    soon         bigint not null,
    self_harm    bigint not null,
    vulnerable   bigint not null,
    primary key (jurisdiction)
);
grant select, insert, update on urgency_read to lianqiao_app;

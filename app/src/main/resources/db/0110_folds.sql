-- Each contribution with the text it is counted as. No text stands here and nobody's name: a voice is a number that means
-- nothing outside its period. fold is the smallest key of the texts it is folded with, its own while it stands alone;
-- share, spans and of_text are what the last count of shared phrases found (of_text says of which wording).
create table said (
    jurisdiction text        not null,
    key          bigint      not null,
    reference    text        not null,
    topic        text        not null,
    voice        bigint      not null,
    verified     boolean     not null,
    assisted     boolean     not null,
    area         text        not null,
    service      text        not null,
    at           timestamptz not null,
    fold         bigint      not null,
    share        real        not null default 0,
    spans        text        not null default '',
    of_text      integer     not null default 0,
    primary key (jurisdiction, key)
);
create index said_fold on said (jurisdiction, fold, key);            -- the texts of a fold, page by page
create index said_reference on said (jurisdiction, reference);       -- from a case to its fold
create index said_topic on said (jurisdiction, topic, at);           -- one topic's window, for counting phrases and persons
create index said_at on said (jurisdiction, at);                     -- the window as a whole, and persons per day
grant select, insert, update on said to lianqiao_app;

-- Why a text was folded, enough to compute it again. Appended, never changed.
create table fold_reason (
    jurisdiction   text        not null,
    id             bigint      generated always as identity,
    key            bigint      not null,
    neighbour      bigint      not null,
    version        integer     not null,
    bond           text        not null,
    jaccard        real        not null,
    containment    real        not null,
    same_numbers   boolean     not null,
    same_negations boolean     not null,
    medoid         bigint      not null,
    to_medoid      real        not null,
    folded_at      timestamptz not null,
    primary key (jurisdiction, id)
);
create index fold_reason_key on fold_reason (jurisdiction, key, id);   -- the reasons of one text, the last in front
create index fold_reason_recycled on fold_reason (jurisdiction, id) where bond = 'RECYCLED';   -- what the index has not heard of yet
grant select, insert on fold_reason to lianqiao_app;

-- Texts that were taken out of a fold, and from which text they stay apart for good. Appended, never changed.
create table fold_apart (
    jurisdiction text        not null,
    id           bigint      generated always as identity,
    key          bigint      not null,
    other        bigint      not null,
    at           timestamptz not null,
    primary key (jurisdiction, id)
);
create index fold_apart_key on fold_apart (jurisdiction, key);   -- whether a text was ever taken out
grant select, insert on fold_apart to lianqiao_app;

-- A fold in figures, so that lists need not count: renewed whenever a text joins or leaves. One with a single text left is none any more.
create table fold_head (
    jurisdiction text        not null,
    fold         bigint      not null,
    medoid       bigint      not null,
    topic        text        not null,
    texts        integer     not null,
    persons      integer     not null,
    verified     integer     not null,
    strength     real        not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    primary key (jurisdiction, fold)
);
create index fold_head_strength on fold_head (jurisdiction, strength desc, fold) where texts > 1;   -- the public list, page by page
grant select, insert, update on fold_head to lianqiao_app;

-- A topic's window in figures, and up to which text its phrases were counted.
create table fold_topic (
    jurisdiction text             not null,
    topic        text             not null,
    counted_key  bigint           not null,
    counted_at   timestamptz      not null,
    persons      integer          not null,
    verified     integer          not null,
    letters      integer          not null,
    own          integer          not null,
    strength     double precision not null,
    primary key (jurisdiction, topic)
);
grant select, insert, update on fold_topic to lianqiao_app;

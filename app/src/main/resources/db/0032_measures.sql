-- What everybody reads of an entry once a measure was taken on it or the rules of masking have changed: it can be made anew
-- from the words as written, the rules and the measures. case_texts keeps what was published first, for ever.
create table shown_texts (
    jurisdiction text    not null,
    case_number  text    not null,
    number       integer not null,
    text         text    not null,
    primary key (jurisdiction, case_number, number)
);
grant select, insert, update on shown_texts to lianqiao_app;

-- A photo that is withheld, or shown with black boxes: shown_as names the other picture, and that one says what it covers.
alter table photos add column withheld boolean not null default false;
alter table photos add column shown_as uuid;
alter table photos add column covers uuid;

-- Measures that were taken: a copy of what the events say, for the public page.
create table measures (
    jurisdiction text        not null,
    case_number  text        not null,
    number       integer     not null,
    entry        integer     not null,
    form         text        not null,
    basis        text        not null,
    content      text        not null,
    office       text        not null,
    taken_at     timestamptz not null,
    appeal_until timestamptz,
    standing     text        not null,
    appealed_at  timestamptz,
    decide_by    timestamptz,
    settled_at   timestamptz,
    primary key (jurisdiction, case_number, number)
);
create index measures_newest on measures (jurisdiction, taken_at desc, case_number desc, number desc);
create index measures_appealed on measures (jurisdiction, decide_by, case_number, number) where standing = 'APPEALED';
grant select, insert, update on measures to lianqiao_app;

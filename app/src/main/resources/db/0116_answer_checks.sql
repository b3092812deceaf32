-- What an officer could look at before an answer was sent. Kept with the answer, written once; no text and no officer stands here.
create table answer_check (
    jurisdiction text        not null,
    case_number  text        not null,
    entry        integer     not null,
    office       text        not null,
    at           timestamptz not null,
    look         text        not null,   -- items that were missing, parted by commas
    relevance    real        not null,
    recycled     real        not null,
    same         text        not null,   -- number of a case with the same answer, or empty
    asks         integer     not null,
    answered     integer     not null,
    primary key (jurisdiction, case_number, entry)
);
-- The page of figures counts the answers of the last months.
create index answer_check_time on answer_check (jurisdiction, at);
grant select, insert on answer_check to lianqiao_app;

-- Room cases: which resident filed a case while signed in. Apart from how to be reached about it, which they may not want.
-- Who it was may be forgotten; that somebody verified filed it stays.
create table own_case (
    jurisdiction text        not null,
    case_number  text        not null,
    resident     uuid,
    verified     boolean     not null,
    at           timestamptz not null,
    primary key (jurisdiction, case_number)
);
create index own_case_of on own_case (jurisdiction, resident) where resident is not null;
create index own_case_verified on own_case (jurisdiction, case_number) where verified;
grant select, insert, update on own_case to lianqiao_app;

-- Which entry of a public case a notice of somebody else is about, and which right of theirs it names. The notice itself is a
-- confidential case of its own; no personal text stands here, and no row ever changes.
create table rights_notices (
    jurisdiction text        not null,
    notice       text        not null,
    case_number  text        not null,
    entry        integer     not null,
    infringes    text        not null,
    given_at     timestamptz not null,
    primary key (jurisdiction, notice)
);
create index rights_notices_about on rights_notices (jurisdiction, case_number, given_at);
create index rights_notices_given on rights_notices (jurisdiction, given_at, notice);
grant select, insert on rights_notices to lianqiao_app;

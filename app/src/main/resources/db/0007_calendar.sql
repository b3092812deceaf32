-- The editions of the holiday table an installation has used. Added, never changed: every date stays explainable.
create table calendar_edition (
    jurisdiction text        not null,
    number       integer     not null,
    days         text        not null,
    officer      text        not null,
    at           timestamptz not null,
    primary key (jurisdiction, number)
);
grant select, insert on calendar_edition to lianqiao_app;

-- What many residents say together. No text and no voice stands here but the phrases that several persons used; everything can be
-- formed anew from the contributions and from what officers said belongs together (issue_links).

-- How far the issues have followed the contributions, and when they were last formed anew. One row.
create table issue_state (
    jurisdiction text        not null,
    last_key     bigint      not null default 0,
    last_issue   bigint      not null default 0,
    refined_at   timestamptz,
    refined_with bigint      not null default 0,
    primary key (jurisdiction)
);
grant select, insert, update on issue_state to lianqiao_app;

-- Each contribution with the issue it belongs to, null while it stands alone.
create table issue_members (
    jurisdiction text        not null,
    contribution bigint      not null,
    reference    text        not null,
    issue        bigint,
    at           timestamptz not null,
    primary key (jurisdiction, contribution)
);
create index issue_members_of on issue_members (jurisdiction, issue, contribution desc) where issue is not null;   -- the members of an issue, page by page
create index issue_members_reference on issue_members (jurisdiction, reference);                                   -- from a case to its issue
grant select, insert, update on issue_members to lianqiao_app;

-- An issue as it was last counted. became names the issue that took its place; stale asks for a new count.
create table issues (
    jurisdiction text        not null,
    id           bigint      not null,
    became       bigint,
    stale        boolean     not null default true,
    shape        text        not null default 'ISSUE',
    name         text        not null default '',
    language     text        not null default 'ZH',
    phrases      text[]      not null default '{}',
    area         text        not null default '',
    service      text        not null default '',
    place        text        not null default '',
    persons      integer     not null default 0,
    verified     integer     not null default 0,
    letters      integer     not null default 0,
    own          integer     not null default 0,
    apart        integer     not null default 0,
    strength     double precision not null default 0,
    likes        integer     not null default 0,
    heat_voices  double precision not null default 0,
    heat_likes   double precision not null default 0,
    heat_busiest double precision not null default 0,
    heat_places  integer     not null default 0,
    heat         double precision not null default 0,
    first_at     timestamptz,
    last_at      timestamptz,
    busiest      integer     not null default 0,
    busiest_from date,
    open         integer     not null default 0,
    unanswered   integer     not null default 0,
    overdue      integer     not null default 0,
    confirmed    integer     not null default 0,
    cases        integer     not null default 0,
    rise_why     text,
    rise_at      timestamptz,
    rise_persons integer     not null default 0,
    rise_usual   double precision not null default 0,
    counted_at   timestamptz,
    primary key (jurisdiction, id)
);
create index issues_hottest on issues (jurisdiction, heat desc, persons desc, id) where became is null and shape <> 'PLACE_GROUP';   -- the public list
create index issues_places on issues (jurisdiction, persons desc, id) where became is null and shape = 'PLACE_GROUP';                -- the list for street offices
create index issues_rising on issues (jurisdiction, rise_at desc) where rise_at is not null and became is null;                      -- alerts
create index issues_stale on issues (jurisdiction, id) where stale;                                                                  -- what waits to be counted
grant select, insert, update on issues to lianqiao_app;

-- Persons of an issue in each month: the picture on its page, and what returns every year.
create table issue_months (
    jurisdiction text    not null,
    issue        bigint  not null,
    month        date    not null,
    persons      integer not null,
    primary key (jurisdiction, issue, month)
);
grant select, insert, update on issue_months to lianqiao_app;

-- How hot an issue was on each day on which it was counted.
create table issue_days (
    jurisdiction text    not null,
    issue        bigint  not null,
    day          date    not null,
    persons      integer not null,
    heat         double precision not null,
    primary key (jurisdiction, issue, day)
);
grant select, insert, update on issue_days to lianqiao_app;

-- What officers said belongs together or does not, with the reason that everybody reads. Appended, never changed.
create table issue_links (
    jurisdiction text        not null,
    number       bigint      not null generated always as identity,
    issue        bigint      not null,
    one          bigint      not null,
    other        bigint      not null,
    together     boolean     not null,
    reason       text        not null,
    officer      text        not null,
    at           timestamptz not null,
    primary key (jurisdiction, number)
);
create index issue_links_of on issue_links (jurisdiction, issue, number desc);   -- what was said about one issue
grant select, insert on issue_links to lianqiao_app;

-- That more people than usual came, what for and where: counts only, nobody's name and no text. area is empty for the whole installation.
create table surge (
    jurisdiction text             not null,
    id           bigint           generated always as identity,
    kind         text             not null check (kind in ('DAY', 'SLOW', 'PLACE')),
    service      text             not null,
    area         text             not null,
    day          date             not null,
    persons      integer          not null,
    verified     integer          not null,
    usual        double precision not null,
    enough       integer          not null,
    noticed_at   timestamptz      not null,
    primary key (jurisdiction, id)
);
create unique index surge_cell on surge (jurisdiction, kind, service, area, day);   -- one line for one thing on one day
create index surge_day on surge (jurisdiction, day, id);                             -- the public list, the newest first
grant select, insert, update on surge to lianqiao_app;

-- People per day and what for; what is asked for one cell and many weeks.
create index said_service on said (jurisdiction, service, at);

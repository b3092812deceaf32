-- Public cases in the order in which they were taken in for comparing and counting, and whose voice each is. Rows come from one
-- job that runs once at a time, so that keys appear in their order and a follower that remembers the last one misses nothing.
-- voice is a hash under a secret of its period that is destroyed after it, and null when nothing is known of who wrote.
create table contributions (
    jurisdiction text    not null,
    key          bigint  not null generated always as identity,
    case_number  text    not null,
    period       text    not null,
    voice        bigint,
    verified     boolean not null,
    primary key (jurisdiction, key)
);
-- A case is taken in once, and found by its number.
create unique index contributions_by_case on contributions (jurisdiction, case_number);
grant select, insert, update on contributions to lianqiao_app;

-- By how much the transaction numbers of the events run ahead of the server's own. It is 0 until a dump is restored into a
-- server that counts from the start again: then it grows, so that what is written next comes after all that was.
create table event_order (
    jurisdiction text   not null,
    ahead        bigint not null check (ahead >= 0),
    primary key (jurisdiction)
);
grant select, insert, update on event_order to lianqiao_app;

-- The number is worked out where an event is written; a forgotten one must not slip in before the others.
alter table events alter column tx drop default;

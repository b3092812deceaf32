-- What was suggested for a case and what a dispatcher then did. Written once, never changed: every node reads the rows in
-- the order of their numbers and learns from those that name a lesson, so that all nodes know the same. No text stands here;
-- it is asked of the case when it is learned from, and a text that its author took back is not learned from again.
create table routing_choice (
    jurisdiction text        not null,
    number       bigint      not null generated always as identity,
    case_number  text        not null,
    at           timestamptz not null,
    model        text        not null,
    advice       text        not null,
    suggested    text        not null,   -- services, best first, parted by commas
    service      text        not null,   -- what the dispatcher left or put there
    office       text,                   -- where the case went; null when only the category was changed
    by_the_list  boolean     not null,   -- whether that is where the routing list sends such a case
    lesson       text,                   -- the service that is learned; null when there is nothing to learn
    teacher      text        not null,   -- a key for whoever decided, good for nothing but counting
    day          date        not null,
    primary key (jurisdiction, number)
);
-- The page of figures counts the last months.
create index routing_choice_time on routing_choice (jurisdiction, at);
grant select, insert on routing_choice to lianqiao_app;

-- Trained models, the newest in use, the older ones kept for return.
create table routing_model (
    jurisdiction text        not null,
    trained_at   timestamptz not null,
    version      text        not null,
    knows        bigint      not null,   -- what was decided up to this number was there when it was trained
    file         bytea       not null,
    primary key (jurisdiction, trained_at)
);
grant select, insert on routing_model to lianqiao_app;

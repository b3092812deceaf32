-- Letters are no part of the trail: what happened stands in the events, and that somebody was told of it may go after a while.
grant delete on outbox, news to lianqiao_app;
create index outbox_settled on outbox (jurisdiction, settled_at) where settled_at is not null;
create index news_by_time on news (jurisdiction, at);

-- Which entry of the case passed the notice on: measures, counter-statements and decisions name the notice by it. 0 when none did.
alter table rights_notices add column forwarded integer not null default 0;
update rights_notices n set forwarded = coalesce((select min(e.number) from events e
    where e.jurisdiction = n.jurisdiction and e.subject = n.case_number and e.name = 'NoticeForwarded' and e.at = n.given_at), 0);

-- Where each notice stands: a copy of what the events say, so that counts, lists and the clock of a counter-statement read no history.
-- report_by: until when whoever gave it has to tell that they complained or sued; recourse: where; settled_at: nothing more follows.
create table rights_standings (
    jurisdiction text        not null,
    notice       text        not null,
    standing     text        not null,
    report_by    timestamptz,
    recourse     text,
    settled_at   timestamptz,
    primary key (jurisdiction, notice)
);
create index rights_standings_due on rights_standings (jurisdiction, report_by, notice) where settled_at is null and recourse is null;
create index rights_standings_open on rights_standings (jurisdiction, notice) where settled_at is null;
insert into rights_standings (jurisdiction, notice, standing, settled_at)
    select n.jurisdiction, n.notice, case when d.at is null then 'OPEN' else 'DECLINED' end, d.at from rights_notices n
    left join events d on d.jurisdiction = n.jurisdiction and d.subject = n.case_number and d.name = 'NoticeDeclined' and d.facts ->> 'notice' = n.forwarded::text;
grant select, insert, update on rights_standings to lianqiao_app;

-- What officers looked at and changed behind the scenes: rows are added and never changed. No contact and no resident's words stand here.
create table audit_trail (
    jurisdiction text        not null,
    id           bigint generated always as identity,
    at           timestamptz not null,
    officer      text        not null,
    office       text        not null,
    kind         text        not null,
    subject      text        not null,
    detail       text        not null,
    primary key (jurisdiction, id)
);
create index audit_trail_of_office on audit_trail (jurisdiction, office, id);
create index audit_trail_looks on audit_trail (jurisdiction, officer, subject, at);
grant select, insert on audit_trail to lianqiao_app;

-- What was recorded before there was one trail.
insert into audit_trail (jurisdiction, at, officer, office, kind, subject, detail)
select r.jurisdiction, r.at, r.officer, coalesce(o.office, ''), 'CONTACT_OPENED', split_part(r.purpose, ': ', 1), substr(r.purpose, strpos(r.purpose, ': ') + 2)
from reveal r left join officer o on o.jurisdiction = r.jurisdiction and o.id = r.officer order by r.id;

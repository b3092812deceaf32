-- What people wrote, word for word, wherever it differs from what everybody may read. The public text stands in cases and
-- case_texts, so that lists, index, letters and exports can reach nothing else; only the case's own door and the desk read here.
-- part: title, body, address (entry 1) or text.
create table originals (
    jurisdiction text    not null,
    case_number  text    not null,
    number       integer not null,
    part         text    not null,
    text         text    not null,
    primary key (jurisdiction, case_number, number, part)
);
grant select, insert on originals to lianqiao_app;

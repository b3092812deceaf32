-- The leaf of the public log stands in the row of its event: both are written together or not at all, and neither can be
-- changed afterwards, for the program's role may only read and add here. Null: an event that is no public step.
alter table events add column leaf bytea check (octet_length(leaf) between 1 and 65535);

-- The salts of the commitments in a leaf, 32 bytes for each field, in the order of the names. They stand here and nowhere
-- else: whoever erases a text takes its salt out of this row, and the leaf then says nothing about the text any more.
create table event_salts (
    jurisdiction text    not null,
    subject      text    not null,
    number       integer not null,
    fields       text[]  not null,
    salts        bytea   not null check (octet_length(salts) = 32 * cardinality(fields)),
    primary key (jurisdiction, subject, number)
);
grant select, insert, update on event_salts to lianqiao_app;

-- SHA-256 of the picture as it is kept, to which the leaf of its entry commits.
alter table photos add column digest bytea;

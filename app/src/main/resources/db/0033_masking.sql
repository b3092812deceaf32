-- How far the cases have been masked by each set of rules for personal details.
create table masking (
    jurisdiction text    not null,
    rules        integer not null,
    up_to        text    not null,
    done         boolean not null,
    primary key (jurisdiction, rules)
);
grant select, insert, update on masking to lianqiao_app;

-- Published grounds for masking or withholding what somebody wrote.
create table measure_ground (
    jurisdiction text not null,
    code         text not null,
    law_zh       text not null,
    law_en       text not null,
    plain_zh     text not null,
    plain_en     text not null,
    active       boolean not null,
    entered      bigint generated always as identity,
    primary key (jurisdiction, code)
);
grant select, insert, update on measure_ground to lianqiao_app;

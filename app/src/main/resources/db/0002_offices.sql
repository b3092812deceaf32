-- Room offices: who answers. Nothing here is ever deleted: what is no longer used becomes inactive.

create table office (
    jurisdiction text not null,
    code         text not null,
    parent       text,
    kind         text not null,
    name_zh      text not null,
    name_en      text not null,
    duties_zh    text not null,
    duties_en    text not null,
    phone        text not null,
    active       boolean not null,
    entered      bigint generated always as identity,
    primary key (jurisdiction, code),
    foreign key (jurisdiction, parent) references office (jurisdiction, code)
);

create table area (
    jurisdiction text not null,
    code         text not null,
    parent       text,
    name_zh      text not null,
    name_en      text not null,
    entered      bigint generated always as identity,
    primary key (jurisdiction, code),
    foreign key (jurisdiction, parent) references area (jurisdiction, code)
);

create table service (
    jurisdiction   text not null,
    code           text not null,
    group_zh       text not null,
    group_en       text not null,
    name_zh        text not null,
    name_en        text not null,
    description_zh text not null,
    description_en text not null,
    keywords       text not null,
    time_limit     text not null,
    emergency      boolean not null,
    active         boolean not null,
    entered        bigint generated always as identity,
    primary key (jurisdiction, code)
);

-- The routing list (派单目录). '*' stands for every service or every area.
create table routing_rule (
    jurisdiction text not null,
    service      text not null,
    area         text not null,
    office       text not null,
    active       boolean not null,
    primary key (jurisdiction, service, area),
    foreign key (jurisdiction, office) references office (jurisdiction, code)
);

create table officer (
    jurisdiction text not null,
    id           text not null,
    name         text not null,
    office       text not null,
    duties       text not null,
    active       boolean not null,
    primary key (jurisdiction, id),
    foreign key (jurisdiction, office) references office (jurisdiction, code)
);

create table delegation (
    jurisdiction text not null,
    officer      text not null,
    begins       timestamptz not null,
    ends         timestamptz not null,
    covered_by   text not null,
    primary key (jurisdiction, officer, begins),
    foreign key (jurisdiction, officer) references officer (jurisdiction, id),
    foreign key (jurisdiction, covered_by) references officer (jurisdiction, id)
);

create table answer_template (
    jurisdiction text not null,
    code         text not null,
    office       text,
    service      text,
    title_zh     text not null,
    title_en     text not null,
    body_zh      text not null,
    body_en      text not null,
    active       boolean not null,
    entered      bigint generated always as identity,
    primary key (jurisdiction, code),
    foreign key (jurisdiction, office) references office (jurisdiction, code),
    foreign key (jurisdiction, service) references service (jurisdiction, code)
);

create table ground (
    jurisdiction text not null,
    code         text not null,
    law_zh       text not null,
    law_en       text not null,
    plain_zh     text not null,
    plain_en     text not null,
    channel_zh   text not null,
    channel_en   text not null,
    active       boolean not null,
    entered      bigint generated always as identity,
    primary key (jurisdiction, code)
);

create table send_back_reason (
    jurisdiction text not null,
    code         text not null,
    name_zh      text not null,
    name_en      text not null,
    rule_zh      text not null,
    rule_en      text not null,
    active       boolean not null,
    entered      bigint generated always as identity,
    primary key (jurisdiction, code)
);

-- One row that counts the changes, so that every node sees cheaply whether its copy of the directory is still right.
create table directory_version (
    jurisdiction text not null,
    version      bigint not null,
    primary key (jurisdiction)
);

grant select, insert, update on office, area, service, routing_rule, officer, delegation, answer_template, ground,
    send_back_reason, directory_version to lianqiao_app;

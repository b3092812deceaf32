-- Room identity: the vault. No other room reads these tables, and none refers to them by a foreign key, so that the
-- row of one person can be destroyed without touching what was said.

create table resident (
    jurisdiction text not null,
    id           uuid not null,
    lookup       text not null,
    key_id       text not null,
    sealed       bytea not null,
    language     text not null,
    since        timestamptz not null,
    primary key (jurisdiction, id),
    unique (jurisdiction, lookup)
);

-- Every time an officer opened a contact. Only ever added to.
create table reveal (
    jurisdiction text not null,
    id           bigint generated always as identity,
    resident     uuid not null,
    officer      text not null,
    purpose      text not null,
    at           timestamptz not null,
    primary key (jurisdiction, id)
);
create index reveal_of_resident on reveal (jurisdiction, resident, id);
create index reveal_by_officer on reveal (jurisdiction, officer, at);

create table officer_login (
    jurisdiction     text not null,
    login            text not null,
    password         text not null,
    password_since   timestamptz not null,
    enabled          boolean not null,
    totp_key_id      text,
    totp_sealed      bytea,
    totp_last_step   bigint not null,
    pending_key_id   text,
    pending_sealed   bytea,
    primary key (jurisdiction, login)
);

create table recovery_code (
    jurisdiction text not null,
    login        text not null,
    fingerprint  text not null,
    usable       boolean not null,
    primary key (jurisdiction, login, fingerprint),
    foreign key (jurisdiction, login) references officer_login (jurisdiction, login)
);

-- Failed attempts to sign in. Names nobody has share 65,536 rows, so that guessing cannot fill the disk.
create table sign_in_delay (
    jurisdiction text not null,
    who          text not null,
    failures     integer not null,
    last_try     timestamptz not null,
    next_try     timestamptz not null,
    primary key (jurisdiction, who)
);

grant select, insert, update on resident, officer_login, recovery_code, sign_in_delay to lianqiao_app;
grant select, insert on reveal to lianqiao_app;

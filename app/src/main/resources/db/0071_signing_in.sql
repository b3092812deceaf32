-- Room identity: what is on its way to a sign-in, what people sign in with, and how sure we are who they are.

-- One try to sign in, bound to one browser by the keyed hash of its cookie. Codes, challenges and nonces are derived
-- from that cookie and a key each time and lie nowhere. The address goes as soon as the try is over.
create table sign_in_attempt (
    jurisdiction text        not null,
    id           uuid        not null,
    browser      text        not null,
    purpose      text        not null,
    lookup       text,
    key_id       text,
    sealed       bytea,
    language     text        not null,
    asked_at     timestamptz not null,
    until        timestamptz not null,
    tries        integer     not null default 0,
    used         boolean     not null default false,
    primary key (jurisdiction, id)
);
create index sign_in_attempt_of_browser on sign_in_attempt (jurisdiction, browser, purpose, asked_at);
create index sign_in_attempt_for on sign_in_attempt (jurisdiction, lookup, asked_at) where lookup is not null;
create index sign_in_attempt_old on sign_in_attempt (jurisdiction, asked_at);

create table passkey (
    jurisdiction text        not null,
    credential   text        not null,
    id           uuid        not null,
    kind         text        not null,
    whose        text        not null,
    handle       bytea       not null,
    public_part  bytea       not null,
    uses         bigint      not null,
    device       text        not null,
    added_at     timestamptz not null,
    used_at      timestamptz,
    primary key (jurisdiction, credential)
);
create index passkey_whose on passkey (jurisdiction, kind, whose);

-- That a provider has verified a resident: who says so, a keyed hash of the name it has for them here and nowhere else,
-- how sure it is, and since when. Nothing else that it may know.
create table verification (
    jurisdiction text        not null,
    issuer       text        not null,
    subject      text        not null,
    resident     uuid        not null,
    assurance    text        not null,
    at           timestamptz not null,
    primary key (jurisdiction, issuer, subject)
);
create index verification_of on verification (jurisdiction, resident);

-- A clerk has seen somebody's paper. Who it was is not kept, only that it was done, by whom, and whether the code was used.
create table counter_check (
    jurisdiction text        not null,
    code         text        not null,
    officer      text        not null,
    at           timestamptz not null,
    until        timestamptz not null,
    used         boolean     not null default false,
    primary key (jurisdiction, code)
);

-- What was done to the sign-in of an officer, by whom. Only ever added to.
create table login_act (
    jurisdiction text        not null,
    id           bigint      generated always as identity,
    login        text        not null,
    act          text        not null,
    by           text        not null,
    at           timestamptz not null,
    primary key (jurisdiction, id)
);

grant select, insert, update, delete on sign_in_attempt, passkey, verification to lianqiao_app;
grant select, insert, update on counter_check to lianqiao_app;
grant select, insert on login_act to lianqiao_app;

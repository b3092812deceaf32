-- Room identity: who is signed in where. The token stands only in a cookie; here lies its keyed hash. No address of a
-- computer and no raw name of a browser is kept.
create table open_session (
    jurisdiction text        not null,
    token        text        not null,
    id           uuid        not null,
    kind         text        not null,
    whose        text        not null,
    whole        boolean     not null,
    way          text        not null,
    device       text        not null,
    began_at     timestamptz not null,
    last_used_at timestamptz not null,
    ended_at     timestamptz,
    primary key (jurisdiction, token)
);
create index open_session_whose on open_session (jurisdiction, kind, whose) where ended_at is null;
create index open_session_old on open_session (jurisdiction, last_used_at);
grant select, insert, update, delete on open_session to lianqiao_app;

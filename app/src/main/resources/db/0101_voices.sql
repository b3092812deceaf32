-- One person, one voice in each campaign. No resident and no time stand here, so that a row says nothing to whoever lacks
-- the campaign's secret; the secret is sealed by the key file's key and destroyed after the count.
create table voice_secret (
    jurisdiction text  not null,
    campaign     text  not null,
    key_id       text  not null,
    sealed       bytea,
    primary key (jurisdiction, campaign)
);

-- A mark of a person (a hash under the campaign's secret) and the voice it belongs to, which is named after one of its marks.
create table voice (
    jurisdiction text not null,
    campaign     text not null,
    mark         text not null,
    voice        text not null,
    primary key (jurisdiction, campaign, mark)
);
create index voice_of_mark on voice (jurisdiction, campaign, voice);

grant select, insert, update on voice_secret, voice to lianqiao_app;

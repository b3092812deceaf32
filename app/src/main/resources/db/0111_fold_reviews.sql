-- Somebody asks that a fold be looked at again. words are for the desk only: whoever writes them may name people. Appended, never changed.
create table fold_review (
    jurisdiction text        not null,
    id           bigint      generated always as identity,
    fold         bigint      not null,   -- the name the fold had then, which is a text of it
    key          bigint      not null,   -- the text that is said not to belong; 0 when the fold as a whole is meant
    by_author    boolean     not null,
    words        text        not null,
    asked_at     timestamptz not null,
    primary key (jurisdiction, id)
);
create index fold_review_fold on fold_review (jurisdiction, fold, id);   -- the public list of a fold
grant select, insert on fold_review to lianqiao_app;

-- What officers decided about a fold: reviews, undone folds, and the label "counted apart". reason is public. Appended, never changed.
create table fold_decision (
    jurisdiction text        not null,
    id           bigint      generated always as identity,
    kind         text        not null check (kind in ('KEEP', 'TAKE_OUT', 'DISSOLVE', 'PROPOSE_APART', 'CONFIRM_APART', 'DECLINE_APART', 'LIFT_APART')),
    fold         bigint      not null,   -- the name the fold had then
    key          bigint      not null,   -- the text that was taken out, 0 for the fold as a whole
    review       bigint      not null,   -- which review it answers, 0 for none
    about        bigint      not null,   -- which proposal it is about, 0 for none
    up_to        bigint      not null,   -- the last text a label is about: later ones have no evidence
    reason       text        not null,
    officer      text        not null,
    decided_at   timestamptz not null,
    primary key (jurisdiction, id)
);
create index fold_decision_fold on fold_decision (jurisdiction, fold, id);      -- the public list of a fold
create index fold_decision_key on fold_decision (jurisdiction, key, id);        -- what was decided about one text
create unique index fold_decision_review on fold_decision (jurisdiction, review) where review > 0;   -- a review is decided once
create unique index fold_decision_about on fold_decision (jurisdiction, about, (kind = 'LIFT_APART')) where about > 0;   -- a proposal is decided once and lifted once
grant select, insert on fold_decision to lianqiao_app;

-- How many people of a topic are counted apart.
alter table fold_topic add column apart integer not null default 0;

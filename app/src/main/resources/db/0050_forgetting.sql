-- What residents have asked to be forgotten, and from when on it may be carried out. A wish is taken back by settling it.
create table forget_wish (
    jurisdiction text        not null,
    case_number  text        not null,
    asked_at     timestamptz not null,
    not_before   timestamptz not null,
    settled_at   timestamptz,
    primary key (jurisdiction, case_number)
);
create index forget_wish_due on forget_wish (jurisdiction, not_before) where settled_at is null;
grant select, insert, update on forget_wish to lianqiao_app;

-- When the words of a case went; the event WordsErased says the same.
alter table cases add column words_gone_at timestamptz;
-- Contacts of closed cases whose time is over.
create index cases_contact_kept on cases (jurisdiction, closed_at) where resident_id is not null and closed_at is not null;
create index photos_loose on photos (jurisdiction, kept_at) where case_number is null;

-- The program's role can take no text out of these tables. It can ask for this, which takes out the texts of exactly those
-- entries that an event names: without the act, which stays for ever, no word goes.
create function forget_words(place text, subject_number text, act integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    named integer[];
begin
    select string_to_array(facts ->> 'entries', ',')::integer[] into named from events
    where jurisdiction = place and subject = subject_number and number = act and name = 'WordsErased';
    if named is null then
        raise exception 'no act stands behind this';
    end if;
    delete from originals where jurisdiction = place and case_number = subject_number and number = any (named);
    delete from shown_texts where jurisdiction = place and case_number = subject_number and number = any (named);
    delete from case_texts where jurisdiction = place and case_number = subject_number and number = any (named);
    delete from photos where jurisdiction = place and case_number = subject_number and number = any (named);
end $$;
revoke all on function forget_words(text, text, integer) from public;
grant execute on function forget_words(text, text, integer) to lianqiao_app;

-- Photos that were sent and never became part of an entry.
create function forget_loose_photos(place text, before timestamptz, photo_ids uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from photos where jurisdiction = place and photo_id = any (photo_ids) and case_number is null and kept_at < before
$$;
revoke all on function forget_loose_photos(text, timestamptz, uuid[]) from public;
grant execute on function forget_loose_photos(text, timestamptz, uuid[]) to lianqiao_app;

-- How to reach somebody is no part of what was done: it goes when nothing needs it any more.
grant delete on resident, subscription to lianqiao_app;
create index outbox_by_recipient on outbox (jurisdiction, recipient);

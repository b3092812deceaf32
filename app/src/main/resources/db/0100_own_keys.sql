-- Each resident has a key of their own, sealed by the key file's; the row destroyed, nobody opens that contact again.
-- Rows from before have none: they open as they did, and a job gives them one.
alter table resident add column own_key bytea;
create index resident_without_own_key on resident (jurisdiction, id) where own_key is null;

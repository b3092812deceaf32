-- The areas whose cases are an officer's business, by code and parted by spaces; empty for all.
alter table officer add column areas text not null default '';

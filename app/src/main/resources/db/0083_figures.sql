-- Figures that everybody sees leave out reports of wrongdoing that name an office, so that it cannot watch them come in.
create index cases_counted_openly on cases (jurisdiction, lead_office)
    include (state, received_at, due_at, answered_at, answered_late, closing, reopened) where concerns is null;
drop index cases_counted;

-- The figures of all offices are counted every minute: from this index alone, without the texts of the cases beside it.
create index cases_counted on cases (jurisdiction, lead_office)
    include (state, received_at, due_at, answered_at, answered_late, closing, reopened);

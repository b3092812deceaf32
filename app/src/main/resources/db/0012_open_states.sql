-- The public boards of what is on the book and of what a resident calls unsolved: few among all open cases.
create index cases_by_open_state on cases (jurisdiction, state, received_at desc, case_number desc) where state not in ('CLOSED', 'REFUSED') and not confidential;

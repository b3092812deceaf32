-- The lists behind the figures, newest first: how cases were closed, and which were taken up again. Both are rare among all cases.
create index cases_by_closing on cases (jurisdiction, closing, received_at desc, case_number desc) where closing is not null and not confidential;
create index cases_reopened on cases (jurisdiction, received_at desc, case_number desc) where reopened > 0 and not confidential;

-- What the leader's brief asks each morning. Every question is a range of one of these indexes, over public cases alone, so
-- that it costs what it finds and not what there is; the office stands in the first so that counting never reads the rows.
-- Dates that come or have passed, of clocks that run.
create index cases_dated on cases (jurisdiction, due_at, case_number) include (lead_office)
    where state in ('RECEIVED', 'ASSIGNED', 'SENT_BACK', 'HANDLING') and not confidential;
-- Days on which something on the book was promised to be taken up again.
create index cases_promised on cases (jurisdiction, wait_until, case_number) where state = 'ON_BOOK' and not confidential;
-- Closed on the resident's word, by the time of closing.
create index cases_solved on cases (jurisdiction, closed_at, case_number) where closing = 'RESIDENT_CONFIRMED' and not confidential;
-- Never answered and open, by how long they wait: quiet voices are found here.
create index cases_unanswered on cases (jurisdiction, received_at, case_number)
    where state not in ('CLOSED', 'REFUSED') and not confidential and state not in ('JOINED', 'ON_BOOK') and answered_at is null;
-- Taken up again and open: few among all open cases.
create index cases_open_again on cases (jurisdiction, received_at, case_number)
    where state not in ('CLOSED', 'REFUSED') and not confidential and reopened > 0;
-- What leaders did: a handful among all events.
create index events_of_leaders on events (jurisdiction, at) where role = 'LEADER';

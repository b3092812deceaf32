-- The job that counted for the pages is gone, they count for themselves; its last run would be called overdue for ever.
delete from job_runs where job = 'CountCases';

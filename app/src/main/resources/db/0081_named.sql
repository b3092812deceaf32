-- Officers whose name stands in a report of wrongdoing: none of them may see it or act on it. No row ever changes.
create table named_officers (
    jurisdiction text not null,
    case_number  text not null,
    officer      text not null,
    primary key (jurisdiction, case_number, officer)
);
grant select, insert on named_officers to lianqiao_app;

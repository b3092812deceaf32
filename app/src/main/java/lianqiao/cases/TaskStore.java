package lianqiao.cases;

import java.time.Instant;
import lianqiao.base.CaseNumber;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;

/** Which tasks are open and whose: a copy of what the events say, kept so that field staff find their tasks without reading every case. */
final class TaskStore {
    private final Database database;
    private final String place;

    TaskStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Notes that a task was given or finished; any other act changes nothing. Call it in the transaction of the act. */
    void note(CaseNumber number, int entry, Act act, Instant now) {
        if (act instanceof Act.GiveTask given) give(number, entry, given.office());
        if (act instanceof Act.FinishTask finished) finish(number, finished.task(), now);
    }

    private void give(CaseNumber number, int entry, OfficeCode office) {
        database.sql().sql("insert into case_tasks (jurisdiction, case_number, number, office) values (?, ?, ?, ?)")
                .params(place, number.text(), entry, office.text()).update();
    }

    private void finish(CaseNumber number, int task, Instant now) {
        database.sql().sql("update case_tasks set finished_at = ? where jurisdiction = ? and case_number = ? and number = ?")
                .params(CaseStore.at(now), place, number.text(), task).update();
    }
}

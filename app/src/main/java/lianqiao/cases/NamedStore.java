package lianqiao.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.offices.OfficerId;
import lianqiao.store.Database;

/** Officers whom a report of wrongdoing names: they stand aside for good. */
final class NamedStore {
    private final Database database;
    private final String place;

    NamedStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Notes who is named; in any other kind of case a name is no accusation. */
    void note(CaseNumber number, Kind kind, List<OfficerId> officers) {
        if (kind != Kind.REPORT) return;
        database.batch("insert into named_officers (jurisdiction, case_number, officer) values (?, ?, ?) on conflict do nothing",
                officers.stream().map(officer -> new Object[] {place, number.text(), officer.text()}).toList());
    }

    Set<OfficerId> of(CaseStore.Row row) {
        if (row.asked().kind() != Kind.REPORT) return Set.of();
        return database.sql().sql("select officer from named_officers where jurisdiction = ? and case_number = ?")
                .params(place, row.number().text()).query((found, i) -> new OfficerId(found.getString(1))).list().stream().collect(Collectors.toSet());
    }
}

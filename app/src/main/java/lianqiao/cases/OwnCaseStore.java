package lianqiao.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.identity.ResidentId;
import lianqiao.store.Database;

/** Rows that say which resident filed a case while signed in. */
final class OwnCaseStore {
    private final Database database;
    private final String place;

    OwnCaseStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    void filed(CaseNumber number, ResidentId resident, boolean verified, Instant now) {
        database.sql().sql("insert into own_case (jurisdiction, case_number, resident, verified, at) values (?, ?, ?, ?, ?) on conflict (jurisdiction, case_number) do nothing")
                .params(place, number.text(), resident.value(), verified, Timestamp.from(now)).update();
    }

    /** Cases filed by the resident while signed in, and those that reach them at their contact; only the first may be opened when confidential. */
    List<OwnCases.Own> of(ResidentId resident, int most) {
        return database.sql().sql("""
                with mine as (
                    select jurisdiction, case_number, true as filed from own_case where jurisdiction = ? and resident = ?
                    union all select jurisdiction, case_number, false from cases where jurisdiction = ? and resident_id = ?),
                each_once as (select jurisdiction, case_number, bool_or(filed) as filed from mine group by jurisdiction, case_number)
                select filed or not confidential as opens,
                """ + CaseListStore.COLUMNS + " from cases join each_once using (jurisdiction, case_number) where jurisdiction = ? order by received_at desc, case_number desc limit ?")
                .params(place, resident.value(), place, resident.value(), place, most)
                .query((row, _) -> new OwnCases.Own(CaseListStore.line(row), row.getBoolean("opens"))).list();
    }

    boolean opens(CaseNumber number, ResidentId resident) {
        return database.sql().sql("""
                select count(*) from cases c left join own_case o on o.jurisdiction = c.jurisdiction and o.case_number = c.case_number and o.resident = ?
                where c.jurisdiction = ? and c.case_number = ? and (o.resident is not null or c.resident_id = ? and not c.confidential)""")
                .params(resident.value(), place, number.text(), resident.value()).query(Integer.class).single() > 0;
    }

    boolean isVerified(CaseNumber number) {
        return database.sql().sql("select count(*) from own_case where jurisdiction = ? and case_number = ? and verified")
                .params(place, number.text()).query(Integer.class).single() > 0;
    }

    long verified() {
        return database.sql().sql("select count(*) from own_case where jurisdiction = ? and verified").param(place).query(Long.class).single();
    }

    void move(ResidentId from, ResidentId into) {
        database.sql().sql("update own_case set resident = ? where jurisdiction = ? and resident = ?").params(into.value(), place, from.value()).update();
    }

    /** That somebody verified filed it stays; who it was does not. */
    void forget(ResidentId resident) {
        database.sql().sql("update own_case set resident = null where jurisdiction = ? and resident = ?").params(place, resident.value()).update();
    }

    void forget(CaseNumber number) {
        database.sql().sql("update own_case set resident = null where jurisdiction = ? and case_number = ?").params(place, number.text()).update();
    }
}

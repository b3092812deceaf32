package lianqiao.cases;

import java.time.OffsetDateTime;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.cases.RightsNotices.Count;
import lianqiao.cases.RightsNotices.Forwarded;
import lianqiao.cases.RightsNotices.Notice;
import lianqiao.cases.RightsNotices.Right;
import lianqiao.store.Database;

/** Rows that tie a notice to what it is about; they are only ever added. */
final class RightsNoticeStore {
    private final Database database;
    private final String place;

    RightsNoticeStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    void add(Notice n) {
        database.sql().sql("""
                insert into rights_notices (jurisdiction, notice, case_number, entry, infringes, given_at) values (?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, notice) do nothing""")
                .params(place, n.notice().text(), n.about().text(), n.entry(), n.right().name(), CaseStore.at(n.at())).update();
    }

    boolean has(CaseNumber notice) {
        return database.sql().sql("select count(*) from rights_notices where jurisdiction = ? and notice = ?")
                .params(place, notice.text()).query(Integer.class).single() > 0;
    }

    List<Forwarded> about(CaseNumber number, int most) {
        return database.sql().sql("""
                select n.entry, n.infringes, n.given_at, c.body from rights_notices n
                join cases c on c.jurisdiction = n.jurisdiction and c.case_number = n.notice
                where n.jurisdiction = ? and n.case_number = ? order by n.given_at desc limit ?""")
                .params(place, number.text(), most)
                .query((row, i) -> new Forwarded(row.getInt("entry"), Right.valueOf(row.getString("infringes")),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(), row.getString("body"))).list();
    }

    List<Notice> open(int most) {
        return database.sql().sql("""
                select n.notice, n.case_number, n.entry, n.infringes, n.given_at from rights_notices n
                join cases c on c.jurisdiction = n.jurisdiction and c.case_number = n.notice
                where n.jurisdiction = ? and c.state not in ('CLOSED', 'REFUSED') order by n.given_at, n.notice limit ?""")
                .params(place, most)
                .query((row, i) -> new Notice(new CaseNumber(row.getString("notice")), new CaseNumber(row.getString("case_number")), row.getInt("entry"),
                        Right.valueOf(row.getString("infringes")), row.getObject("given_at", OffsetDateTime.class).toInstant())).list();
    }

    List<Count> counts() {
        return database.sql().sql("""
                select n.infringes, count(*) as given, count(*) filter (where c.state not in ('CLOSED', 'REFUSED')) as still_open from rights_notices n
                join cases c on c.jurisdiction = n.jurisdiction and c.case_number = n.notice
                where n.jurisdiction = ? group by n.infringes order by n.infringes""")
                .params(place)
                .query((row, i) -> new Count(Right.valueOf(row.getString("infringes")), row.getInt("given"), row.getInt("still_open"))).list();
    }
}

package lianqiao.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Right;
import lianqiao.rights.GivenNotices.Count;
import lianqiao.rights.GivenNotices.Given;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows that tie a notice to what it is about, which are only ever added, and where each stands, a copy of what the events say. */
final class GivenNoticeStore {
    private static final String GIVEN = """
            select n.notice, n.case_number, n.entry, n.forwarded, n.infringes, n.given_at, s.report_by from rights_notices n
            join rights_standings s on s.jurisdiction = n.jurisdiction and s.notice = n.notice
            where n.jurisdiction = ?\s""";

    private final Database database;
    private final String place;

    GivenNoticeStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    private static OffsetDateTime at(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }

    private static Given given(ResultSet row) throws SQLException {
        var reportBy = row.getObject("report_by", OffsetDateTime.class);
        return new Given(new CaseNumber(row.getString("notice")), new CaseNumber(row.getString("case_number")), row.getInt("entry"), row.getInt("forwarded"),
                Right.valueOf(row.getString("infringes")), row.getObject("given_at", OffsetDateTime.class).toInstant(), reportBy == null ? null : reportBy.toInstant());
    }

    void add(Given g) {
        database.sql().sql("insert into rights_notices (jurisdiction, notice, case_number, entry, forwarded, infringes, given_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(place, g.notice().text(), g.about().text(), g.entry(), g.forwarded(), g.right().name(), at(g.at())).update();
        database.sql().sql("insert into rights_standings (jurisdiction, notice, standing) values (?, ?, 'OPEN')").params(place, g.notice().text()).update();
    }

    boolean has(CaseNumber notice) {
        return find(notice).isPresent();
    }

    Optional<Given> find(CaseNumber notice) {
        return database.sql().sql(GIVEN + "and n.notice = ?").params(place, notice.text()).query((row, i) -> given(row)).optional();
    }

    List<Given> about(CaseNumber number, int most) {
        return database.sql().sql(GIVEN + "and n.case_number = ? order by n.given_at desc limit ?").params(place, number.text(), most)
                .query((row, i) -> given(row)).list();
    }

    /** All that these cases are, or are about, and from which something can still follow. */
    List<Given> of(Collection<String> numbers) {
        var all = numbers.toArray(String[]::new);
        return database.sql().sql(GIVEN + "and s.settled_at is null and (n.notice = any (?) or n.case_number = any (?)) order by n.given_at, n.notice").params(place, all, all)
                .query((row, i) -> given(row)).list();
    }

    List<Given> open(int most) {
        return database.sql().sql(GIVEN + "and s.settled_at is null and (s.standing = 'OPEN' or s.report_by is not null) order by n.given_at, n.notice limit ?")
                .params(place, most).query((row, i) -> given(row)).list();
    }

    /** Those whose time to complain or to sue was over at that moment, without a word. */
    List<Given> due(Instant before, int most) {
        return database.sql().sql(GIVEN + "and s.settled_at is null and s.recourse is null and s.report_by <= ? order by s.report_by, n.notice limit ?")
                .params(place, at(before), most).query((row, i) -> given(row)).list();
    }

    /** @param settled when nothing more can follow; null while something can */
    void stands(CaseNumber notice, String standing, @Nullable Instant settled) {
        database.sql().sql("update rights_standings set standing = ?, settled_at = ? where jurisdiction = ? and notice = ?")
                .params(standing, settled == null ? null : at(settled), place, notice.text()).update();
    }

    void countered(CaseNumber notice, Instant reportBy) {
        database.sql().sql("update rights_standings set report_by = ? where jurisdiction = ? and notice = ?").params(at(reportBy), place, notice.text()).update();
    }

    void recourse(CaseNumber notice, String recourse) {
        database.sql().sql("update rights_standings set recourse = ? where jurisdiction = ? and notice = ?").params(recourse, place, notice.text()).update();
    }

    List<Count> counts() {
        return database.sql().sql("""
                select n.infringes, count(*) as given, count(*) filter (where s.standing = 'OPEN') as still_open,
                    count(*) filter (where s.standing in ('MEASURED', 'LIFTED')) as measured, count(*) filter (where s.standing = 'DECLINED') as declined,
                    count(s.report_by) as countered, count(s.recourse) as recourse, count(*) filter (where s.standing = 'LIFTED') as lifted
                from rights_notices n join rights_standings s on s.jurisdiction = n.jurisdiction and s.notice = n.notice
                where n.jurisdiction = ? group by n.infringes order by n.infringes""")
                .params(place)
                .query((row, i) -> new Count(Right.valueOf(row.getString("infringes")), row.getInt("given"), row.getInt("still_open"), row.getInt("measured"),
                        row.getInt("declined"), row.getInt("countered"), row.getInt("recourse"), row.getInt("lifted"))).list();
    }
}

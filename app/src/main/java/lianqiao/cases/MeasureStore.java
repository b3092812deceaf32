package lianqiao.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Measure.Content;
import lianqiao.cases.Measure.Form;
import lianqiao.cases.Measure.Standing;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows of measures that were taken: a copy of what the events say, for the public page. */
final class MeasureStore {
    private final Database database;
    private final String place;

    MeasureStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Writes where a measure stands. */
    void note(CaseNumber number, Measure m, Instant now) {
        propose(number, m);
        if (m.number() > 0) take(number, m, now);
    }

    private void propose(CaseNumber number, Measure m) {
        database.sql().sql("""
                insert into proposals (jurisdiction, case_number, number, form, basis, content, office, proposed_at, open)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, case_number, number) do update set open = excluded.open""")
                .params(place, number.text(), m.proposal(), m.form().name(), m.basis(), m.content().name(), m.office() == null ? "" : m.office().text(),
                        CaseStore.at(m.at()), m.standing() == Standing.PROPOSED).update();
    }

    private void take(CaseNumber number, Measure m, Instant now) {
        database.sql().sql("""
                insert into measures (jurisdiction, case_number, number, entry, form, basis, content, office, taken_at, appeal_until, standing)
                values (:place, :case, :number, :entry, :form, :basis, :content, :office, :taken, :until, :standing)
                on conflict (jurisdiction, case_number, number) do update set standing = :standing, decide_by = :decide,
                    appealed_at = case when :standing = 'APPEALED' then :now else measures.appealed_at end,
                    settled_at = case when :standing in ('UPHELD', 'RESTORED') then :now else measures.settled_at end""")
                .param("place", place).param("case", number.text()).param("number", m.number()).param("entry", m.entry())
                .param("form", m.form().name()).param("basis", m.basis()).param("content", m.content().name())
                .param("office", m.office() == null ? "" : m.office().text()).param("taken", CaseStore.at(m.at()))
                .param("until", CaseStore.at(m.appealUntil())).param("standing", m.standing().name()).param("decide", CaseStore.at(m.decideBy()))
                .param("now", CaseStore.at(now)).update();
    }

    List<Moderation.Count> counts() {
        return database.sql().sql("""
                select basis, office, count(*) filter (where form = 'MASK') as masked, count(*) filter (where form = 'WITHHOLD') as withheld,
                    count(appealed_at) as appealed, count(*) filter (where standing = 'RESTORED') as restored
                from measures where jurisdiction = ? group by basis, office order by basis, office""").param(place)
                .query((row, i) -> new Moderation.Count(row.getString("basis"), office(row), row.getInt("masked"), row.getInt("withheld"),
                        row.getInt("appealed"), row.getInt("restored"))).list();
    }

    List<Moderation.Line> newest(Moderation.@Nullable After after, int most) {
        var values = new ArrayList<Object>(List.of(place));
        if (after != null) values.addAll(List.of(CaseStore.at(after.at()), after.number().text(), after.measure()));
        values.add(most);
        return database.sql().sql("select * from measures where jurisdiction = ?"
                        + (after == null ? "" : " and (taken_at, case_number, number) < (?, ?, ?)") + " order by taken_at desc, case_number desc, number desc limit ?")
                .params(values).query((row, i) -> line(row)).list();
    }

    List<Moderation.Proposal> proposals(int most) {
        return database.sql().sql("select * from proposals where jurisdiction = ? and open order by proposed_at, case_number, number limit ?")
                .params(place, most).query((row, i) -> new Moderation.Proposal(new CaseNumber(row.getString("case_number")), Form.valueOf(row.getString("form")),
                        row.getString("basis"), Content.valueOf(row.getString("content")), office(row), CaseStore.instant(row, "proposed_at", Instant.EPOCH))).list();
    }

    List<Moderation.Line> appeals(int most) {
        return database.sql().sql("select * from measures where jurisdiction = ? and standing = 'APPEALED' order by decide_by, case_number, number limit ?")
                .params(place, most).query((row, i) -> line(row)).list();
    }

    private static @Nullable OfficeCode office(ResultSet row) throws SQLException {
        var code = row.getString("office");
        return code.isEmpty() ? null : new OfficeCode(code);
    }

    private static Moderation.Line line(ResultSet row) throws SQLException {
        return new Moderation.Line(new CaseNumber(row.getString("case_number")), row.getInt("number"), row.getInt("entry"), Form.valueOf(row.getString("form")),
                row.getString("basis"), Content.valueOf(row.getString("content")), office(row), CaseStore.instant(row, "taken_at", Instant.EPOCH),
                CaseStore.instant(row, "appeal_until"), Standing.valueOf(row.getString("standing")), CaseStore.instant(row, "appealed_at"),
                CaseStore.instant(row, "decide_by"), CaseStore.instant(row, "settled_at"));
    }
}

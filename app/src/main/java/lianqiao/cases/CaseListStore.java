package lianqiao.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Lists, pages and counts of cases. A page is found by where the last one ended, never by counting from the start. */
final class CaseListStore {
    static final String COLUMNS = """
            case_number, title, language, kind, state, service_code, area_code, lead_office, confidential, received_at, updated_at,
            due_at, last_day, provisional, wait_until, answered_at, closed_at, solved, closing, send_backs, reopened, level""";

    private final Database database;
    private final String place;

    CaseListStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    List<CaseLine> list(CaseQuery q) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        values.add(place);
        filter(q, where, values);
        var newest = q.order() == CaseQuery.Order.NEWEST;
        if (q.after() != null) {
            where.add(newest ? "(received_at, case_number) < (?, ?)" : "(due_at, case_number) > (?, ?)");
            values.add(CaseStore.at(q.after().at()));
            values.add(q.after().number().text());
        }
        values.add(q.most());
        return database.sql().sql("select " + COLUMNS + " from cases where jurisdiction = ?" + String.join("", where.stream().map(" and "::concat).toList())
                        + (newest ? " order by received_at desc, case_number desc" : " order by due_at, case_number") + " limit ?")
                .params(values).query((row, i) -> line(row)).list();
    }

    List<CaseLine> raised(Sight sight, CaseQuery.@Nullable After after, int most) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        values.add(place);
        within(sight, where, values);
        if (after != null) {
            where.add("(due_at, case_number) > (?, ?)");
            values.add(CaseStore.at(after.at()));
            values.add(after.number().text());
        }
        values.add(most);
        return database.sql().sql("select " + COLUMNS + " from cases where jurisdiction = ? and level is not null and state not in ('CLOSED', 'REFUSED')"
                        + String.join("", where.stream().map(" and "::concat).toList()) + " order by due_at, case_number limit ?")
                .params(values).query((row, i) -> line(row)).list();
    }

    List<CaseLine> withTasksFor(Set<OfficeCode> offices, Sight sight, int most) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        values.add(place);
        where.add("case_number in (select case_number from case_tasks where jurisdiction = ? and finished_at is null and office in (" + marks(offices) + "))");
        values.add(place);
        offices.stream().map(OfficeCode::toString).sorted().forEach(values::add);
        within(sight, where, values);
        values.add(most);
        return database.sql().sql("select " + COLUMNS + " from cases where jurisdiction = ? and state in ('HANDLING', 'WAITING')"
                        + String.join("", where.stream().map(" and "::concat).toList()) + " order by due_at, case_number limit ?")
                .params(values).query((row, i) -> line(row)).list();
    }

    /** Outermost and whatever else is asked for: what the reader must not come across is in no list. */
    private static void within(Sight sight, List<String> where, List<Object> values) {
        if (!sight.notAbout().isEmpty()) {
            where.add("(concerns is null or concerns not in (" + marks(sight.notAbout()) + "))");
            sight.notAbout().stream().map(OfficeCode::toString).sorted().forEach(values::add);
        }
        if (!sight.persons().isEmpty()) {
            where.add("(kind <> 'REPORT' or not exists (select from named_officers n where n.jurisdiction = cases.jurisdiction and n.case_number = cases.case_number and n.officer in ("
                    + marks(sight.persons()) + ")))");
            sight.persons().stream().map(OfficerId::text).sorted().forEach(values::add);
        }
        if (sight.reaches().stream().noneMatch(Sight.Reach::isEverywhere)) {
            where.add("(false" + String.join("", sight.reaches().stream().map(reach -> " or " + within(reach, values)).toList()) + ")");
        }
    }

    private static String within(Sight.Reach reach, List<Object> values) {
        var parts = new ArrayList<String>();
        if (!reach.offices().isEmpty()) {
            parts.add("(lead_office in (" + marks(reach.offices()) + ")" + (reach.takesUnassigned() ? " or lead_office is null)" : ")"));
            reach.offices().stream().map(OfficeCode::toString).sorted().forEach(values::add);
        }
        if (!reach.areas().isEmpty()) anyOf("area_code", reach.areas().stream().map(AreaCode::toString).sorted().toList(), parts, values);
        return "(" + String.join(" and ", parts) + ")";
    }

    List<CaseNumber> seen(Collection<CaseNumber> numbers, Sight sight) {
        if (numbers.isEmpty()) return List.of();
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        values.add(place);
        anyOf("case_number", numbers.stream().map(CaseNumber::text).distinct().toList(), where, values);
        within(sight, where, values);
        return database.sql().sql("select case_number from cases where jurisdiction = ?" + String.join("", where.stream().map(" and "::concat).toList()))
                .params(values).query((row, i) -> new CaseNumber(row.getString(1))).list();
    }

    private static void filter(CaseQuery q, List<String> where, List<Object> values) {
        if (q.inPublic()) where.add("not confidential");
        if (q.openOnly()) where.add("state not in ('CLOSED', 'REFUSED')");
        if (!q.offices().isEmpty()) anyOf("lead_office", q.offices().stream().map(OfficeCode::toString).sorted().toList(), where, values);
        if (!q.states().isEmpty()) anyOf("state", q.states().stream().map(Enum::name).sorted().toList(), where, values);
        if (q.service() != null) anyOf("service_code", List.of(q.service().toString()), where, values);
        if (!q.areas().isEmpty()) anyOf("area_code", q.areas().stream().map(AreaCode::toString).sorted().toList(), where, values);
        if (q.kind() != null) anyOf("kind", List.of(q.kind().name()), where, values);
        if (q.counted() != null) where.add(counted(q.counted()));
        if (q.overdueAt() != null) {
            where.add("state in ('RECEIVED', 'ASSIGNED', 'SENT_BACK', 'HANDLING') and due_at <= ?");
            values.add(CaseStore.at(q.overdueAt()));
        }
        within(q.sight(), where, values);
    }

    /** The same conditions as in {@link #COUNTS}, so that a list holds what its figure counts. */
    private static String counted(CaseQuery.Counted as) {
        return switch (as) {
            case OPEN -> "state not in ('CLOSED', 'REFUSED')";
            case ANSWERED -> "answered_at is not null";
            case ON_TIME -> "answered_late = false";
            case CONFIRMED -> "closing = 'RESIDENT_CONFIRMED'";
            case SILENT -> "closing = 'SILENCE_AFTER_CALL_BACK'";
            case REFUSED -> "closing = 'PUBLISHED_GROUND'";
            case IMPORTED -> "closing = 'EARLIER_SYSTEM'";
            case REOPENED -> "reopened > 0";
        };
    }

    private static void anyOf(String column, List<String> codes, List<String> where, List<Object> values) {
        where.add(codes.size() == 1 ? column + " = ?" : column + " in (" + marks(codes) + ")");
        values.addAll(codes);
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", values.stream().map(v -> "?").toList());
    }

    List<CaseLine> lines(List<CaseNumber> numbers) {
        if (numbers.isEmpty()) return List.of();
        Map<CaseNumber, CaseLine> found = database.sql()
                .sql("select " + COLUMNS + " from cases where jurisdiction = :place and not confidential and case_number in (:numbers)")
                .param("place", place).param("numbers", numbers.stream().map(CaseNumber::text).toList())
                .query((row, i) -> line(row)).list().stream().collect(Collectors.toMap(CaseLine::number, Function.identity()));
        return numbers.stream().filter(found::containsKey).map(found::get).toList();
    }

    List<CaseStore.Row> rows(List<CaseNumber> numbers) {
        return database.sql().sql("select * from cases where jurisdiction = :place and case_number in (:numbers)")
                .param("place", place).param("numbers", numbers.stream().map(CaseNumber::text).toList())
                .query((row, i) -> CaseStore.read(row)).list();
    }

    static CaseLine line(ResultSet row) throws SQLException {
        var lead = row.getString("lead_office");
        var solved = row.getString("solved");
        var closing = row.getString("closing");
        var level = row.getString("level");
        return new CaseLine(new CaseNumber(row.getString("case_number")), row.getString("title"), Language.valueOf(row.getString("language")),
                Kind.valueOf(row.getString("kind")), State.valueOf(row.getString("state")), new ServiceCode(row.getString("service_code")),
                new AreaCode(row.getString("area_code")), lead == null ? null : new OfficeCode(lead), row.getBoolean("confidential"),
                CaseStore.instant(row, "received_at", Instant.EPOCH), CaseStore.instant(row, "updated_at", Instant.EPOCH),
                CaseStore.instant(row, "due_at", Instant.EPOCH), row.getObject("last_day", LocalDate.class), row.getBoolean("provisional"),
                CaseStore.instant(row, "wait_until"), CaseStore.instant(row, "answered_at"), CaseStore.instant(row, "closed_at"),
                solved == null ? null : Act.Solved.valueOf(solved), closing == null ? null : Closing.valueOf(closing), row.getInt("send_backs"), row.getInt("reopened"),
                level == null ? null : Act.Level.valueOf(level));
    }

    List<CaseQuery.After> publicPortions(int cases) {
        return database.sql().sql("""
                select received_at, case_number from (
                    select received_at, case_number, row_number() over (order by received_at, case_number) as place
                    from cases where jurisdiction = ? and not confidential) numbered
                where (place - 1) % ? = 0 order by received_at, case_number limit 40000""")
                .params(place, cases)
                .query((row, i) -> new CaseQuery.After(CaseStore.instant(row, "received_at", Instant.EPOCH), new CaseNumber(row.getString("case_number")))).list();
    }

    List<PublicCases.Changed> publicFrom(CaseQuery.After first, int most) {
        return database.sql().sql("""
                select case_number, updated_at from cases
                where jurisdiction = ? and not confidential and (received_at, case_number) >= (?, ?)
                order by received_at, case_number limit ?""")
                .params(place, CaseStore.at(first.at()), first.number().text(), most)
                .query((row, i) -> new PublicCases.Changed(new CaseNumber(row.getString("case_number")), CaseStore.instant(row, "updated_at", Instant.EPOCH))).list();
    }

    /**
     * One pass over an index that holds all these columns, so that the texts of a million cases are not read every minute.
     * Answers are counted by the hours they took, begun hours as whole ones. Reports of wrongdoing that name an office are not
     * counted: it could watch them come in.
     */
    Figures count(Instant now) {
        var tally = new Tally();
        database.sql().sql("""
                select lead_office, ceil(extract(epoch from answered_at - received_at) / 3600)::integer as hours,
                    count(*) as received, count(*) filter (where state not in ('CLOSED', 'REFUSED')) as open,
                    count(*) filter (where state in ('RECEIVED', 'ASSIGNED', 'SENT_BACK', 'HANDLING') and due_at <= :now) as overdue,
                    count(answered_at) as answered, count(*) filter (where answered_late = false) as on_time,
                    count(*) filter (where closing = 'RESIDENT_CONFIRMED') as confirmed,
                    count(*) filter (where closing = 'SILENCE_AFTER_CALL_BACK') as silent,
                    count(*) filter (where closing = 'PUBLISHED_GROUND') as refused,
                    count(*) filter (where closing = 'EARLIER_SYSTEM') as imported,
                    count(*) filter (where reopened > 0) as reopened
                from cases where jurisdiction = :place and concerns is null group by lead_office, hours""")
                .param("now", CaseStore.at(now)).param("place", place)
                .query(row -> { tally.add(row.getString("lead_office"), figures(row)); });
        return tally.figures(now);
    }

    private static Figures.Line figures(ResultSet row) throws SQLException {
        return new Figures.Line(row.getLong("received"), row.getLong("open"), row.getLong("overdue"), row.getLong("answered"),
                row.getLong("on_time"), row.getLong("confirmed"), row.getLong("silent"), row.getLong("refused"),
                row.getLong("imported"), row.getLong("reopened"), row.getLong("answered") == 0 ? -1 : row.getInt("hours"));
    }
}

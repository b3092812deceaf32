package lianqiao.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;

/** Ranges and counts of public cases; migration 0125 holds an index for each. */
final class DayBookStore {
    private static final String RUNNING = "state in ('RECEIVED', 'ASSIGNED', 'SENT_BACK', 'HANDLING') and not confidential";
    private static final String OPEN = "state not in ('CLOSED', 'REFUSED') and not confidential";

    private final Database database;
    private final CaseListStore lists;
    private final String place;

    DayBookStore(Database database) {
        this.database = database;
        this.lists = new CaseListStore(database);
        this.place = database.jurisdiction().code();
    }

    /** What is asked, and the column of time it is asked over; each as its index has it. */
    enum Question {
        DUE("due_at", RUNNING),
        PROMISED("wait_until", "state = 'ON_BOOK' and not confidential"),
        SOLVED("closed_at", "closing = 'RESIDENT_CONFIRMED' and not confidential"),
        RECEIVED("received_at", "not confidential"),
        UNANSWERED("received_at", OPEN + " and state not in ('JOINED', 'ON_BOOK') and answered_at is null"),
        REOPENED("received_at", OPEN + " and reopened > 0");

        private final String column;
        private final String condition;

        Question(String column, String condition) {
            this.column = column;
            this.condition = condition;
        }

        private String where() {
            return " from cases where jurisdiction = ? and " + condition + " and " + column + " >= ? and " + column + " < ?";
        }
    }

    DayBook.Some some(Question q, Instant from, Instant to, int most) {
        long count = database.sql().sql("select count(*)" + q.where()).params(place, CaseStore.at(from), CaseStore.at(to)).query(Long.class).single();
        if (count == 0 || most == 0) return new DayBook.Some(count, List.of());
        return new DayBook.Some(count, database.sql().sql("select " + CaseListStore.COLUMNS + q.where() + " order by " + q.column + ", case_number limit ?")
                .params(place, CaseStore.at(from), CaseStore.at(to), most).query((row, i) -> CaseListStore.line(row)).list());
    }

    List<DayBook.OfOffice> overdueByOffice(Instant now) {
        return database.sql().sql("select lead_office, count(*) as cases from cases where jurisdiction = ? and " + RUNNING
                        + " and due_at < ? and lead_office is not null group by lead_office order by 2 desc, 1")
                .params(place, CaseStore.at(now)).query((row, i) -> new DayBook.OfOffice(new OfficeCode(row.getString(1)), row.getLong(2))).list();
    }

    List<CaseLine> lines(List<CaseNumber> numbers) {
        return lists.lines(numbers);
    }

    List<DayBook.Words> words(Collection<CaseNumber> numbers) {
        if (numbers.isEmpty()) return List.of();
        return database.sql().sql("select case_number, language, title, body from cases where jurisdiction = ? and not confidential and case_number = any (?)")
                .params(place, numbers.stream().map(CaseNumber::text).toArray(String[]::new))
                .query((row, i) -> new DayBook.Words(new CaseNumber(row.getString("case_number")), Language.valueOf(row.getString("language")),
                        row.getString("title"), row.getString("body"))).list();
    }

    Map<CaseNumber, Long> keys(Collection<CaseNumber> numbers) {
        var keys = new HashMap<CaseNumber, Long>();
        if (numbers.isEmpty()) return keys;
        database.sql().sql("""
                select c.case_number, c.key from contributions c
                join cases k on k.jurisdiction = c.jurisdiction and k.case_number = c.case_number and not k.confidential
                where c.jurisdiction = ? and c.case_number = any (?)""")
                .params(place, numbers.stream().map(CaseNumber::text).toArray(String[]::new))
                .query(row -> { keys.put(new CaseNumber(row.getString(1)), row.getLong(2)); });
        return keys;
    }

    /** Cases by the newest step of a leader; the names of the steps are few, the cases at most as many as asked for. */
    List<CaseNumber> touchedByLeaders(Collection<String> events, Instant from, Instant to, int most) {
        return database.sql().sql("""
                select e.subject from events e
                join cases c on c.jurisdiction = e.jurisdiction and c.case_number = e.subject and not c.confidential
                where e.jurisdiction = ? and e.role = 'LEADER' and e.at >= ? and e.at < ? and e.name = any (?)
                group by e.subject order by max(e.at) desc, e.subject limit ?""")
                .params(place, CaseStore.at(from), CaseStore.at(to), events.toArray(String[]::new), most)
                .query((row, i) -> new CaseNumber(row.getString("subject"))).list();
    }

    List<DayBook.Deed> deedsOfLeaders(Instant from, Instant to) {
        return database.sql().sql("""
                select e.office, e.name, count(*) as times from events e
                join cases c on c.jurisdiction = e.jurisdiction and c.case_number = e.subject and not c.confidential
                where e.jurisdiction = ? and e.role = 'LEADER' and e.at >= ? and e.at < ? and e.office is not null
                group by e.office, e.name order by e.office, e.name""")
                .params(place, CaseStore.at(from), CaseStore.at(to))
                .query((row, i) -> new DayBook.Deed(new OfficeCode(row.getString("office")), row.getString("name"), row.getLong("times"))).list();
    }
}

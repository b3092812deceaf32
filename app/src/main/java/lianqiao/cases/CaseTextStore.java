package lianqiao.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.identity.ResidentId;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Reads many cases with all their texts at once: two statements, however many there are. */
final class CaseTextStore {
    private final Database database;
    private final String place;

    CaseTextStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    private record Written(String text, boolean published, boolean answer) {}

    List<CaseText> texts(List<CaseNumber> numbers) {
        if (numbers.isEmpty()) return List.of();
        var texts = numbers.stream().map(CaseNumber::text).toList();
        var written = written(texts);
        return database.sql().sql("""
                select case_number, state, service_code, area_code, lead_office, helping, confidential, concerns, received_at,
                    updated_at, closed_at, closing, channel, latitude, longitude, title, body, address,
                    case when kind = 'REPORT' then (select string_agg(n.officer, ' ') from named_officers n
                        where n.jurisdiction = cases.jurisdiction and n.case_number = cases.case_number) end as named
                from cases where jurisdiction = :place and case_number in (:numbers) order by case_number""")
                .param("place", place).param("numbers", texts)
                .query((row, i) -> read(row, written.getOrDefault(row.getString("case_number"), List.of()))).list();
    }

    private Map<String, List<Written>> written(List<String> numbers) {
        var all = new HashMap<String, List<Written>>();
        database.sql().sql("""
                select t.case_number, coalesce(s.text, t.text) as text, e.name from case_texts t
                left join shown_texts s on s.jurisdiction = t.jurisdiction and s.case_number = t.case_number and s.number = t.number
                join events e on e.jurisdiction = t.jurisdiction and e.subject = t.case_number and e.number = t.number
                where t.jurisdiction = :place and t.case_number in (:numbers) order by t.case_number, t.number""")
                .param("place", place).param("numbers", numbers)
                .query(row -> {
                    all.computeIfAbsent(row.getString("case_number"), _ -> new ArrayList<>())
                            .add(new Written(row.getString("text"), Workflow.isPublic(row.getString("name")), row.getString("name").equals("ReplyPublished")));
                });
        return all;
    }

    private static CaseText read(ResultSet row, List<Written> written) throws SQLException {
        return new CaseText(new CaseNumber(row.getString("case_number")), State.valueOf(row.getString("state")),
                row.getString("service_code"), row.getString("area_code"), row.getString("lead_office"),
                Progress.codes(row.getString("helping")).stream().map(OfficeCode::toString).toList(),
                row.getBoolean("confidential"), row.getString("concerns"), named(row), CaseStore.instant(row, "received_at", Instant.EPOCH),
                CaseStore.instant(row, "updated_at", Instant.EPOCH), CaseStore.instant(row, "closed_at"), closing(row),
                row.getString("channel"), CaseStore.point(row), row.getString("title"), row.getString("body"), row.getString("address"),
                written.stream().filter(Written::published).map(Written::text).toList(),
                written.stream().filter(w -> !w.published()).map(Written::text).toList(), written.stream().filter(Written::answer).map(Written::text).toList());
    }

    private static List<String> named(ResultSet row) throws SQLException {
        var named = row.getString("named");
        return named == null ? List.of() : List.of(named.split(" "));
    }

    private static @Nullable Closing closing(ResultSet row) throws SQLException {
        var closing = row.getString("closing");
        return closing == null ? null : Closing.valueOf(closing);
    }

    /** Numbers after a number, in order: each page starts where the last one ended. */
    List<CaseNumber> numbersAfter(String number, int most) {
        return database.sql().sql("select case_number from cases where jurisdiction = ? and case_number > ? order by case_number limit ?")
                .params(place, number, most).query((row, i) -> new CaseNumber(row.getString(1))).list();
    }

    Map<CaseNumber, ResidentId> residentsOf(Collection<CaseNumber> numbers) {
        if (numbers.isEmpty()) return Map.of();
        var residents = new HashMap<CaseNumber, ResidentId>();
        database.sql().sql("""
                select case_number, resident_id from cases
                where jurisdiction = ? and case_number = any (?) and resident_id is not null""")
                .params(place, array(numbers))
                .query(row -> { residents.put(new CaseNumber(row.getString(1)), new ResidentId(row.getObject(2, UUID.class))); });
        return residents;
    }

    Map<Cases.Place, Cases.Telling> tellings(Collection<Cases.Place> places) {
        if (places.isEmpty()) return Map.of();
        var tellings = new HashMap<Cases.Place, Cases.Telling>();
        database.sql().sql("""
                select w.case_number, w.number, c.title, c.language, c.confidential, c.lead_office, c.last_day, coalesce(s.text, t.text, '') as text
                from unnest(?::text[], ?::integer[]) as w (case_number, number)
                join cases c on c.jurisdiction = ? and c.case_number = w.case_number
                left join case_texts t on t.jurisdiction = c.jurisdiction and t.case_number = w.case_number and t.number = w.number
                left join shown_texts s on s.jurisdiction = c.jurisdiction and s.case_number = w.case_number and s.number = w.number""")
                .params(array(places.stream().map(Cases.Place::number).toList()),
                        places.stream().map(Cases.Place::entry).toArray(Integer[]::new), place)
                .query(row -> {
                    var at = new Cases.Place(new CaseNumber(row.getString("case_number")), row.getInt("number"));
                    var lead = row.getString("lead_office");
                    tellings.put(at, new Cases.Telling(at, row.getString("title"), Language.valueOf(row.getString("language")),
                            row.getBoolean("confidential"), lead == null ? null : new OfficeCode(lead),
                            row.getObject("last_day", LocalDate.class), row.getString("text")));
                });
        return tellings;
    }

    private static String[] array(Collection<CaseNumber> numbers) {
        return numbers.stream().map(CaseNumber::text).toArray(String[]::new);
    }
}

package lianqiao.insight;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lianqiao.authenticity.Tally;
import lianqiao.base.Language;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Issues as they were last counted. A row is replaced by the next count; the heat of a day stays. */
final class IssueStore {
    private final Database database;
    private final String place;

    IssueStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    /** Asks for a count of these issues; a new one gets its row. */
    void touch(Collection<Long> ids) {
        database.batch("insert into issues (jurisdiction, id) values (?, ?) on conflict (jurisdiction, id) do update set stale = true, became = null",
                ids.stream().map(id -> new Object[] {place, id}).toList());
    }

    List<Long> stale(int most) {
        return database.sql().sql("select id from issues where jurisdiction = ? and stale order by id limit ?").params(place, most).query(Long.class).list();
    }

    /** These ended; each in the one that took its place, if one did. */
    void ended(Map<Long, @Nullable Long> became) {
        database.batch("update issues set became = coalesce(?::bigint, -1), stale = false, persons = 0, heat = 0 where jurisdiction = ? and id = ?",
                became.entrySet().stream().map(one -> new Object[] {one.getValue(), place, one.getKey()}).toList());
    }

    /** All issues that have not ended. */
    List<Long> living() {
        return database.sql().sql("select id from issues where jurisdiction = ? and became is null order by id").params(place).query(Long.class).list();
    }

    void write(HotIssue one) {
        database.sql().sql("""
                update issues set stale = false, shape = :shape, name = :name, language = :language, phrases = :phrases, area = :area, service = :service,
                    place = :where, persons = :persons, verified = :verified, letters = :letters, own = :own, apart = :apart, strength = :strength, likes = :likes,
                    heat_voices = :hv, heat_likes = :hs, heat_busiest = :hb, heat_places = :hd, heat = :heat, first_at = :first, last_at = :last,
                    busiest = :busiest, busiest_from = :from, open = :open, unanswered = :unanswered, overdue = :overdue, confirmed = :confirmed,
                    cases = :cases, rise_why = :why, rise_at = :riseAt, rise_persons = :risePersons, rise_usual = :usual, counted_at = :now
                where jurisdiction = :place and id = :id""")
                .params(values(one)).param("place", place).update();
    }

    private static Map<String, @Nullable Object> values(HotIssue one) {
        var all = new TreeMap<String, @Nullable Object>(Map.of("id", one.id(), "shape", one.shape().name(), "name", one.name(), "language", one.language().name(),
                "phrases", one.phrases().toArray(String[]::new), "area", one.area(), "service", one.service(), "where", one.place(), "cases", one.cases()));
        all.putAll(Map.of("persons", one.tally().persons(), "verified", one.tally().verified(), "letters", one.tally().letters(), "own", one.tally().own(),
                "apart", one.tally().apart(), "likes", one.likes(), "busiest", one.busiest(), "from", one.busiestFrom(), "first", time(one.first()), "last", time(one.last())));
        var heat = one.heat();
        all.putAll(Map.of("hv", heat.voices(), "hs", heat.supporters(), "hb", heat.busiest(), "hd", heat.places(), "heat", heat.sum(), "now", time(one.countedAt()),
                "strength", one.tally().strength()));
        all.putAll(Map.of("open", one.standing().open(), "unanswered", one.standing().unanswered(), "overdue", one.standing().overdue(), "confirmed", one.standing().confirmed()));
        var rise = one.rise();
        all.put("why", rise == null ? null : rise.why().name());
        all.put("riseAt", rise == null ? null : time(rise.at()));
        all.put("risePersons", rise == null ? 0 : rise.persons());
        all.put("usual", rise == null ? 0 : rise.usual());
        return all;
    }

    private static Object time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Replaces the months of an issue and notes how hot it is on this day. */
    void months(long id, SortedMap<LocalDate, Integer> persons) {
        database.sql().sql("update issue_months set persons = 0 where jurisdiction = ? and issue = ?").params(place, id).update();
        database.batch("insert into issue_months (jurisdiction, issue, month, persons) values (?, ?, ?, ?) on conflict (jurisdiction, issue, month) do update set persons = excluded.persons",
                persons.entrySet().stream().map(month -> new Object[] {place, id, month.getKey(), month.getValue()}).toList());
    }

    void day(HotIssue one, LocalDate day) {
        database.sql().sql("""
                insert into issue_days (jurisdiction, issue, day, persons, heat) values (:place, :id, :day, :persons, :heat)
                on conflict (jurisdiction, issue, day) do update set persons = :persons, heat = :heat""")
                .param("place", place).param("id", one.id()).param("day", day).param("persons", one.tally().persons()).param("heat", one.heat().sum()).update();
    }

    TreeMap<LocalDate, Integer> months(long id) {
        var all = new TreeMap<LocalDate, Integer>();
        database.sql().sql("select month, persons from issue_months where jurisdiction = ? and issue = ? and persons > 0 order by month").params(place, id)
                .query(row -> { all.put(row.getObject("month", LocalDate.class), row.getInt("persons")); });
        return all;
    }

    /** The months of all listed issues that began before a day, for what returns. */
    Map<Long, TreeMap<LocalDate, Integer>> monthsOfOld(Instant before, int leastPersons) {
        var all = new TreeMap<Long, TreeMap<LocalDate, Integer>>();
        database.sql().sql("""
                select m.issue, m.month, m.persons from issue_months m join issues i on i.jurisdiction = m.jurisdiction and i.id = m.issue
                where m.jurisdiction = ? and m.persons > 0 and i.became is null and i.shape <> 'PLACE_GROUP' and i.first_at < ? and i.persons >= ?""")
                .params(place, time(before), leastPersons)
                .query(row -> { all.computeIfAbsent(row.getLong("issue"), _ -> new TreeMap<>()).put(row.getObject("month", LocalDate.class), row.getInt("persons")); });
        return all;
    }

    List<HotIssues.Day> days(long id, int most) {
        return database.sql().sql("select day, persons, heat from issue_days where jurisdiction = ? and issue = ? order by day desc limit ?").params(place, id, most)
                .query((row, _) -> new HotIssues.Day(row.getObject("day", LocalDate.class), row.getInt("persons"), row.getDouble("heat"))).list();
    }

    List<HotIssue> hottest(int leastPersons, int from, int most) {
        return database.sql().sql("""
                select * from issues where jurisdiction = ? and became is null and shape <> 'PLACE_GROUP' and persons >= ?
                order by heat desc, persons desc, id offset ? limit ?""").params(place, leastPersons, from, most).query((row, _) -> read(row)).list();
    }

    List<HotIssue> places(int leastPersons, int from, int most) {
        return database.sql().sql("""
                select * from issues where jurisdiction = ? and became is null and shape = 'PLACE_GROUP' and persons >= ?
                order by persons desc, id offset ? limit ?""").params(place, leastPersons, from, most).query((row, _) -> read(row)).list();
    }

    List<HotIssue> rising(Instant since, int leastPersons, int most) {
        return database.sql().sql("""
                select * from issues where jurisdiction = ? and became is null and shape <> 'PLACE_GROUP' and rise_at >= ? and persons >= ? order by rise_at desc, persons desc, id limit ?""")
                .params(place, time(since), leastPersons, most).query((row, _) -> read(row)).list();
    }

    /** As it stands, ended or not. */
    Optional<HotIssue> find(long id) {
        return database.sql().sql("select * from issues where jurisdiction = ? and id = ? and became is null and counted_at is not null").params(place, id)
                .query((row, _) -> read(row)).optional();
    }

    List<HotIssue> find(Collection<Long> ids) {
        return database.sql().sql("select * from issues where jurisdiction = ? and id = any (?) and became is null and counted_at is not null")
                .params(place, ids.toArray(Long[]::new)).query((row, _) -> read(row)).list();
    }

    /** The issue that took its place. */
    Optional<Long> became(long id) {
        return database.sql().sql("select became from issues where jurisdiction = ? and id = ? and became > 0").params(place, id).query(Long.class).optional();
    }

    private static HotIssue read(ResultSet row) throws SQLException {
        var tally = new Tally(row.getInt("persons"), row.getInt("verified"), row.getInt("letters"), row.getInt("own"), row.getInt("apart"), row.getDouble("strength"));
        var heat = new Heat(row.getDouble("heat_voices"), row.getDouble("heat_likes"), row.getDouble("heat_busiest"), row.getInt("heat_places"));
        var standing = new HotIssue.Standing(row.getInt("open"), row.getInt("unanswered"), row.getInt("overdue"), row.getInt("confirmed"));
        return new HotIssue(row.getLong("id"), row.getString("name"), Language.valueOf(row.getString("language")), texts(row.getArray("phrases")),
                HotIssue.Shape.valueOf(row.getString("shape")), row.getString("area"), row.getString("service"), row.getString("place"), tally, row.getInt("likes"), heat,
                instant(row, "first_at"), instant(row, "last_at"), row.getInt("busiest"), row.getObject("busiest_from", LocalDate.class), rise(row), standing,
                row.getInt("cases"), List.of(), instant(row, "counted_at"));
    }

    private static @Nullable Rise rise(ResultSet row) throws SQLException {
        var why = row.getString("rise_why");
        return why == null ? null : new Rise(Rise.Why.valueOf(why), instant(row, "rise_at"), row.getInt("rise_persons"), row.getDouble("rise_usual"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}

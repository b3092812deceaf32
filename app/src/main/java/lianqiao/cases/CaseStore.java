package lianqiao.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.calendar.Clock;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.NewCase.Point;
import lianqiao.identity.ResidentId;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of cases and what people wrote in their entries. */
final class CaseStore {
    private final Database database;
    private final String place;

    CaseStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** What was asked, and by whom; where it stands is in the progress. */
    record Row(CaseNumber number, NewCase asked, @Nullable String followCode, Progress progress) {}

    long nextCounter() {
        return database.sql().sql("select nextval('case_counter')").query(Long.class).single();
    }

    Optional<CaseNumber> byRequest(String key) {
        return database.sql().sql("select case_number from cases where jurisdiction = ? and request_key = ?")
                .params(place, key).query((row, i) -> new CaseNumber(row.getString(1))).optional();
    }

    /** Adds a case; false when one with the same request key is there already. */
    boolean insert(CaseNumber number, NewCase c, @Nullable String followCode, Progress p, @Nullable Instant wakeAt) {
        return database.sql().sql("""
                insert into cases (jurisdiction, case_number, kind, service_code, area_code, address, latitude, longitude,
                    title, body, language, confidential, concerns, channel, resident_id, follow_code, request_key, state,
                    clock_start, clock_limit, due_at, last_day, provisional, wake_at, received_at, updated_at, events)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, request_key) where request_key is not null do nothing""")
                .params(place, number.text(), c.kind().name(), c.service().text(), c.area().text(), c.address(),
                        c.point() == null ? null : c.point().latitude(), c.point() == null ? null : c.point().longitude(),
                        c.title(), c.body(), c.language().name(), c.confidential(), text(c.concerns()), c.channel(),
                        c.resident() == null ? null : c.resident().value(), followCode, c.requestKey(), p.state.name(),
                        at(p.clock.start()), p.clock.limit().format(), at(p.due), p.lastDay, p.provisional, at(wakeAt),
                        at(p.receivedAt), at(p.receivedAt), p.events)
                .update() == 1;
    }

    /** Writes where a case stands; what was asked never changes, what it is about may be set right. */
    void update(CaseNumber number, Progress p, @Nullable Instant wakeAt) {
        database.sql().sql("""
                update cases set state = :state, service_code = coalesce(:service, service_code), lead_office = :lead, helping = :helping, send_backs = :sendBacks, final = :decided,
                    extensions = :extensions, reopened = :reopened, level = :level, rung = :rung, clock_start = :start,
                    clock_limit = :limit, clock_more = :more, clock_pauses = :pauses, due_at = :due, last_day = :lastDay,
                    provisional = :provisional, wait_until = :wait, wake_at = :wake, revisit_on = :revisit, joined_into = :joined,
                    solved = :solved, attitude = :attitude, speed = :speed, closing = :closing, ground = :ground,
                    verdict_entry = :verdict, call_back_entry = :callBack, updated_at = :updated, answered_at = :answered,
                    answered_late = :late, done_at = :done, closed_at = :closed, words_gone_at = :wordsGone, events = :events
                where jurisdiction = :place and case_number = :number""")
                .param("state", p.state.name()).param("service", p.service == null ? null : p.service.text(), java.sql.Types.VARCHAR).param("lead", text(p.lead)).param("helping", Progress.joined(p.helping))
                .param("sendBacks", p.sendBacks).param("decided", p.decided).param("extensions", p.extensions)
                .param("reopened", p.reopened).param("level", name(p.level)).param("rung", name(p.rung))
                .param("start", at(p.clock.start())).param("limit", p.clock.limit().format())
                .param("more", String.join(",", p.clock.extensions().stream().map(TimeLimit::format).toList()))
                .param("pauses", Progress.pauses(p.clock.pauses())).param("due", at(p.due)).param("lastDay", p.lastDay)
                .param("provisional", p.provisional).param("wait", at(p.waitUntil)).param("wake", at(wakeAt))
                .param("revisit", p.revisitOn).param("joined", p.joinedInto == null ? null : p.joinedInto.text())
                .param("solved", name(p.solved)).param("attitude", p.attitude).param("speed", p.speed)
                .param("closing", name(p.closing)).param("ground", p.ground).param("verdict", p.verdictEntry)
                .param("callBack", p.callBackEntry).param("updated", at(p.updatedAt)).param("answered", at(p.answeredAt))
                .param("late", p.answeredLate).param("done", at(p.doneAt)).param("closed", at(p.closedAt)).param("wordsGone", at(p.wordsGoneAt)).param("events", p.events)
                .param("place", place).param("number", number.text())
                .update();
    }

    void wake(CaseNumber number, Instant at) {
        database.sql().sql("update cases set wake_at = ? where jurisdiction = ? and case_number = ?")
                .params(at(at), place, number.text()).update();
    }

    Optional<Row> find(CaseNumber number) {
        return one("select * from cases where jurisdiction = ? and case_number = ?", number);
    }

    /** The row, held until the transaction ends, so that acts on one case follow one another. */
    Optional<Row> hold(CaseNumber number) {
        return one("select * from cases where jurisdiction = ? and case_number = ? for update", number);
    }

    private Optional<Row> one(String statement, CaseNumber number) {
        return database.sql().sql(statement).params(place, number.text()).query((row, i) -> read(row)).optional();
    }

    /** Cases for which the clock has something to do, earliest first. */
    List<CaseNumber> toWake(Instant now, int most) {
        return database.sql().sql("select case_number from cases where jurisdiction = ? and wake_at <= ? order by wake_at limit ?")
                .params(place, at(now), most).query((row, i) -> new CaseNumber(row.getString(1))).list();
    }

    /** Open cases with a running or paused clock after a number, in order of their numbers, for going through all of them. */
    List<CaseNumber> clocksAfter(String number, int most) {
        return database.sql().sql("""
                select case_number from cases where jurisdiction = ? and case_number > ?
                  and state in ('RECEIVED', 'UNCLEAR', 'ASSIGNED', 'SENT_BACK', 'HANDLING', 'WAITING') order by case_number limit ?""")
                .params(place, number, most).query((row, i) -> new CaseNumber(row.getString(1))).list();
    }

    int joinedInto(CaseNumber number) {
        return database.sql().sql("select count(*) from cases where jurisdiction = ? and joined_into = ?")
                .params(place, number.text()).query(Integer.class).single();
    }

    List<CaseNumber> ofResident(ResidentId resident, int most) {
        return database.sql().sql("select case_number from cases where jurisdiction = ? and resident_id = ? order by received_at desc limit ?")
                .params(place, resident.value(), most).query((row, i) -> new CaseNumber(row.getString(1))).list();
    }

    void write(CaseNumber number, int entry, String text) {
        if (text.isEmpty()) return;
        database.sql().sql("insert into case_texts (jurisdiction, case_number, number, text) values (?, ?, ?, ?)")
                .params(place, number.text(), entry, text).update();
    }

    Map<Integer, String> texts(CaseNumber number) {
        var texts = new HashMap<Integer, String>();
        database.sql().sql("""
                select t.number, coalesce(s.text, t.text) from case_texts t
                left join shown_texts s on s.jurisdiction = t.jurisdiction and s.case_number = t.case_number and s.number = t.number
                where t.jurisdiction = ? and t.case_number = ?""")
                .params(place, number.text()).query(row -> { texts.put(row.getInt(1), row.getString(2)); });
        return texts;
    }

    /** What everybody reads from now on of what was asked; what was written is kept elsewhere before. */
    void showAs(CaseNumber number, String title, String body, String address) {
        database.sql().sql("update cases set title = ?, body = ?, address = ? where jurisdiction = ? and case_number = ?")
                .params(title, body, address, place, number.text()).update();
    }

    /** What everybody reads from now on of an entry. */
    void showAs(CaseNumber number, int entry, String text) {
        database.sql().sql("""
                insert into shown_texts (jurisdiction, case_number, number, text) values (?, ?, ?, ?)
                on conflict (jurisdiction, case_number, number) do update set text = excluded.text""")
                .params(place, number.text(), entry, text).update();
    }

    static Row read(ResultSet row) throws SQLException {
        var resident = row.getObject("resident_id", UUID.class);
        var asked = new NewCase(Kind.valueOf(row.getString("kind")), new ServiceCode(row.getString("service_code")),
                new AreaCode(row.getString("area_code")), row.getString("address"), point(row), row.getString("title"),
                row.getString("body"), Language.valueOf(row.getString("language")), row.getBoolean("confidential"),
                office(row.getString("concerns")), row.getString("channel"), resident == null ? null : new ResidentId(resident),
                row.getString("request_key"), List.of());
        return new Row(new CaseNumber(row.getString("case_number")), asked, row.getString("follow_code"), progress(row));
    }

    static @Nullable Point point(ResultSet row) throws SQLException {
        return row.getObject("latitude") == null ? null : new Point(row.getDouble("latitude"), row.getDouble("longitude"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var p = new Progress();
        p.state = State.valueOf(row.getString("state"));
        p.events = row.getInt("events");
        p.service = new ServiceCode(row.getString("service_code"));
        p.lead = office(row.getString("lead_office"));
        p.helping = Progress.codes(row.getString("helping"));
        p.sendBacks = row.getInt("send_backs");
        p.decided = row.getBoolean("final");
        p.extensions = row.getInt("extensions");
        p.reopened = row.getInt("reopened");
        p.level = row.getString("level") == null ? null : Act.Level.valueOf(row.getString("level"));
        p.rung = row.getString("rung") == null ? null : Act.Rung.valueOf(row.getString("rung"));
        p.clock = clock(row);
        p.due = instant(row, "due_at", Instant.EPOCH);
        p.lastDay = row.getObject("last_day", LocalDate.class);
        p.provisional = row.getBoolean("provisional");
        p.revisitOn = row.getObject("revisit_on", LocalDate.class);
        p.joinedInto = row.getString("joined_into") == null ? null : new CaseNumber(row.getString("joined_into"));
        outcome(p, row);
        return p;
    }

    private static void outcome(Progress p, ResultSet row) throws SQLException {
        p.solved = row.getString("solved") == null ? null : Act.Solved.valueOf(row.getString("solved"));
        p.attitude = row.getInt("attitude");
        p.speed = row.getInt("speed");
        p.closing = row.getString("closing") == null ? null : Closing.valueOf(row.getString("closing"));
        p.ground = row.getString("ground");
        p.verdictEntry = row.getInt("verdict_entry");
        p.callBackEntry = row.getInt("call_back_entry");
        p.receivedAt = instant(row, "received_at", Instant.EPOCH);
        p.updatedAt = instant(row, "updated_at", Instant.EPOCH);
        p.waitUntil = instant(row, "wait_until");
        p.answeredAt = instant(row, "answered_at");
        p.answeredLate = row.getObject("answered_late", Boolean.class);
        p.doneAt = instant(row, "done_at");
        p.closedAt = instant(row, "closed_at");
        p.wordsGoneAt = instant(row, "words_gone_at");
    }

    private static Clock clock(ResultSet row) throws SQLException {
        var more = new ArrayList<TimeLimit>();
        for (var part : row.getString("clock_more").split(",")) if (!part.isEmpty()) more.add(TimeLimit.parse(part));
        return new Clock(instant(row, "clock_start", Instant.EPOCH), TimeLimit.parse(row.getString("clock_limit")), more,
                Progress.pauses(row.getString("clock_pauses")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant instant(ResultSet row, String column, Instant otherwise) throws SQLException {
        var at = instant(row, column);
        return at == null ? otherwise : at;
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable OfficeCode office(@Nullable String code) {
        return code == null ? null : new OfficeCode(code);
    }

    private static @Nullable String text(@Nullable OfficeCode code) {
        return code == null ? null : code.toString();
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }
}

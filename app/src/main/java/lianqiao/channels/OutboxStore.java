package lianqiao.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.channels.Notice.State;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of the outbox. A row in hand is leased: whoever has it may send it until the lease ends, and after a crash the
 * next one takes it up. What is settled is never sent again.
 */
final class OutboxStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final String THIS_ROW = " where jurisdiction = ? and case_number = ? and number = ? and recipient = ? and purpose = ? and state = 'WAITING'";

    private final Database database;
    private final String place;

    OutboxStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Adds notices; one that is there already stays as it is. */
    void write(Collection<Notice> notices, Instant now) {
        database.batch("""
                insert into outbox (jurisdiction, case_number, number, recipient, purpose, facts, next_try_at, written_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""",
                notices.stream().map(n -> new Object[] {place, n.caseNumber(), n.number(), n.recipient(), n.purpose().name(),
                        JSON.writeValueAsString(new TreeMap<>(n.facts())), at(now), at(now)}).toList());
    }

    /** Takes up to {@code most} due notices in hand until {@code until}; nobody else gets them meanwhile. */
    List<Notice> claim(Instant now, int most, Instant until) {
        return database.sql().sql("""
                with due as (
                    select case_number, number, recipient, purpose from outbox
                    where jurisdiction = ? and state = 'WAITING' and next_try_at <= ? and (lease_until is null or lease_until <= ?)
                    order by next_try_at, case_number, number limit ? for update skip locked),
                taken as (
                    update outbox o set lease_until = ?, attempts = o.attempts + 1 from due
                    where o.jurisdiction = ? and o.case_number = due.case_number and o.number = due.number
                        and o.recipient = due.recipient and o.purpose = due.purpose
                    returning o.case_number, o.number, o.recipient, o.purpose, o.facts::text as facts, o.attempts, o.next_try_at)
                select * from taken order by next_try_at, case_number, number""")
                .params(place, at(now), at(now), most, at(until), place)
                .query((row, i) -> read(row)).list();
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(row.getString("case_number"), row.getInt("number"), row.getObject("recipient", UUID.class),
                Purpose.valueOf(row.getString("purpose")), JSON.readValue(row.getString("facts"), FACTS), row.getInt("attempts"));
    }

    /** Settles notices one way or another. */
    void settle(List<Notice> notices, State state, @Nullable String why, Instant now) {
        database.batch("update outbox set state = ?, last_error = ?, settled_at = ?, lease_until = null" + THIS_ROW,
                rows(notices, n -> new Object[] {state.name(), why, at(now)}));
    }

    /** Puts a notice back after a failed try. */
    void tryAgain(Notice notice, Instant next, String why) {
        database.batch("update outbox set next_try_at = ?, last_error = ?, lease_until = null" + THIS_ROW,
                rows(List.of(notice), n -> new Object[] {at(next), why}));
    }

    /** Puts notices back that were not tried, as if they had never been in hand. */
    void putBack(List<Notice> notices, Instant next) {
        database.batch("update outbox set next_try_at = ?, attempts = ?, lease_until = null" + THIS_ROW,
                rows(notices, n -> new Object[] {at(next), n.attempts() - 1}));
    }

    private List<Object[]> rows(List<Notice> notices, java.util.function.Function<Notice, Object[]> set) {
        return notices.stream().map(n -> {
            var first = set.apply(n);
            var row = java.util.Arrays.copyOf(first, first.length + 5);
            System.arraycopy(new Object[] {place, n.caseNumber(), n.number(), n.recipient(), n.purpose().name()}, 0, row, first.length, 5);
            return row;
        }).toList();
    }

    /** Notices about cases that reached nobody, oldest first. */
    List<Notices.Undelivered> undelivered(int most) {
        return database.sql().sql("""
                select case_number, number, purpose, state, written_at, attempts, last_error from outbox
                where jurisdiction = ? and state in ('NEEDS_CALL', 'GAVE_UP', 'NO_CONTACT') and case_number <> ''
                order by written_at, case_number, number limit ?""")
                .params(place, most)
                .query((row, i) -> new Notices.Undelivered(new CaseNumber(row.getString("case_number")), row.getInt("number"),
                        Purpose.valueOf(row.getString("purpose")).word(), Notices.Why.valueOf(row.getString("state")),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"), row.getString("last_error"))).list();
    }

    /** Closes what reached nobody because somebody has told the resident otherwise; how many notices it was. */
    int called(CaseNumber number, int upTo, Instant now) {
        return database.sql().sql("""
                update outbox set state = 'CALLED', settled_at = ?
                where jurisdiction = ? and case_number = ? and number <= ? and state in ('NEEDS_CALL', 'GAVE_UP', 'NO_CONTACT')""")
                .params(at(now), place, number.text(), upTo).update();
    }

    /** Sends what was given up once more from the beginning; how many notices it was. */
    int again(CaseNumber number, Instant now) {
        return database.sql().sql("""
                update outbox set state = 'WAITING', attempts = 0, next_try_at = ?, settled_at = null
                where jurisdiction = ? and case_number = ? and state = 'GAVE_UP'""")
                .params(at(now), place, number.text()).update();
    }

    /** Drops up to {@code most} notices that reached somebody, or were of no use, before that moment; how many it was. */
    int drop(Instant before, int most) {
        return database.sql().sql("""
                delete from outbox where jurisdiction = ? and (case_number, number, recipient, purpose) in (
                    select case_number, number, recipient, purpose from outbox
                    where jurisdiction = ? and settled_at < ? and state in ('SENT', 'ON_PAGE', 'CALLED', 'DROPPED')
                    order by settled_at limit ?)""")
                .params(place, place, at(before), most).update();
    }

    /** Takes back what is still to be told somebody about a case. */
    void takeBack(CaseNumber number, UUID recipient) {
        database.sql().sql("delete from outbox where jurisdiction = ? and case_number = ? and recipient = ?").params(place, number.text(), recipient).update();
    }

    /** Forgets that anybody was written to under these opaque numbers. */
    void forget(Collection<UUID> recipients) {
        database.sql().sql("delete from outbox where jurisdiction = ? and recipient = any (?)").params(place, recipients.toArray(UUID[]::new)).update();
    }

    /** How many notices wait, and since when the oldest of them does. */
    Notices.Backlog backlog() {
        return database.sql().sql("select count(*) as waiting, min(written_at) as oldest from outbox where jurisdiction = ? and state = 'WAITING'")
                .param(place).query((row, i) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Notices.Backlog(row.getInt("waiting"), oldest == null ? null : oldest.toInstant());
                }).single();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

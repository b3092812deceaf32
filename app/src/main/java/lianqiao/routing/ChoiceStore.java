package lianqiao.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows of what was suggested and decided, and the trained models. It adds and reads; nothing is changed. */
final class ChoiceStore {
    /** Any number that nothing else locks: the rows must become visible in the order of their numbers. */
    private static final long ONE_AFTER_THE_OTHER = 0x4C51_5243L;

    private final Database database;
    private final String place;

    ChoiceStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** What a row teaches. */
    record Taught(long number, String caseNumber, String lesson, String teacher, LocalDate day) {}

    /** A model as it is kept. */
    record Kept(String version, Instant trainedAt, long knows) {}

    void add(Decided one, boolean byTheList, @Nullable String lesson, String teacher) {
        database.inTransaction(() -> {
            database.sql().sql("select pg_advisory_xact_lock(?)").param(ONE_AFTER_THE_OTHER).query((row, i) -> 1).list();
            database.sql().sql("""
                    insert into routing_choice (jurisdiction, case_number, at, model, advice, suggested, service, office, by_the_list, lesson, teacher, day)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(place, one.caseNumber(), at(one.at()), one.model(), one.advice().name(), String.join(",", one.suggested().stream().map(Object::toString).toList()),
                            one.service().text(), one.office() == null ? null : one.office().text(), byTheList, lesson, teacher, day(one.at()))
                    .update();
        });
    }

    /** Rows with a lesson behind a number, in order. */
    List<Taught> taughtAfter(long number, int most) {
        return database.sql().sql("""
                select number, case_number, lesson, teacher, day from routing_choice
                where jurisdiction = ? and number > ? and lesson is not null order by number limit ?""").params(place, number, most)
                .query((row, i) -> new Taught(row.getLong("number"), row.getString("case_number"), row.getString("lesson"), row.getString("teacher"),
                        row.getObject("day", LocalDate.class))).list();
    }

    /** The number of the last row; 0 when there is none. */
    long last() {
        return database.sql().sql("select coalesce(max(number), 0) from routing_choice where jurisdiction = ?").param(place).query(Long.class).single();
    }

    Optional<Kept> newest() {
        return database.sql().sql("select version, trained_at, knows from routing_model where jurisdiction = ? order by trained_at desc limit 1")
                .param(place).query((row, i) -> kept(row)).optional();
    }

    byte[] file(Kept kept) {
        return database.sql().sql("select file from routing_model where jurisdiction = ? and trained_at = ?").params(place, at(kept.trainedAt()))
                .query((row, i) -> row.getBytes("file")).single();
    }

    void keep(ModelRecord record, long knows, byte[] file) {
        database.sql().sql("insert into routing_model (jurisdiction, trained_at, version, knows, file) values (?, ?, ?, ?, ?)")
                .params(place, at(record.trained()), record.version(), knows, file).update();
    }

    List<HitRate> rates(Instant since) {
        return database.sql().sql("""
                select service, count(*) as decided,
                    count(*) filter (where split_part(suggested, ',', 1) = service) as first,
                    count(*) filter (where service = any (string_to_array(suggested, ','))) as among,
                    count(*) filter (where advice = 'PRESELECT') as preselected,
                    count(*) filter (where advice = 'PRESELECT' and split_part(suggested, ',', 1) = service) as kept,
                    count(*) filter (where by_the_list) as by_list
                from routing_choice where jurisdiction = ? and at >= ? group by service order by decided desc, service limit 1000""")
                .params(place, at(since)).query((row, i) -> new HitRate(row.getString("service"), row.getInt("decided"), row.getInt("first"), row.getInt("among"),
                        row.getInt("preselected"), row.getInt("kept"), row.getInt("by_list"))).list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getString("version"), row.getObject("trained_at", OffsetDateTime.class).toInstant(), row.getLong("knows"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

package lianqiao.authenticity;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;

/** People per day and where they are about, and the surges that were noticed. */
final class SurgeStore {
    private static final String COLUMNS = "id, kind, service, area, day, persons, verified, usual, enough, noticed_at";

    private final Database database;
    private final String place;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends */
    SurgeStore(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
        place = database.jurisdiction().code();
    }

    /** People of one day. @param area empty for the whole installation */
    record Cell(String service, String area, LocalDate day, int persons, int verified) {}

    /**
     * Each day of what at least so many people came for within the last days.
     *
     * @param everywhere whether all areas are counted as one
     */
    List<Cell> days(boolean everywhere, Instant since, Instant lately, int least, int most) {
        var area = everywhere ? "''" : "area";
        return database.sql().sql("""
                with busy as (
                    select service, %s as area from said where jurisdiction = :place and at >= :lately
                    group by 1, 2 having count(distinct voice) >= :least order by count(distinct voice) desc limit :most)
                select s.service, b.area, (s.at at time zone :zone)::date as day, count(distinct s.voice) as persons, count(distinct s.voice) filter (where s.verified) as verified
                from said s join busy b on b.service = s.service and (b.area = '' or b.area = s.area)
                where s.jurisdiction = :place and s.at >= :since and s.service <> ''
                group by 1, 2, 3 order by 1, 2, 3""".replace("%s", area))
                .param("place", place).param("lately", lately.atOffset(ZoneOffset.UTC)).param("since", since.atOffset(ZoneOffset.UTC)).param("least", least).param("most", most)
                .param("zone", zone.getId()).query(SurgeStore::cell).list();
    }

    /** The days on which anything at all was received. */
    List<LocalDate> recorded(Instant since) {
        return database.sql().sql("select distinct (at at time zone ?)::date as day from said where jurisdiction = ? and at >= ? order by 1")
                .params(zone.getId(), place, since.atOffset(ZoneOffset.UTC)).query((row, _) -> row.getDate("day").toLocalDate()).list();
    }

    /** People of one cell, day by day. */
    List<Cell> days(String service, String area, LocalDate first, LocalDate last) {
        return database.sql().sql("""
                select service, :area as area, (at at time zone :zone)::date as day, count(distinct voice) as persons, count(distinct voice) filter (where verified) as verified
                from said where jurisdiction = :place and service = :service and (:area = '' or area = :area) and at >= :begins and at < :ends
                group by 1, 3 order by 3""").param("place", place).param("service", service).param("area", area).param("zone", zone.getId())
                .param("begins", first.atStartOfDay(zone).toOffsetDateTime()).param("ends", last.plusDays(1).atStartOfDay(zone).toOffsetDateTime()).query(SurgeStore::cell).list();
    }

    /** How many people each place had for one topic before a moment, and how many it has had since. */
    record Share(String topic, String area, long before, long now) {}

    /** Of topics for which at least so many came since then. */
    List<Share> shares(Instant since, Instant then, int least) {
        return database.sql().sql("""
                with busy as (select topic from said where jurisdiction = :place and at >= :then group by topic having count(distinct voice) >= :least limit 100)
                select s.topic, s.area, count(distinct s.voice) filter (where s.at < :then) as before, count(distinct s.voice) as now
                from said s join busy b on b.topic = s.topic where s.jurisdiction = :place and s.at >= :since group by 1, 2 order by 1, 2""")
                .param("place", place).param("since", since.atOffset(ZoneOffset.UTC)).param("then", then.atOffset(ZoneOffset.UTC)).param("least", least)
                .query((row, _) -> new Share(row.getString("topic"), row.getString("area"), row.getLong("before"), row.getLong("now"))).list();
    }

    /** Keeps what was noticed; of a day that is noticed again the larger number stays. */
    void keep(List<Surge> surges) {
        database.batch("""
                insert into surge (jurisdiction, kind, service, area, day, persons, verified, usual, enough, noticed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, kind, service, area, day) do update set persons = greatest(surge.persons, excluded.persons), verified = greatest(surge.verified, excluded.verified)""",
                surges.stream().map(s -> new Object[] {place, s.kind().name(), s.service(), s.area(), Date.valueOf(s.day()), s.persons(), s.verified(), s.usual(), s.from(),
                        s.noticed().atOffset(ZoneOffset.UTC)}).toList());
    }

    /** Whether a slow rise of this cell was noticed since. */
    boolean isNoticed(Surge.Kind kind, String service, String area, LocalDate since) {
        return database.sql().sql("select count(*) > 0 from surge where jurisdiction = ? and kind = ? and service = ? and area = ? and day >= ?")
                .params(place, kind.name(), service, area, Date.valueOf(since)).query(Boolean.class).single();
    }

    List<Surge> latest(LocalDate before, long id, int most) {
        return database.sql().sql("select " + COLUMNS + " from surge where jurisdiction = ? and (day < ? or day = ? and id < ?) order by day desc, id desc limit ?")
                .params(place, Date.valueOf(before), Date.valueOf(before), id, most).query(SurgeStore::surge).list();
    }

    Optional<Surge> find(long id) {
        return database.sql().sql("select " + COLUMNS + " from surge where jurisdiction = ? and id = ?").params(place, id).query(SurgeStore::surge).optional();
    }

    private static Cell cell(ResultSet row, int number) throws SQLException {
        return new Cell(row.getString("service"), row.getString("area"), row.getDate("day").toLocalDate(), row.getInt("persons"), row.getInt("verified"));
    }

    private static Surge surge(ResultSet row, int number) throws SQLException {
        return new Surge(row.getLong("id"), Surge.Kind.valueOf(row.getString("kind")), row.getString("service"), row.getString("area"), row.getDate("day").toLocalDate(),
                row.getInt("persons"), row.getInt("verified"), row.getDouble("usual"), row.getInt("enough"), row.getTimestamp("noticed_at").toInstant());
    }
}

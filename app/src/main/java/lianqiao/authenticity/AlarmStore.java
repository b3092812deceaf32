package lianqiao.authenticity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lianqiao.authenticity.Alarm.Cause;
import lianqiao.authenticity.Alarm.Time;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** The times in which everybody was asked for the check; at most one is open. They are kept: nobody can later say that there was none. */
final class AlarmStore {
    private final Database database;
    private final String place;

    AlarmStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    Optional<Time> open() {
        return database.sql().sql("select * from check_time where jurisdiction = ? and ended_at is null").param(place).query(AlarmStore::read).optional();
    }

    List<Time> latest(int most) {
        return database.sql().sql("select * from check_time where jurisdiction = ? order by began_at desc limit ?").params(place, most).query(AlarmStore::read).list();
    }

    /** Begins one; when one is open already, whoever began it, only notes that it is still needed. */
    void begin(Cause cause, @Nullable String officer, Instant now) {
        database.sql().sql("""
                insert into check_time (jurisdiction, began_at, cause, begun_by, last_high) values (:place, :now, :cause, :officer, :now)
                on conflict (jurisdiction) where ended_at is null do update set last_high = greatest(check_time.last_high, :now)""")
                .param("place", place).param("now", now.atOffset(ZoneOffset.UTC)).param("cause", cause.name()).param("officer", officer).update();
    }

    /** Ends the open one. */
    boolean end(String officer, Instant now) {
        return database.sql().sql("update check_time set ended_at = ?, ended_by = ? where jurisdiction = ? and ended_at is null")
                .params(now.atOffset(ZoneOffset.UTC), officer, place).update() == 1;
    }

    /** Ends the one that a flood began, when there was none since {@code quiet}. */
    boolean endWhenQuiet(Instant quiet, Instant now) {
        return database.sql().sql("update check_time set ended_at = ? where jurisdiction = ? and ended_at is null and cause = 'FLOOD' and last_high < ?")
                .params(now.atOffset(ZoneOffset.UTC), place, quiet.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    private static Time read(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Time(Cause.valueOf(row.getString("cause")), row.getTimestamp("began_at").toInstant(), row.getString("begun_by"),
                ended == null ? null : ended.toInstant(), row.getString("ended_by"));
    }
}

package lianqiao.cases;

import java.time.Instant;
import java.util.Optional;
import lianqiao.store.Database;

/** The editions of the holiday table. Each is kept for ever; the one with the highest number is in use. */
final class CalendarStore {
    private final Database database;
    private final String place;

    CalendarStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    record Edition(int number, String days) {}

    /** The number of the edition in use, 0 when none was ever put in. */
    int latest() {
        return database.sql().sql("select coalesce(max(number), 0) from calendar_edition where jurisdiction = ?").param(place).query(Integer.class).single();
    }

    Optional<Edition> read(int number) {
        return database.sql().sql("select number, days from calendar_edition where jurisdiction = ? and number = ?").params(place, number)
                .query((row, i) -> new Edition(row.getInt("number"), row.getString("days"))).optional();
    }

    /** False when somebody else has put in an edition of that number just now. */
    boolean add(int number, String days, String officer, Instant now) {
        return database.sql().sql("""
                insert into calendar_edition (jurisdiction, number, days, officer, at) values (?, ?, ?, ?, ?)
                on conflict (jurisdiction, number) do nothing""").params(place, number, days, officer, CaseStore.at(now)).update() == 1;
    }
}

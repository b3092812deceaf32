package lianqiao.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows of briefs: added, read, never changed. */
final class BriefStore {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Database database;
    private final String place;

    BriefStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Keeps the brief of a morning; the first one stays. */
    void keep(Brief brief) {
        database.sql().sql("insert into briefs (jurisdiction, day, written_at, content) values (?, ?, ?, ?::jsonb) on conflict do nothing")
                .params(place, brief.day(), OffsetDateTime.ofInstant(brief.at(), ZoneOffset.UTC), JSON.writeValueAsString(brief)).update();
    }

    Optional<Brief> of(LocalDate day) {
        return database.sql().sql("select content::text from briefs where jurisdiction = ? and day = ?").params(place, day)
                .query((row, i) -> JSON.readValue(row.getString(1), Brief.class)).optional();
    }

    /** Up to {@code most} mornings before that day, latest first. */
    List<LocalDate> before(LocalDate day, int most) {
        return database.sql().sql("select day from briefs where jurisdiction = ? and day < ? order by day desc limit ?").params(place, day, most)
                .query((row, i) -> row.getObject(1, LocalDate.class)).list();
    }

    Optional<Instant> lastWritten() {
        return database.sql().sql("select max(written_at) from briefs where jurisdiction = ?").param(place)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant)).single();
    }
}

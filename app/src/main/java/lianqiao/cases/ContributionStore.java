package lianqiao.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.base.Contribution;
import lianqiao.base.Language;
import lianqiao.identity.ResidentId;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows of contributions. What is read back comes from the case as it stands today, so nothing concealed is in it. */
final class ContributionStore {
    /** Typed by somebody else for whoever speaks. */
    private static final Set<String> ASSISTED = Set.of("phone", "counter");
    private static final String COLUMNS = """
            select c.key, c.case_number, c.voice, c.verified, k.language, k.title, k.body, k.received_at, k.channel, k.area_code, k.service_code
            from contributions c join cases k on k.jurisdiction = c.jurisdiction and k.case_number = c.case_number and not k.confidential
            """;

    private final Database database;
    private final String place;

    ContributionStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** A public case that has not been taken in yet, and who can be reached about it. */
    record Waiting(CaseNumber number, Instant at, @Nullable ResidentId resident) {}

    /** One to be taken in. */
    record Taken(CaseNumber number, String period, @Nullable Long voice, boolean verified) {}

    List<Waiting> waiting(List<CaseNumber> numbers) {
        return database.sql().sql("""
                select k.case_number, k.received_at, k.resident_id from cases k
                where k.jurisdiction = ? and k.case_number = any (?) and not k.confidential and not exists
                    (select from contributions c where c.jurisdiction = k.jurisdiction and c.case_number = k.case_number)
                order by k.received_at, k.case_number""")
                .params(place, numbers.stream().map(CaseNumber::text).toArray(String[]::new))
                .query((row, _) -> new Waiting(new CaseNumber(row.getString("case_number")), CaseStore.instant(row, "received_at", Instant.EPOCH), resident(row))).list();
    }

    private static @Nullable ResidentId resident(ResultSet row) throws SQLException {
        var id = row.getObject("resident_id", UUID.class);
        return id == null ? null : new ResidentId(id);
    }

    void take(List<Taken> taken) {
        database.batch("insert into contributions (jurisdiction, case_number, period, voice, verified) values (?, ?, ?, ?, ?) on conflict do nothing",
                taken.stream().map(one -> new Object[] {place, one.number().text(), one.period(), one.voice(), one.verified()}).toList());
    }

    List<Contribution> after(long key, int most) {
        return database.sql().sql(COLUMNS + "where c.jurisdiction = ? and c.key > ? order by c.key limit ?").params(place, key, most)
                .query((row, _) -> read(row)).list();
    }

    List<Contribution> of(Collection<Long> keys) {
        return database.sql().sql(COLUMNS + "where c.jurisdiction = ? and c.key = any (?) order by c.key").params(place, keys.toArray(Long[]::new))
                .query((row, _) -> read(row)).list();
    }

    Optional<Long> key(CaseNumber number) {
        return database.sql().sql("select key from contributions where jurisdiction = ? and case_number = ?").params(place, number.text())
                .query(Long.class).optional();
    }

    private static Contribution read(ResultSet row) throws SQLException {
        long key = row.getLong("key");
        var voice = row.getObject("voice", Long.class);
        var service = row.getString("service_code");
        return new Contribution(key, Contribution.Kind.CASE, row.getString("case_number"), service, Language.valueOf(row.getString("language")),
                row.getString("title"), row.getString("body"), CaseStore.instant(row, "received_at", Instant.EPOCH),
                voice == null ? -key : voice, row.getBoolean("verified"), ASSISTED.contains(row.getString("channel")), 0, row.getString("area_code"), service);
    }
}

package lianqiao.identity;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianqiao.store.Database;

/** Rows that say that somebody was verified. */
final class VerificationStore {
    private final Database database;
    private final String jurisdiction;

    VerificationStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    /** Enters it, or brings assurance and time up to date when it is the same resident's; false when it is another's. */
    boolean put(String subject, ResidentId resident, ResidentVerifier.Verified v) {
        return database.sql().sql("""
                insert into verification as v (jurisdiction, issuer, subject, resident, assurance, at) values (?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, issuer, subject) do update set assurance = excluded.assurance, at = excluded.at
                where v.resident = excluded.resident""")
                .params(jurisdiction, v.issuer(), subject, resident.value(), v.assurance(), Timestamp.from(v.at())).update() == 1;
    }

    Optional<ResidentId> find(String issuer, String subject) {
        return database.sql().sql("select resident from verification where jurisdiction = ? and issuer = ? and subject = ?")
                .params(jurisdiction, issuer, subject).query((row, _) -> new ResidentId(row.getObject("resident", UUID.class))).optional();
    }

    List<Verifications.Verification> of(ResidentId resident) {
        return database.sql().sql("select issuer, assurance, at from verification where jurisdiction = ? and resident = ? order by at limit 20")
                .params(jurisdiction, resident.value()).query((row, _) -> new Verifications.Verification(row.getString("issuer"),
                        row.getString("assurance"), row.getTimestamp("at").toInstant())).list();
    }

    /** What tells a person from all others, for each verification; it is the same wherever the person comes again. */
    List<String> marks(ResidentId resident) {
        return database.sql().sql("select issuer || ' ' || subject from verification where jurisdiction = ? and resident = ? order by at limit 20")
                .params(jurisdiction, resident.value()).query(String.class).list();
    }

    Set<ResidentId> having(Collection<ResidentId> residents) {
        return new HashSet<>(database.sql().sql("select distinct resident from verification where jurisdiction = ? and resident = any (?)")
                .params(jurisdiction, residents.stream().map(ResidentId::value).toArray(UUID[]::new))
                .query((row, _) -> new ResidentId(row.getObject("resident", UUID.class))).list());
    }

    void move(ResidentId from, ResidentId to) {
        database.sql().sql("update verification set resident = ? where jurisdiction = ? and resident = ?")
                .params(to.value(), jurisdiction, from.value()).update();
    }

    void drop(ResidentId resident) {
        database.sql().sql("delete from verification where jurisdiction = ? and resident = ?").params(jurisdiction, resident.value()).update();
    }
}

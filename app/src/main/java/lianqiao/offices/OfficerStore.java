package lianqiao.offices;

import static lianqiao.offices.OfficeStore.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.store.Database;

/** Rows of officers and of who covers for whom. */
final class OfficerStore {
    private static final int MOST_COVERED = 100;
    private final Database database;
    private final String jurisdiction;

    OfficerStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    List<Officer> officers() {
        return database.sql().sql("select * from officer where jurisdiction = ? order by id").param(jurisdiction)
                .query((row, _) -> new Officer(new OfficerId(row.getString("id")), row.getString("name"),
                        new OfficeCode(row.getString("office")),
                        words(row.getString("duties")).map(Duty::valueOf).collect(Collectors.toSet()),
                        words(row.getString("areas")).map(AreaCode::new).collect(Collectors.toSet()), row.getBoolean("active"))).list();
    }

    private static Stream<String> words(String joined) {
        return Arrays.stream(joined.split(" ")).filter(word -> !word.isEmpty());
    }

    void putOfficers(List<Officer> officers) {
        database.batch("""
                insert into officer (jurisdiction, id, name, office, duties, areas, active) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, id) do update set name = excluded.name, office = excluded.office,
                duties = excluded.duties, areas = excluded.areas, active = excluded.active""",
                officers.stream().map(o -> row(jurisdiction, o.id().text(), o.name(), o.office().text(),
                        o.duties().stream().sorted().map(Duty::name).collect(Collectors.joining(" ")),
                        o.areas().stream().map(AreaCode::text).sorted().collect(Collectors.joining(" ")), o.active())).toList());
    }

    /** A delegation with the same officer and beginning is replaced: that is how it is cut short or prolonged. */
    void put(Delegation delegation) {
        database.sql().sql("""
                insert into delegation (jurisdiction, officer, begins, ends, covered_by) values (?, ?, ?, ?, ?)
                on conflict (jurisdiction, officer, begins) do update set ends = excluded.ends, covered_by = excluded.covered_by""")
                .params(jurisdiction, delegation.officer().text(), Timestamp.from(delegation.begins()),
                        Timestamp.from(delegation.ends()), delegation.coveredBy().text()).update();
    }

    List<Delegation> coveredBy(OfficerId officer, Instant now) {
        return delegations("covered_by", officer, now);
    }

    List<Delegation> covering(OfficerId officer, Instant now) {
        return delegations("officer", officer, now);
    }

    List<Delegation> notOver(Instant now) {
        return database.sql().sql("select * from delegation where jurisdiction = ? and ends > ? order by begins, officer limit " + MOST_COVERED)
                .params(jurisdiction, Timestamp.from(now)).query((row, _) -> delegation(row)).list();
    }

    private List<Delegation> delegations(String side, OfficerId officer, Instant now) {
        return database.sql().sql("select * from delegation where jurisdiction = ? and " + side
                + " = ? and begins <= ? and ends > ? order by begins limit " + MOST_COVERED)
                .params(jurisdiction, officer.text(), Timestamp.from(now), Timestamp.from(now))
                .query((row, _) -> delegation(row)).list();
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(new OfficerId(row.getString("officer")), new OfficerId(row.getString("covered_by")),
                row.getTimestamp("begins").toInstant(), row.getTimestamp("ends").toInstant());
    }
}

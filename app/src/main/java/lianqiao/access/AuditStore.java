package lianqiao.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianqiao.access.AuditTrail.Entry;
import lianqiao.access.AuditTrail.Filter;
import lianqiao.access.AuditTrail.Kind;
import lianqiao.access.AuditTrail.Who;
import lianqiao.store.Database;

/** Lines of the audit trail. */
final class AuditStore {
    private final Database database;
    private final String place;

    AuditStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    void add(Who who, Kind kind, String subject, String detail, Instant now) {
        database.sql().sql("insert into audit_trail (jurisdiction, at, officer, office, kind, subject, detail) values (?, ?, ?, ?, ?, ?, ?)")
                .params(place, Timestamp.from(now), who.officer(), who.office(), kind.name(), subject, detail).update();
    }

    void addUnless(Who who, Kind kind, String subject, Instant now, Instant since) {
        database.sql().sql("""
                insert into audit_trail (jurisdiction, at, officer, office, kind, subject, detail) select ?, ?, ?, ?, ?, ?, ''
                where not exists (select from audit_trail where jurisdiction = ? and officer = ? and subject = ? and kind = ? and at > ?)""")
                .params(place, Timestamp.from(now), who.officer(), who.office(), kind.name(), subject, place, who.officer(), subject, kind.name(), Timestamp.from(since))
                .update();
    }

    List<Entry> page(Filter filter, long before, int most) {
        var where = new StringBuilder();
        var values = new ArrayList<Object>(List.of(place, before));
        if (filter.kind() != null) {
            where.append(" and kind = ?");
            values.add(filter.kind().name());
        }
        if (!filter.offices().isEmpty()) {
            where.append(" and office = any (?)");
            values.add(filter.offices().toArray(String[]::new));
        }
        if (filter.from() != null) {
            where.append(" and at >= ?");
            values.add(Timestamp.from(filter.from()));
        }
        if (filter.until() != null) {
            where.append(" and at < ?");
            values.add(Timestamp.from(filter.until()));
        }
        values.add(most);
        return database.sql().sql("select * from audit_trail where jurisdiction = ? and id < ?" + where + " order by id desc limit ?").params(values).query((row, i) -> entry(row)).list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong("id"), row.getTimestamp("at").toInstant(), new Who(row.getString("officer"), row.getString("office")),
                Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("detail"));
    }
}

package lianqiao.offices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import lianqiao.base.Text;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Rows of offices and services, and the counter of changes. */
final class OfficeStore {
    private final Database database;
    private final String jurisdiction;

    OfficeStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    long version() {
        return database.sql().sql("select version from directory_version where jurisdiction = ?").param(jurisdiction)
                .query(Long.class).optional().orElse(0L);
    }

    void countChange() {
        database.sql().sql("""
                insert into directory_version (jurisdiction, version) values (?, 1)
                on conflict (jurisdiction) do update set version = directory_version.version + 1""").param(jurisdiction).update();
    }

    List<Office> offices() {
        return database.sql().sql("select * from office where jurisdiction = ? order by entered").param(jurisdiction)
                .query((row, _) -> new Office(new OfficeCode(row.getString("code")), officeCode(row.getString("parent")),
                        text(row, "name"), Office.Kind.valueOf(row.getString("kind")), text(row, "duties"), row.getString("phone"),
                        row.getBoolean("active"))).list();
    }

    List<Service> services() {
        return database.sql().sql("select * from service where jurisdiction = ? order by entered").param(jurisdiction)
                .query((row, _) -> new Service(new ServiceCode(row.getString("code")), text(row, "group"), text(row, "name"),
                        text(row, "description"), row.getString("keywords"), row.getString("time_limit"),
                        row.getBoolean("emergency"), row.getBoolean("active"))).list();
    }

    /** Parents must come before their children. */
    void putOffices(List<Office> offices) {
        database.batch("""
                insert into office (jurisdiction, code, parent, kind, name_zh, name_en, duties_zh, duties_en, phone, active)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, code) do update set parent = excluded.parent, kind = excluded.kind,
                name_zh = excluded.name_zh, name_en = excluded.name_en, duties_zh = excluded.duties_zh,
                duties_en = excluded.duties_en, phone = excluded.phone, active = excluded.active""",
                offices.stream().map(o -> row(jurisdiction, o.code().text(), code(o.parent()), o.kind().name(), o.name().zh(), o.name().en(),
                        o.duties().zh(), o.duties().en(), o.phone(), o.active())).toList());
    }

    void putServices(List<Service> services) {
        database.batch("""
                insert into service (jurisdiction, code, group_zh, group_en, name_zh, name_en, description_zh, description_en,
                keywords, time_limit, emergency, active) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, code) do update set group_zh = excluded.group_zh, group_en = excluded.group_en,
                name_zh = excluded.name_zh, name_en = excluded.name_en, description_zh = excluded.description_zh,
                description_en = excluded.description_en, keywords = excluded.keywords, time_limit = excluded.time_limit,
                emergency = excluded.emergency, active = excluded.active""",
                services.stream().map(s -> row(jurisdiction, s.code().text(), s.group().zh(), s.group().en(), s.name().zh(), s.name().en(),
                        s.description().zh(), s.description().en(), s.keywords(), s.limit(), s.emergency(), s.active())).toList());
    }

    static Text text(ResultSet row, String name) throws SQLException {
        return new Text(row.getString(name + "_zh"), row.getString(name + "_en"));
    }

    static @Nullable OfficeCode officeCode(@Nullable String code) {
        return code == null ? null : new OfficeCode(code);
    }

    static @Nullable String code(@Nullable Record code) {
        return code == null ? null : code.toString();
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}

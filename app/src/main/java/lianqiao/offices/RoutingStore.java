package lianqiao.offices;

import static lianqiao.offices.OfficeStore.code;
import static lianqiao.offices.OfficeStore.row;
import static lianqiao.offices.OfficeStore.text;

import java.util.List;
import java.util.Optional;
import lianqiao.store.Database;

/** Rows of areas and of the routing list. */
final class RoutingStore {
    private static final String ANY = "*";
    private final Database database;
    private final String jurisdiction;

    RoutingStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    List<Area> areas() {
        return database.sql().sql("select * from area where jurisdiction = ? order by entered").param(jurisdiction)
                .query((row, _) -> new Area(new AreaCode(row.getString("code")),
                        Optional.ofNullable(row.getString("parent")).map(AreaCode::new).orElse(null), text(row, "name"))).list();
    }

    List<Routing.Rule> rules() {
        return database.sql().sql("select * from routing_rule where jurisdiction = ? order by service, area").param(jurisdiction)
                .query((row, _) -> new Routing.Rule(ANY.equals(row.getString("service")) ? null : new ServiceCode(row.getString("service")),
                        ANY.equals(row.getString("area")) ? null : new AreaCode(row.getString("area")),
                        new OfficeCode(row.getString("office")), row.getBoolean("active"))).list();
    }

    /** Parents must come before their children. */
    void putAreas(List<Area> areas) {
        database.batch("""
                insert into area (jurisdiction, code, parent, name_zh, name_en) values (?, ?, ?, ?, ?)
                on conflict (jurisdiction, code) do update set parent = excluded.parent,
                name_zh = excluded.name_zh, name_en = excluded.name_en""",
                areas.stream().map(a -> row(jurisdiction, a.code().text(), code(a.parent()), a.name().zh(), a.name().en())).toList());
    }

    void putRules(List<Routing.Rule> rules) {
        database.batch("""
                insert into routing_rule (jurisdiction, service, area, office, active) values (?, ?, ?, ?, ?)
                on conflict (jurisdiction, service, area) do update set office = excluded.office, active = excluded.active""",
                rules.stream().map(r -> row(jurisdiction, r.service() == null ? ANY : r.service().text(),
                        r.area() == null ? ANY : r.area().text(), r.office().text(), r.active())).toList());
    }
}

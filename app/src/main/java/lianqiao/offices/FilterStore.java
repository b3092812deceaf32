package lianqiao.offices;

import java.util.List;
import lianqiao.offices.SavedFilters.Saved;
import lianqiao.store.Database;

/** Rows of filters put aside. */
final class FilterStore {
    private static final int MOST = 30;
    private final Database database;
    private final String jurisdiction;

    FilterStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    List<Saved> of(OfficerId officer) {
        return database.sql().sql("select name, query from saved_filter where jurisdiction = ? and officer = ? and kept order by name limit ?")
                .params(jurisdiction, officer.text(), MOST).query((row, _) -> new Saved(row.getString("name"), row.getString("query"))).list();
    }

    void put(OfficerId officer, String name, String query, boolean kept) {
        database.sql().sql("""
                insert into saved_filter (jurisdiction, officer, name, query, kept) values (?, ?, ?, ?, ?)
                on conflict (jurisdiction, officer, name) do update set query = excluded.query, kept = excluded.kept""")
                .params(jurisdiction, officer.text(), name, query, kept).update();
    }
}

package lianqiao.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import lianqiao.base.CaseNumber;
import lianqiao.store.Database;

/** Keeps what people wrote word for word where everybody reads less of it. Rows are added and never changed. */
final class OriginalStore {
    private final Database database;
    private final String place;

    OriginalStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Keeps these parts of an entry; a part that is kept already stays as it is. */
    void keep(CaseNumber number, int entry, Map<String, String> parts) {
        if (parts.isEmpty()) return;
        database.batch("insert into originals (jurisdiction, case_number, number, part, text) values (?, ?, ?, ?, ?) on conflict do nothing",
                new TreeMap<>(parts).entrySet().stream().map(p -> new Object[] {place, number.text(), entry, p.getKey(), p.getValue()}).toList());
    }

    /** The originals of a case, by entry and part; empty when everybody reads all of it. */
    Map<Integer, Map<String, String>> of(CaseNumber number) {
        var originals = new HashMap<Integer, Map<String, String>>();
        database.sql().sql("select number, part, text from originals where jurisdiction = ? and case_number = ?").params(place, number.text())
                .query(row -> { originals.computeIfAbsent(row.getInt(1), n -> new HashMap<>()).put(row.getString(2), row.getString(3)); });
        return originals;
    }
}

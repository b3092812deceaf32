package lianqiao.cases;

import lianqiao.store.Database;

/** How far the cases have been masked by a set of rules. */
final class MaskingStore {
    private final Database database;
    private final String place;

    MaskingStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** @param upTo the number of the last case that was looked at, empty before the first one */
    record Came(String upTo, boolean done) {}

    Came cameTo(int rules) {
        return database.sql().sql("select up_to, done from masking where jurisdiction = ? and rules = ?").params(place, rules)
                .query((row, i) -> new Came(row.getString(1), row.getBoolean(2))).optional().orElse(new Came("", false));
    }

    void note(int rules, Came came) {
        database.sql().sql("""
                insert into masking (jurisdiction, rules, up_to, done) values (?, ?, ?, ?)
                on conflict (jurisdiction, rules) do update set up_to = excluded.up_to, done = excluded.done""")
                .params(place, rules, came.upTo(), came.done()).update();
    }
}

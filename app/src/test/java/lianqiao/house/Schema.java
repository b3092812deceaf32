package lianqiao.house;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says about its own tables, keys and rights, and what is wrong with it. */
final class Schema {
    /** Tables whose rows are added and never changed, by the rights of the program's role. */
    static final List<String> KEPT = List.of("events", "case_texts", "originals", "reveal", "audit_trail", "named_officers", "log_leaf", "log_checkpoint", "log_cosignature", "login_act", "fold_reason", "fold_apart", "briefs", "proposal_found", "proposal_answer");
    /** Tables that stay on one node and belong to no jurisdiction: the migrations' own list, the timetable's own list. */
    static final List<String> LOCAL = List.of("migrations", "scheduled_tasks");
    /** Tables whose rows may go: how somebody is reached and who was written to, not what was done. Everything else stays, but for forget_words. */
    static final List<String> MAY_LOSE_ROWS = List.of("outbox", "news", "resident", "subscription", "open_session", "sign_in_attempt", "passkey", "verification", "used_check");
    static final String ROLE = "lianqiao_app";

    private final JdbcClient owner;

    Schema(JdbcClient owner) {
        this.owner = owner;
    }

    List<String> tables() {
        return names("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1""")
                .stream().filter(t -> !LOCAL.contains(t)).toList();
    }

    List<String> faults() {
        var faults = new ArrayList<String>();
        for (var table : tables()) faults.addAll(faults(table));
        names("select rolname || ' may do anything' from pg_roles where rolname = '" + ROLE + "' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)").forEach(faults::add);
        names("select relname || ' belongs to the program''s role' from pg_class where relowner = '" + ROLE + "'::regrole").forEach(faults::add);
        return faults;
    }

    private List<String> faults(String table) {
        var faults = new ArrayList<String>();
        if (ask("select count(*) from pg_attribute where attrelid = ?::regclass and attname = 'jurisdiction' and attnotnull and atttypid = 'text'::regtype", table) == 0)
            faults.add(table + " has no column jurisdiction text not null");
        if (ask("select count(*) from pg_index where indrelid = ?::regclass and indisprimary", table) == 0) faults.add(table + " has no primary key");
        names("""
                select indexrelid::regclass::text from pg_index i
                left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where i.indrelid = ?::regclass and i.indisunique and a.attname is distinct from 'jurisdiction' order by 1""", table)
                .forEach(index -> faults.add(index + " is unique and does not begin with jurisdiction"));
        names("""
                select k.conname from pg_constraint k
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
                where k.conrelid = ?::regclass and k.contype = 'f' and (a.attname <> 'jurisdiction' or f.attname <> 'jurisdiction') order by 1""", table)
                .forEach(key -> faults.add(key + " is a foreign key that does not begin with jurisdiction"));
        names("select tgname from pg_trigger where tgrelid = ?::regclass and not tgisinternal", table)
                .forEach(trigger -> faults.add(trigger + " is a trigger on " + table));
        faults.addAll(rights(table));
        return faults;
    }

    private List<String> rights(String table) {
        var faults = new ArrayList<String>();
        var forbidden = new ArrayList<>(List.of("TRUNCATE", "REFERENCES", "TRIGGER"));
        if (KEPT.contains(table)) forbidden.add("UPDATE");
        if (!MAY_LOSE_ROWS.contains(table)) forbidden.add("DELETE");
        for (var right : forbidden)
            if (holds(table, right)) faults.add(ROLE + " may " + right + " " + table);
        return faults;
    }

    /** Whether the program's role holds this right on the table or on one of its columns. */
    boolean holds(String table, String right) {
        boolean wholly = ask("select count(*) from pg_class where oid = ?::regclass and has_table_privilege('" + ROLE + "', oid, '" + right + "')", table) > 0;
        boolean byColumn = List.of("UPDATE", "REFERENCES", "SELECT", "INSERT").contains(right)
                && ask("select count(*) from pg_class where oid = ?::regclass and has_any_column_privilege('" + ROLE + "', oid, '" + right + "')", table) > 0;
        return wholly || byColumn;
    }

    private int ask(String sql, String table) {
        return owner.sql(sql).param(table).query(Integer.class).single();
    }

    private List<String> names(String sql, Object... params) {
        return owner.sql(sql).params(params).query(String.class).list();
    }
}

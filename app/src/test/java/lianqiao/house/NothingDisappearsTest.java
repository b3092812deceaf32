package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With the rights of the program nothing that has happened can be taken away or changed: every table and every verb is tried. Only what waited to be told may go. */
class NothingDisappearsTest {
    private static TestDatabase town;
    private static JdbcClient app;
    private static JdbcClient owner;

    @BeforeAll static void oneRowOfHistory() {
        town = TestDatabase.fresh();
        app = JdbcClient.create(town.appSource());
        owner = JdbcClient.create(town.ownerSource());
        app.sql("insert into events (jurisdiction, subject, number, name, at, role, facts, leaf, tx) values ('demo', 'lamp', 1, 'Seen', now(), 'CLOCK', '{}', 'x', '7')").update();
        app.sql("insert into log_leaf (jurisdiction, idx, subject, number, hash) values ('demo', 0, 'lamp', 1, sha256('x'))").update();
        app.sql("insert into log_checkpoint (jurisdiction, size, follows, root, edge, tx, position, note, signed_at) values ('demo', 1, -1, sha256('x'), '', '7', 1, 'x', now())").update();
        app.sql("insert into log_cosignature (jurisdiction, size, witness, time, line) values ('demo', 1, 'w', 1, 'x')").update();
    }

    @AfterAll static void close() {
        town.close();
    }

    private static List<String> history() {
        return owner.sql("""
                select e::text from events e union all select l::text from log_leaf l
                union all select c::text from log_checkpoint c union all select s::text from log_cosignature s order by 1""").query(String.class).list();
    }

    /** 42501: permission denied; 42601 and 0A000 would mean that the statement itself was no good. */
    private static void assertRefused(String sql) {
        var refusal = assertThrows(DataAccessException.class, () -> app.sql(sql).update(), sql);
        assertEquals("42501", refusal.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "", sql + ": " + refusal.getMessage());
    }

    @Test void noVerbTakesARowOfHistoryOrATableAway() {
        var before = history();
        for (var table : new Schema(owner).tables()) {
            if (!Schema.MAY_LOSE_ROWS.contains(table)) {
                assertRefused("delete from " + table);
                assertRefused("with gone as (delete from " + table + " returning 1) select count(*) from gone");
                assertRefused("merge into " + table + " t using (select 1) s on true when matched then delete");
            }
            assertRefused("truncate " + table);
            assertRefused("truncate " + table + " cascade");
            assertRefused("drop table " + table + " cascade");
            assertRefused("alter table " + table + " rename to gone");
            assertRefused("alter table " + table + " drop column jurisdiction");
            assertRefused("alter table " + table + " add column more text");
            assertRefused("alter table " + table + " disable trigger all");
            assertRefused("alter table " + table + " owner to " + Schema.ROLE);
            assertRefused("create trigger sneaky before insert on " + table + " for each row execute function suppress_redundant_updates_trigger()");
            assertRefused("create rule sneaky as on insert to " + table + " do instead nothing");
        }
        assertEquals(before, history());
    }

    @Test void noVerbChangesAnEventALeafOrACheckpoint() {
        var before = history();
        for (var table : Schema.KEPT) {
            for (var column : columns(table)) assertRefused("update " + table + " set " + column + " = " + column);
            assertRefused("merge into " + table + " t using (select 1) s on true when matched then update set jurisdiction = t.jurisdiction");
            assertRefused("insert into " + table + " overriding system value select * from " + table + " on conflict (" + key(table) + ") do update set jurisdiction = excluded.jurisdiction");
        }
        assertEquals(before, history());
    }

    @Test void thereIsNoWayAround() {
        for (var sql : List.of("set role lianqiao_owner", "set session authorization lianqiao_owner", "alter role " + Schema.ROLE + " superuser", "grant lianqiao_owner to " + Schema.ROLE,
                "set session_replication_role = replica", "create schema mine", "create function f() returns void language sql security definer as 'delete from events'",
                "create view mine as select 1", "alter system set fsync = off", "copy events from program 'true'", "drop schema public cascade")) {
            var refusal = assertThrows(DataAccessException.class, () -> app.sql(sql).update(), sql);
            assertEquals("42501", refusal.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "", sql + ": " + refusal.getMessage());
        }
    }

    @Test void noStatementInTheCodeTriesTo() {
        var faults = new ArrayList<String>();
        for (var phrase : Phrases.in(House.MAIN, House.files(House.MAIN, ".java"))) {
            if (!Sql.isStatement(phrase.text()) || phrase.file().startsWith("lianqiao/app/bench/") || phrase.file().equals("lianqiao/store/Roles.java")) continue;
            var sql = phrase.text().toLowerCase(java.util.Locale.ROOT);
            var waiting = Schema.MAY_LOSE_ROWS.stream().anyMatch(table -> sql.matches("(?s).*\\bdelete\\s+from\\s+" + table + "\\b.*"));
            if (!waiting && sql.matches("(?s).*\\b(delete\\s+from|truncate|drop)\\b.*")) faults.add(phrase.toString());
            for (var table : Schema.KEPT) if (sql.matches("(?s).*\\b(update|into)\\s+" + table + "\\b.*\\bdo\\s+update\\b.*")) faults.add(phrase.toString());
        }
        assertEquals(List.of(), faults);
        assertTrue(Schema.KEPT.containsAll(List.of("events", "log_leaf", "log_checkpoint", "log_cosignature")));
    }

    private static List<String> columns(String table) {
        return owner.sql("select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = ''").param(table).query(String.class).list();
    }

    private static String key(String table) {
        return String.join(", ", owner.sql("""
                select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indrelid = ?::regclass and i.indisprimary""").param(table).query(String.class).list());
    }
}

package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema can be spread by jurisdiction, and the program's role cannot change what has happened. */
class SchemaTest {
    private static TestDatabase town;
    private static HikariDataSource owner;

    @BeforeAll static void open() {
        town = TestDatabase.fresh();
        owner = town.ownerSource();
    }

    @AfterAll static void close() {
        owner.close();
        town.close();
    }

    private static Schema schema() {
        return new Schema(JdbcClient.create(owner));
    }

    @Test void everyKeyBeginsWithTheJurisdictionAndNothingIsTriggered() {
        assertEquals("", String.join("\n", schema().faults()));
    }

    @Test void everyKeptTableExists() {
        assertTrue(schema().tables().containsAll(Schema.KEPT), schema().tables() + " lacks one of " + Schema.KEPT);
    }

    @Test void theProgramsRoleIsRefusedWhenItTriesToChangeWhatHasHappened() {
        var app = JdbcClient.create(town.appSource());
        for (var table : Schema.KEPT) {
            app.sql("select count(*) from " + table).query(Long.class).single();
            assertRefused(app, "update " + table + " set jurisdiction = jurisdiction");
            assertRefused(app, "delete from " + table);
            assertRefused(app, "truncate " + table);
            assertRefused(app, "drop table " + table);
            assertRefused(app, "alter table " + table + " disable trigger all");
        }
        assertRefused(app, "create table loophole (n integer)");
        app.sql("grant delete on events to " + Schema.ROLE).update();   // only a warning, and nothing is granted
        assertFalse(schema().holds("events", "DELETE"));
    }

    /** 42501 is PostgreSQL's code for: permission denied. */
    private static void assertRefused(JdbcClient app, String sql) {
        var refusal = assertThrows(DataAccessException.class, () -> app.sql(sql).update(), sql);
        var cause = (SQLException) refusal.getRootCause();
        assertEquals("42501", cause == null ? "" : cause.getSQLState(), sql + ": " + refusal.getMessage());
    }

    @Test void barksAtATableThatBreaksEveryRule() {
        try (var planted = TestDatabase.fresh(); var source = planted.ownerSource()) {
            var client = JdbcClient.create(source);
            client.sql("create table planted (n integer primary key, m integer unique, constraint to_itself foreign key (m) references planted (n))").update();
            client.sql("create function nothing() returns trigger language plpgsql as 'begin return new; end'").update();
            client.sql("create trigger sneaky before insert on planted for each row execute function nothing()").update();
            client.sql("create table keyless (jurisdiction text not null)").update();
            client.sql("create table shy (jurisdiction text, n integer not null, primary key (n, jurisdiction))").update();
            client.sql("grant update (name), delete on events to " + Schema.ROLE).update();
            client.sql("grant truncate, delete on shy to " + Schema.ROLE).update();
            assertEquals("""
                    lianqiao_app may UPDATE events
                    lianqiao_app may DELETE events
                    keyless has no primary key
                    planted has no column jurisdiction text not null
                    planted_m_key is unique and does not begin with jurisdiction
                    planted_pkey is unique and does not begin with jurisdiction
                    to_itself is a foreign key that does not begin with jurisdiction
                    sneaky is a trigger on planted
                    shy_pkey is unique and does not begin with jurisdiction
                    lianqiao_app may TRUNCATE shy
                    lianqiao_app may DELETE shy""", String.join("\n", new Schema(client).faults()));
        }
    }
}

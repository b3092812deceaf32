package lianqiao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two neighbours write notes: what a transaction keeps, what it undoes, and what the program's role may not do. */
class DatabaseTest {
    private static TestDatabase town;
    private static Database database;

    @BeforeAll static void open() {
        town = TestDatabase.fresh();
        database = town.database();
        try (var owner = town.ownerSource()) {
            var sql = JdbcClient.create(owner);
            sql.sql("create table note (jurisdiction text not null, number int not null, primary key (jurisdiction, number))").update();
            sql.sql("grant select, insert on note to lianqiao_app").update();
        }
    }

    @AfterAll static void close() {
        town.close();
    }

    @BeforeEach void clear() {
        try (var owner = town.ownerSource()) {
            JdbcClient.create(owner).sql("truncate note").update();
        }
    }

    @Test void aTransactionThatReturnsKeepsBothNotes() {
        database.inTransaction(() -> {
            write(1);
            write(2);
        });
        assertEquals(2, notes());
    }

    @Test void aTransactionThatThrowsUndoesWhatACallInsideItDid() {
        assertThrows(IllegalStateException.class, () -> database.inTransaction(() -> {
            database.inTransaction(() -> write(1));
            throw new IllegalStateException("stop");
        }));
        assertEquals(0, notes());
    }

    @Test void aBatchOfThreeRowsKeepsThree() {
        var rows = List.of(new Object[] {"demo", 1}, new Object[] {"demo", 2}, new Object[] {"demo", 3});
        database.inTransaction(() -> database.batch("insert into note values (?, ?)", rows));
        assertEquals(3, notes());
    }

    @Test void theProgramsRoleCannotMakeTablesNorChangeWhatItWasNotGranted() {
        write(1);
        assertThrows(DataAccessException.class, () -> database.sql().sql("create table sneaky (a int)").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("create temporary table sneaky (a int)").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("create schema sneaky").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("update note set number = 2").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("delete from note").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("truncate note").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("set role lianqiao_owner").update());
        assertEquals(1, notes());
    }

    @Test void aSecondFreshDatabaseKnowsNothingOfTheFirst() {
        try (var other = TestDatabase.fresh()) {
            assertTrue(other.database().sql().sql("select to_regclass('note') is null").query(Boolean.class).single());
        }
    }

    private static void write(int number) {
        database.sql().sql("insert into note values (?, ?)").params("demo", number).update();
    }

    private static int notes() {
        return database.sql().sql("select count(*) from note").query(Integer.class).single();
    }
}

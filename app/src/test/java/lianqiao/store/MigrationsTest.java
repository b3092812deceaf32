package lianqiao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema goes forward only. */
class MigrationsTest {
    @Test void aDatabaseOfANewerProgramIsRefusedInOneSentence() {
        try (var town = TestDatabase.fresh(); var owner = town.ownerSource()) {
            assertEquals(0, Migrations.run(owner));
            JdbcClient.create(owner).sql("""
                    insert into migrations (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (9999, '9999', 'tomorrow', 'SQL', '9999_tomorrow.sql', 'x', 1, true)""").update();
            var refusal = assertThrows(CannotStart.class, () -> Migrations.run(owner));
            assertEquals("store.migrations.newer", refusal.why());
            assertTrue(refusal.getMessage().contains("9999"), refusal.getMessage());
        }
    }
}

package lianqiao.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema forward to what this program needs: the files {@code db/NNNN_noun.sql}, each once, in order, each
 * in a transaction. There is no way back; a database written by a newer program is refused untouched.
 */
public final class Migrations {
    private Migrations() {}

    /** Runs what is missing and answers how many files ran. Several programs may call this at once; they wait for each other. */
    public static int run(DataSource owner) {
        try {
            var flyway = configured(owner);
            refuseNewer(flyway);
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new CannotStart("store.migrations.failed", firstLine(e));
        }
    }

    /** The number of the newest migration file this program brings, for example {@code 0004}; empty when there is none. */
    static String newest(DataSource owner) {
        return Arrays.stream(configured(owner).info().all()).filter(one -> !isFuture(one)).map(Migrations::number).reduce("", (_, last) -> last);
    }

    private static Flyway configured(DataSource owner) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db")
                .sqlMigrationPrefix("")
                .sqlMigrationSeparator("_")
                .table("migrations")
                .validateMigrationNaming(false)
                .failOnMissingLocations(true)
                .cleanDisabled(true)
                .load();
    }

    private static void refuseNewer(Flyway flyway) {
        for (var one : flyway.info().all()) {
            if (isFuture(one)) throw new CannotStart("store.migrations.newer", number(one));
        }
    }

    private static boolean isFuture(MigrationInfo one) {
        return one.getState().isApplied() && !one.getState().isResolved();
    }

    private static String number(MigrationInfo one) {
        return one.getVersion() == null ? one.getDescription() : one.getVersion().getVersion();
    }

    private static String firstLine(FlywayException e) {
        return e.getMessage().strip().replaceAll("\\s*\\n\\s*", " | ");
    }
}

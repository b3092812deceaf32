package lianqiao.town;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import lianqiao.base.Jurisdiction;
import lianqiao.store.Database;
import lianqiao.store.Login;
import lianqiao.store.TestServer;

/**
 * A database of its own for one test class: the whole schema, no rows, entered as the program's role. The server is
 * shared by all tests of the JVM. Close it when done, or leave it to the end of the JVM.
 */
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final HikariDataSource app;
    private final Database database;

    private TestDatabase(String name, Jurisdiction jurisdiction) {
        this.name = name;
        app = TestServer.app(name).pool(8);
        database = Database.on(app, jurisdiction);
    }

    /** A new empty database of the jurisdiction {@code demo}. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.freshDatabase(), new Jurisdiction("demo"));
    }

    /** What the rooms under test are given. */
    public Database database() {
        return database;
    }

    /** The same database seen from another jurisdiction. */
    public Database database(Jurisdiction jurisdiction) {
        return Database.on(app, jurisdiction);
    }

    /** The pool behind {@link #database()}, with the program's rights. */
    public DataSource appSource() {
        return app;
    }

    /** With the owner's rights, for looking behind the curtain. The caller closes it. */
    public HikariDataSource ownerSource() {
        return TestServer.owner(name).pool(2);
    }

    /** Where a program of its own may enter, with the program's rights. */
    public Login login() {
        return TestServer.app(name);
    }

    @Override public void close() {
        app.close();
    }
}

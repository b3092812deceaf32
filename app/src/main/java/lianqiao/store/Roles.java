package lianqiao.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The two roles and the one database of the embedded server. Every step may be repeated, so a start that was cut short
 * between two of them is completed by the next one.
 */
final class Roles {
    private Roles() {}

    static void prepare(EmbeddedPostgres server) {
        try {
            try (var connection = connect(server.superuser("postgres"))) {
                role(connection, server, Passwords.OWNER);
                role(connection, server, Passwords.APP);
                if (!answers(connection, "select 1 from pg_database where datname = 'lianqiao'")) {
                    run(connection, "create database lianqiao owner " + Passwords.OWNER);
                }
            }
            try (var connection = connect(server.superuser("lianqiao"))) {
                close(connection, "lianqiao");
                run(connection, "revoke all on schema public from public");
                run(connection, "alter schema public owner to " + Passwords.OWNER);
            }
        } catch (SQLException e) {
            throw new CannotStart("store.postgres.roles", e.getMessage());
        }
    }

    /** Takes from everyone what PostgreSQL gives to everyone by default; the program's role may enter and no more. */
    static void close(Connection connection, String database) throws SQLException {
        run(connection, "revoke all on database " + database + " from public");
        run(connection, "grant connect on database " + database + " to " + Passwords.APP);
    }

    private static void role(Connection connection, EmbeddedPostgres server, String name) throws SQLException {
        if (!answers(connection, "select 1 from pg_roles where rolname = '" + name + "'")) run(connection, "create role " + name);
        run(connection, "alter role " + name + " login nosuperuser nocreatedb nocreaterole password '" + server.password(name) + "'");
    }

    static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static boolean answers(Connection connection, String question) throws SQLException {
        try (var one = connection.createStatement(); var rows = one.executeQuery(question)) {
            return rows.next();
        }
    }
}

package lianqiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of a JVM, made anew under target/, with a template database that is migrated
 * once. It trades durability for speed and ends with the JVM.
 */
public final class TestServer {
    private static final List<String> NOT_DURABLE = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        var folder = freshFolder(Path.of("target", "test-postgres-" + ProcessHandle.current().pid()).toAbsolutePath());
        var server = EmbeddedPostgres.start(folder, NOT_DURABLE, List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            eraseFolder(folder);
        }));
        try (var owner = server.owner().pool(2)) {
            Migrations.run(owner);
        }
        return server;
    }

    /** An empty data folder that shares the unpacked programs, which do not change, with all others in target/. */
    public static Path freshFolder(Path folder) {
        try {
            PostgresBinaries.eraseTree(folder);
            var shared = Files.createDirectories(Path.of("target", "test-postgres-binaries").toAbsolutePath());
            var binaries = PostgresBinaries.unpackedIn(shared).folder();
            Files.createSymbolicLink(Files.createDirectories(folder.resolve("postgres")).resolve(binaries.getFileName()), binaries);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a folder away after use. */
    public static void eraseFolder(Path folder) {
        try {
            PostgresBinaries.eraseTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a new database with the whole schema and nothing in it, and answers its name. */
    public static String freshDatabase() {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = Roles.connect(SERVER.superuser("postgres"))) {
            Roles.run(connection, "create database " + name + " template lianqiao owner " + Passwords.OWNER);
            Roles.close(connection, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** Entrance with the program's rights. */
    public static Login app(String database) {
        return SERVER.login(database, Passwords.APP);
    }

    /** Entrance with the rights of the owner of the tables. */
    public static Login owner(String database) {
        return SERVER.login(database, Passwords.OWNER);
    }
}

package lianqiao.app;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lianqiao.store.CannotStart;
import lianqiao.store.DataFolder;
import lianqiao.store.EmbeddedPostgres;
import lianqiao.store.Login;
import lianqiao.store.Migrations;
import org.jspecify.annotations.Nullable;

/**
 * One installation, open: its folder held, its database running and up to date. {@link #close()} gives back everything
 * in the opposite order; what was committed stays.
 */
final class Installation implements AutoCloseable {
    private final Settings settings;
    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedPostgres postgres;
    private final HikariDataSource pool;

    private Installation(Settings settings, @Nullable DataFolder folder, @Nullable EmbeddedPostgres postgres, HikariDataSource pool) {
        this.settings = settings;
        this.folder = folder;
        this.postgres = postgres;
        this.pool = pool;
    }

    /** For the server: refuses when another program holds the folder. */
    static Installation open(Settings settings) {
        var folder = DataFolder.hold(settings.data());
        EmbeddedPostgres postgres = null;
        try {
            if (settings.databaseOwner().isEmpty()) postgres = EmbeddedPostgres.start(folder);
            return new Installation(settings, folder, postgres, connect(settings, Optional.ofNullable(postgres)));
        } catch (RuntimeException e) {
            if (postgres != null) postgres.close();
            folder.close();
            throw e;
        }
    }

    /** For one-shot commands such as import: works beside a running server of the same folder, or alone when there is none. */
    static Installation openBeside(Settings settings) {
        if (settings.databaseOwner().isPresent()) return new Installation(settings, null, null, connect(settings, Optional.empty()));
        var running = EmbeddedPostgres.join(settings.data());
        return running.map(server -> new Installation(settings, null, server, connect(settings, running))).orElseGet(() -> open(settings));
    }

    private static HikariDataSource connect(Settings settings, Optional<EmbeddedPostgres> postgres) {
        var owner = postgres.map(EmbeddedPostgres::owner).or(settings::databaseOwner).orElseThrow();
        try (var source = pool(owner, 2)) {
            Migrations.run(source);
        }
        return pool(postgres.map(EmbeddedPostgres::app).or(settings::databaseApp).orElseThrow(), settings.databasePool());
    }

    private static HikariDataSource pool(Login login, int size) {
        try {
            return login.pool(size);
        } catch (PoolInitializationException e) {
            throw new CannotStart("app.database.unreachable", login, String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", " "));
        }
    }

    Settings settings() {
        return settings;
    }

    /** Whether this program holds the folder, so that nobody else writes the search index or sends the mail. */
    boolean isAlone() {
        return folder != null;
    }

    /** The program's pool; closed with the installation. */
    HikariDataSource pool() {
        return pool;
    }

    /** Whether the folder holds the invented city: {@code demo} has left its key there before anything else was in it. */
    boolean isInvented() {
        return Files.exists(settings.data().resolve("keys").resolve("demo.key"));
    }

    /** The data folder. */
    Path path() {
        return settings.data();
    }

    /** A random key of 32 bytes for a purpose, made at the first asking and kept in the folder {@code keys}; lose it and what it signed or sealed is lost. */
    byte[] key(String purpose) {
        return DataFolder.key(settings.data(), purpose);
    }

    /** Connections first, then the server, then the folder: the order in which nothing can be left half-written. */
    @Override public void close() {
        pool.close();
        if (postgres != null) postgres.close();
        if (folder != null) folder.close();
    }
}

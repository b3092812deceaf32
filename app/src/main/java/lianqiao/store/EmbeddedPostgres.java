package lianqiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server of our own inside the data folder, durable (fsync and synchronous commit on), reachable only
 * from this machine and only with random passwords. Layout under {@code postgres/}: {@code bin-*} the programs,
 * {@code cluster} the data, {@code passwords.properties}, {@code server.log}. A cluster gets its name only when initdb
 * is through, so {@code cluster.new} is always a half-made one without anything in it, and is made anew.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final long LOG_LIMIT = 5_000_000;
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=64", "shared_buffers=128MB",
            "work_mem=8MB", "maintenance_work_mem=64MB", "effective_cache_size=512MB", "random_page_cost=1.1", "jit=off",
            "max_wal_size=1GB", "wal_compression=pglz", "timezone=UTC", "log_timezone=UTC", "lc_messages=C",
            "password_encryption=scram-sha-256", "log_line_prefix=%m [%p] ",
            // A log line must not quote a statement or a row: both may hold what a resident wrote.
            "log_min_error_statement=panic", "log_error_verbosity=terse", "log_parameter_max_length=0");

    private final Passwords passwords;
    private final int port;
    private final @Nullable Postmaster postmaster;

    private EmbeddedPostgres(Passwords passwords, int port, @Nullable Postmaster postmaster) {
        this.passwords = passwords;
        this.port = port;
        this.postmaster = postmaster;
    }

    /** Starts the server of this folder, making it first when the folder is new; throws {@link CannotStart} with a clear sentence. */
    public static EmbeddedPostgres start(DataFolder folder) {
        return start(folder.path(), DURABLE, List.of());
    }

    /** Joins the server that another running program of this installation has started; empty when there is none. */
    public static Optional<EmbeddedPostgres> join(Path folder) {
        var home = folder.toAbsolutePath().normalize().resolve("postgres");
        var cluster = home.resolve("cluster");
        return PostmasterFile.of(cluster).filter(file -> file.ready() && file.isServing(cluster)).map(file -> {
            try {
                return new EmbeddedPostgres(Passwords.read(home.resolve("passwords.properties")), file.port(), null);
            } catch (IOException e) {
                throw new CannotStart("store.folder.unusable", home, e.getMessage());
            }
        });
    }

    static EmbeddedPostgres start(Path folder, List<String> durability, List<String> extra) {
        var home = folder.resolve("postgres");
        try {
            Files.createDirectories(home);
            var cluster = home.resolve("cluster");
            var secrets = home.resolve("passwords.properties");
            refuseForeign(cluster, secrets);
            var binaries = PostgresBinaries.unpackedIn(home);
            var user = RunAs.forFolder(binaries.folder().resolve("bin"), cluster);
            if (!Files.isDirectory(cluster)) make(home, binaries, user);
            Postmaster.stopOrphan(cluster);
            user.give(cluster);
            var passwords = Passwords.read(secrets);
            int port = freePort();
            var postmaster = new Postmaster(cluster, log(home), user.command(command(binaries, cluster, port, durability, extra), true));
            postmaster.start();
            var server = new EmbeddedPostgres(passwords, port, postmaster);
            Roles.prepare(server);
            return server;
        } catch (IOException e) {
            throw new CannotStart("store.folder.unusable", home, e);
        }
    }

    /** A cluster we did not make, or whose passwords or version do not fit, is left alone. */
    private static void refuseForeign(Path cluster, Path secrets) throws IOException {
        if (!Files.isDirectory(cluster)) return;
        if (!Files.isReadable(cluster.resolve("PG_VERSION"))) throw new CannotStart("store.postgres.damaged", cluster);
        var major = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!major.equals(PostgresBinaries.MAJOR)) throw new CannotStart("store.postgres.version", cluster, major, PostgresBinaries.MAJOR);
        if (!Files.isReadable(secrets)) throw new CannotStart("store.postgres.passwords", secrets);
    }

    private static void make(Path home, PostgresBinaries binaries, RunAs user) throws IOException {
        var half = home.resolve("cluster.new");
        var word = home.resolve("initdb.word");
        PostgresBinaries.eraseTree(half);
        var passwords = Passwords.make(home.resolve("passwords.properties"));
        Files.deleteIfExists(word);
        Files.createFile(word, java.nio.file.attribute.PosixFilePermissions.asFileAttribute(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(word, passwords.of(Passwords.SUPERUSER));
        user.give(word);
        Files.createDirectory(half);
        user.give(half);
        try {
            runInitdb(log(home), user.command(List.of(binaries.initdb().toString(), "-D", half.toString(), "-U", Passwords.SUPERUSER,
                    "--auth=scram-sha-256", "--pwfile=" + word, "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"), true));
        } finally {
            Files.deleteIfExists(word);
        }
        PostgresBinaries.settle(half, home.resolve("cluster"));
    }

    private static void runInitdb(Path log, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var run = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        try {
            if (run.waitFor() == 0) return;
        } catch (InterruptedException e) {
            run.destroy();
            Thread.currentThread().interrupt();
        }
        var lines = Files.readAllLines(log);
        throw new CannotStart("store.postgres.failed", log, String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size())));
    }

    private static List<String> command(PostgresBinaries binaries, Path cluster, int port, List<String> durability, List<String> extra) {
        var command = new ArrayList<>(List.of(binaries.postgres().toString(), "-D", cluster.toString(), "-p", "" + port));
        for (var some : List.of(SETTINGS, durability, extra)) {
            for (var setting : some) command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private static Path log(Path home) throws IOException {
        var log = home.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) Files.move(log, home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        return log;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Entrance for migrations: the role that owns the tables. */
    public Login owner() {
        return login("lianqiao", Passwords.OWNER);
    }

    /** Entrance for the program: the role that may do only what the migrations granted it. */
    public Login app() {
        return login("lianqiao", Passwords.APP);
    }

    Login superuser(String database) {
        return login(database, Passwords.SUPERUSER);
    }

    Login login(String database, String role) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, passwords.of(role), Optional.empty());
    }

    String password(String role) {
        return passwords.of(role);
    }

    /** The number of the server's process; -1 when another program runs it. */
    long pid() {
        return postmaster == null ? -1 : postmaster.pid();
    }

    /** Stops the server and waits until it has ended; a server that was only joined is left running. */
    @Override public void close() {
        if (postmaster != null) postmaster.close();
    }
}

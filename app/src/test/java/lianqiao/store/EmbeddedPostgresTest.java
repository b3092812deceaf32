package lianqiao.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The built-in server on bad days: killed, started twice, begun and not finished, and run by root and by nobody. */
class EmbeddedPostgresTest {
    private Path folder;

    @BeforeEach void makeFolder(TestInfo test) {
        folder = TestServer.freshFolder(Path.of("target", "postgres-" + test.getTestMethod().orElseThrow().getName()).toAbsolutePath());
    }

    @AfterEach void eraseFolder() {
        TestServer.eraseFolder(folder);
    }

    @Test void aKilledProgramLosesNoCommittedRowAndTheNextStartClearsUpAfterIt() throws Exception {
        var last = killWhileItWrites(writer(List.of()));
        assertKept(last);
    }

    @Test void anOrdinaryUserStartsItAsWell() throws Exception {
        assumeTrue(isRoot(), "we are an ordinary user already");
        Files.setAttribute(folder, "unix:uid", 65534);
        Files.setAttribute(folder.resolve("postgres"), "unix:uid", 65534);
        // The clone may lie in /root, so nobody is lent the right to pass through; it stays nobody.
        var last = killWhileItWrites(writer(new RunAs(65534, 65534, true, true).command(List.of(), true)));
        assertEquals(65534, Files.getAttribute(folder.resolve("postgres/cluster"), "unix:uid"));
        assertKept(last);
    }

    @Test void aKilledServerIsStartedAgainWithEverythingInIt() throws Exception {
        try (var hold = DataFolder.hold(folder); var server = EmbeddedPostgres.start(hold); var pool = server.owner().pool(2)) {
            assertEquals("on on", JdbcClient.create(pool).sql("select current_setting('fsync') || ' ' || current_setting('synchronous_commit')").query(String.class).single());
            JdbcClient.create(pool).sql("create table note as select 7 as number").update();
            long first = server.pid();
            assertTrue(ProcessHandle.of(first).orElseThrow().destroyForcibly());
            assertEquals(7, untilANewServerAnswers(server, first));
        }
        assertTrue(PostmasterFile.of(folder.resolve("postgres/cluster")).isEmpty(), "closed cleanly");
    }

    @Test void otherUsersOfTheMachineCannotReadKeysMailPhotosAndTheIndex() throws IOException {
        Files.createDirectories(folder.resolve("search"));
        try (var hold = DataFolder.hold(folder)) {
            for (var name : List.of("keys", "mail", "photos", "search")) {
                assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(hold.path().resolve(name))), name);
            }
        }
    }

    @Test void aSecondProgramOnTheSameFolderIsRefusedAndOneThatJoinsIsNot() {
        try (var hold = DataFolder.hold(folder); var server = EmbeddedPostgres.start(hold)) {
            var refusal = assertThrows(CannotStart.class, () -> DataFolder.hold(folder));
            assertEquals("store.folder.inuse", refusal.why());
            assertTrue(refusal.getMessage().contains("" + ProcessHandle.current().pid()), refusal.getMessage());
            try (var joined = EmbeddedPostgres.join(folder).orElseThrow(); var pool = joined.app().pool(2)) {
                assertEquals("lianqiao_app", JdbcClient.create(pool).sql("select current_user").query(String.class).single());
            }
            assertTrue(ProcessHandle.of(server.pid()).orElseThrow().isAlive(), "the joined server goes on");
        }
        assertTrue(EmbeddedPostgres.join(folder).isEmpty());
    }

    @Test void aFolderWhoseMakingWasInterruptedIsMadeAnew() throws IOException {
        Files.createDirectories(folder.resolve("postgres/cluster.new/base"));
        Files.writeString(folder.resolve("postgres/cluster.new/PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("postgres/passwords.properties"), "postgres=half");
        try (var hold = DataFolder.hold(folder); var server = EmbeddedPostgres.start(hold); var pool = server.owner().pool(2)) {
            assertEquals("lianqiao_owner", JdbcClient.create(pool).sql("select current_user").query(String.class).single());
            var mode = Files.getPosixFilePermissions(folder.resolve("postgres/passwords.properties"));
            assertEquals("rw-------", PosixFilePermissions.toString(mode));
        }
    }

    @Test void aFolderThatIsNotOursOrLacksItsPasswordsIsLeftUntouched() throws IOException {
        var cluster = Files.createDirectories(folder.resolve("postgres/cluster"));
        Files.writeString(cluster.resolve("precious"), "do not touch");
        assertEquals("store.postgres.damaged", refusal());
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        assertEquals("store.postgres.version", refusal());
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        assertEquals("store.postgres.passwords", refusal());
        assertEquals("do not touch", Files.readString(cluster.resolve("precious")));
    }

    @Test void onAServerOfOnesOwnTheFirstMigrationMakesTheProgramsRole() throws Exception {
        try (var server = EmbeddedPostgres.start(folder, List.of("fsync=off"), List.of())) {
            try (var connection = Roles.connect(server.superuser("postgres"))) {
                Roles.run(connection, "drop database lianqiao");
                Roles.run(connection, "drop role lianqiao_app");
                Roles.run(connection, "create role town login createrole password 'secret'");
                Roles.run(connection, "create database town owner town");
            }
            var town = new Login(server.superuser("town").url(), "town", "secret", java.util.Optional.empty());
            try (var owner = town.pool(2)) {
                assertTrue(Migrations.run(owner) > 0);
                assertEquals(0, Migrations.run(owner));
            }
            try (var app = town.actingAs(Passwords.APP).pool(2)) {
                var sql = JdbcClient.create(app);
                assertEquals("lianqiao_app", sql.sql("select current_user").query(String.class).single());
                assertThrows(DataAccessException.class, () -> sql.sql("create table sneaky (a int)").update());
            }
        }
    }

    @Test void theProgramsUnpackedAreOfTheVersionWeName() throws Exception {
        var postgres = new ProcessBuilder(folder.resolve("postgres/bin-" + PostgresBinaries.VERSION + "/bin/postgres").toString(), "--version").start();
        var says = new String(postgres.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("postgres (PostgreSQL) " + PostgresBinaries.VERSION.replaceFirst("\\.0$", ""), says.strip());
    }

    private String refusal() {
        try (var hold = DataFolder.hold(folder)) {
            return assertThrows(CannotStart.class, () -> EmbeddedPostgres.start(hold)).why();
        }
    }

    /** A program of its own that commits rows 1, 2, 3 … and says so after each. */
    private ProcessBuilder writer(List<String> before) {
        var command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Scribe.class.getName(), folder.toString()));
        return new ProcessBuilder(command).redirectError(folder.resolve("scribe.log").toFile());
    }

    private static int killWhileItWrites(ProcessBuilder writer) throws Exception {
        var program = writer.start();
        int last = 0;
        try (BufferedReader lines = program.inputReader()) {
            for (var line = lines.readLine(); line != null && last < 50; line = lines.readLine()) last = Integer.parseInt(line);
            program.toHandle().destroyForcibly();
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) last = Math.max(last, Integer.parseInt(line));
        }
        assertTrue(program.waitFor(10, SECONDS));
        assertTrue(last >= 50, Files.readString(Path.of(writer.redirectError().file().getPath())));
        return last;
    }

    private void assertKept(int last) {
        try (var hold = DataFolder.hold(folder); var server = EmbeddedPostgres.start(hold); var pool = server.owner().pool(2)) {
            int kept = JdbcClient.create(pool).sql("select max(number) from note").query(Integer.class).single();
            int rows = JdbcClient.create(pool).sql("select count(*) from note").query(Integer.class).single();
            assertTrue(kept >= last && rows == kept, "said " + last + ", kept " + kept + " in " + rows + " rows");
        }
    }

    /** A process of the old server may still answer for a moment, so only a server that calls itself ready under a new number counts. */
    private int untilANewServerAnswers(EmbeddedPostgres server, long first) {
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        while (PostmasterFile.of(folder.resolve("postgres/cluster")).filter(file -> file.ready() && file.pid() != first).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "no new server within 30 s");
            Thread.onSpinWait();
        }
        try (var pool = server.owner().pool(2)) {
            return JdbcClient.create(pool).sql("select number from note").query(Integer.class).single();
        }
    }

    private static boolean isRoot() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }
}

package lianqiao.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import lianqiao.app.bench.FreePort;
import lianqiao.store.CannotStart;
import lianqiao.store.Database;
import lianqiao.town.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole program, started as an operator starts it, on a folder of its own. */
class RunningServerTest {
    private static Path folder;
    private static Settings settings;
    private static RunningServer server;

    @BeforeAll static void start() throws IOException {
        folder = TestFolders.fresh("running-server");
        settings = Settings.read(Map.of(), Map.of("port", "" + FreePort.next(), "data", folder.toString()));
        server = RunningServer.start(settings);
    }

    @AfterAll static void end() {
        server.close();
        TestFolders.erase(folder);
    }

    @Test void theHealthPageSaysOkAndTheServerDoesNotSayWhatItIs() throws Exception {
        var answer = get("/health");
        assertEquals("200 ok", answer.statusCode() + " " + answer.body().strip());
        assertTrue(answer.headers().firstValue("Server").isEmpty());
    }

    @Test void aFileThatIsNoKeyOfTheLogIsOneSentence() throws IOException {
        var other = TestFolders.fresh("no-log-key");
        try {
            var file = Files.writeString(Files.createDirectories(other).resolve("log.key"), "PRIVATE+KEY+town.example/log+0\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            var wrong = Settings.read(Map.of("LIANQIAO_LOG_KEY_FILE", file.toString()), Map.of("port", "" + FreePort.next(), "data", other.resolve("data").toString()));
            var said = assertThrows(CannotStart.class, () -> RunningServer.start(wrong));
            assertEquals("app.setting.logkey", said.why());
        } finally {
            TestFolders.erase(other);
        }
    }

    @Test void aPageThatIsNotThereIsAPageOfOurs() throws Exception {
        var answer = get("/nowhere");
        assertEquals(404, answer.statusCode());
        assertFalse(answer.body().contains("Whitelabel"), answer.body());
    }

    @Test void anotherCommandWorksBesideItAndASecondServerIsRefused() {
        try (var beside = RunningServer.startBeside(settings)) {
            var installation = beside.room(Installation.class);
            assertFalse(installation.isAlone());
            assertTrue(beside.room(Database.class).answers());
            assertArrayEquals(server.room(Installation.class).key("forms"), installation.key("forms"));
            assertEquals(32, installation.key("forms").length);
        }
        assertTrue(server.room(Database.class).answers(), "the server goes on");
        assertEquals("app.port.taken", assertThrows(CannotStart.class, () -> RunningServer.start(settings)).why());
        assertEquals("store.folder.inuse", assertThrows(CannotStart.class, () -> Installation.open(settings)).why());
        assertEquals("demo", server.room(Database.class).jurisdiction().code());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(settings.publicUrl() + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

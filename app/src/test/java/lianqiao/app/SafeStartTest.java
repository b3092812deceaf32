package lianqiao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.store.CannotStart;
import lianqiao.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safe by default: nobody but this machine gets in until everything is settled, and secrets lie where nobody else can read them. */
class SafeStartTest {
    private static final String PUBLIC = "https://ask.example.org";
    @TempDir
    private Path folder;

    private Settings settings(String address, String publicUrl) {
        return Settings.read(Map.of("LIANQIAO_PUBLIC_URL", publicUrl), Map.of("address", address, "data", folder.resolve("data").toString()));
    }

    private static String why(Runnable start) {
        return assertThrows(CannotStart.class, start::run).why();
    }

    @Test void thisMachineMayAlwaysLookAndOthersOnlyUnderAPublicAddressWithHttps() {
        for (var here : List.of("127.0.0.1", "localhost", "::1", "127.3.2.1")) SafeStart.check(settings(here, ""));
        for (var address : List.of("0.0.0.0", "::", "10.1.2.3", "192.0.2.7")) {
            assertEquals("app.safe.address", why(() -> SafeStart.check(settings(address, ""))), address);
            assertEquals("app.safe.address", why(() -> SafeStart.check(settings(address, "http://ask.example.org"))), address);
            SafeStart.check(settings(address, PUBLIC));
        }
    }

    @Test void theInventedCityNeverListensBeyondThisMachine() {
        DataFolder.key(folder.resolve("data"), "demo");
        assertEquals("app.safe.demo", why(() -> SafeStart.check(settings("0.0.0.0", PUBLIC))));
        SafeStart.check(settings("127.0.0.1", ""));
    }

    @Test void theRefusalIsOnePlainSentenceAndNothingIsMade() {
        var said = new ByteArrayOutputStream();
        var data = folder.resolve("never-made");
        int code = Main.run(List.of("serve", "--address", "0.0.0.0", "--port", "21499", "--data", data.toString()), Map.of(), InstantSource.fixed(Instant.EPOCH),
                new PrintStream(said, true, StandardCharsets.UTF_8), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertEquals(1, code);
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("lianqiao: The address 0.0.0.0 can be reached from other machines. Set LIANQIAO_PUBLIC_URL"), said.toString(StandardCharsets.UTF_8));
        assertFalse(Files.exists(data));
    }

    @Test void aSecretComesFromAFileThatOnlyItsOwnerCanRead() throws Exception {
        var secret = Files.writeString(folder.resolve("password"), "梧桥 secret\n");
        var given = new HashMap<>(Map.of("LIANQIAO_MAIL_HOST", "mail.example.org", "LIANQIAO_MAIL_FROM", "x@example.org", "LIANQIAO_MAIL_PASSWORD_FILE", secret.toString()));
        for (var mode : List.of("rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx")) {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(mode));
            assertEquals("store.secret.open", why(() -> Settings.read(given, Map.of())), mode);
        }
        for (var mode : List.of("rw-------", "r--------")) {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(mode));
            var settings = Settings.read(given, Map.of());
            assertEquals("梧桥 secret", settings.mail().password(), mode);
            assertFalse(settings.toString().contains("secret"));
        }
        given.put("LIANQIAO_MAIL_PASSWORD", "another");
        assertEquals("app.setting.twice", why(() -> Settings.read(given, Map.of())));
        given.remove("LIANQIAO_MAIL_PASSWORD");
        given.put("LIANQIAO_MAIL_PASSWORD_FILE", folder.resolve("none").toString());
        assertEquals("store.secret.missing", why(() -> Settings.read(given, Map.of())));
        assertEquals("8080", "" + Settings.read(Map.of("LIANQIAO_PORT_FILE", secret.toString()), Map.of()).port(), "only secrets are read from files");
    }

    @Test void aKeyThatOthersCouldReadStopsTheStart() throws Exception {
        var data = folder.resolve("data");
        DataFolder.hold(data).close();
        DataFolder.key(data, "forms");
        DataFolder.hold(data).close();
        Files.setPosixFilePermissions(data.resolve("keys").resolve("forms.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("store.secret.open", why(() -> DataFolder.hold(data).close()));
        var file = Files.write(folder.resolve("log.key"), new byte[32]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("store.secret.open", why(() -> lianqiao.store.SecretFile.read(file)));
    }

    @Test void theLauncherLeavesNoPictureOfTheMemoryBehind() throws Exception {
        var launcher = Files.readString(Path.of("..", "lianqiao"));
        assertFalse(launcher.contains("HeapDumpOnOutOfMemoryError"), "a picture of the memory holds whatever people were just typing");
    }
}

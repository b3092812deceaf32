package lianqiao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the terminal says when something stands in the way. */
class MainTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T04:00:00Z"));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test void aTakenPortIsOneSentenceAndNothingIsTouched() throws IOException {
        var folder = Path.of("target", "never-made");
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertEquals(1, run(Map.of(), "serve", "--port", "" + other.getLocalPort(), "--data", folder.toString()));
            assertEquals("lianqiao: Port " + other.getLocalPort() + " on 127.0.0.1 is already taken by another program. Choose another one with --port.\n", said());
        }
        assertFalse(Files.exists(folder));
    }

    @Test void aSlipOfThePenIsNamedInTheLanguageOfTheTerminal() {
        assertEquals(2, run(Map.of(), "sevre"));
        assertEquals(2, run(Map.of(), "serve", "--prot=80"));
        assertEquals(2, run(Map.of("LANG", "zh_CN.UTF-8"), "serve", "--port"));
        assertEquals("""
                lianqiao: There is no command sevre. See ./lianqiao help.
                lianqiao: The option --prot is not known to serve. See ./lianqiao help.
                lianqiao: 选项 --port 后面缺少值。
                """, said());
    }

    @Test void theHelpIsWrittenInBothLanguagesAndNamesEveryCommand() {
        assertEquals(0, run(Map.of(), "serve", "--help"));
        for (var command : List.of("demo", "serve", "test", "import", "export", "bench", "help")) assertTrue(said().contains("\n  " + command), command);
        assertTrue(said().contains("连桥") && said().contains("Lianqiao"));
    }

    @Test void theLauncherHelpsFromAnyFolderThroughALinkAndSaysTheSameAsTheProgram() throws Exception {
        run(Map.of(), "help");
        var link = Path.of("target", "launcher-link").toAbsolutePath();
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("..", "lianqiao").toAbsolutePath().normalize());
        var launcher = new ProcessBuilder(link.toString(), "help").directory(Path.of("/").toFile()).redirectErrorStream(true).start();
        var says = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, launcher.waitFor());
        assertEquals(said().strip(), says.strip());
        Files.delete(link);
    }

    private int run(Map<String, String> environment, String... line) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.run(List.of(line), environment, NOON, out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}

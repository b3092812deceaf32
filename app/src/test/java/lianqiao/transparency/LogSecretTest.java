package lianqiao.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey.Kind;
import org.junit.jupiter.api.Test;

/** The key of the log may lie in a file as the program makes it, or as the command {@code log-key} writes it. */
class LogSecretTest {
    private static final String NAME = "city.example/log";

    private static Optional<LogSecret> read(String line) {
        return LogSecret.read(line.getBytes(StandardCharsets.US_ASCII));
    }

    @Test void whatTheCommandWritesIsRead() {
        var key = SigningKey.draw(NAME, Kind.NOTE).orThrow();
        for (var ending : new String[] {"", "\n", "\r\n"}) {
            var secret = read(key.encode() + ending).orElseThrow();
            assertEquals(Optional.of(NAME), secret.name());
            assertEquals(key.verifier().vkey(), secret.under(NAME).verifier().vkey());
            assertFalse(secret.toString().contains(key.encode().substring(60)), "never printed");
        }
    }

    @Test void thirtyTwoBytesAreReadAsBefore() {
        var seed = LogTown.seed(7);
        var secret = LogSecret.read(seed).orElseThrow();
        assertTrue(secret.name().isEmpty(), "they name no log");
        assertEquals(SigningKey.of(NAME, Kind.NOTE, seed).orThrow().verifier().vkey(), secret.under(NAME).verifier().vkey());
    }

    @Test void whatIsNoKeyOfThisLogIsRefused() {
        var line = SigningKey.draw(NAME, Kind.NOTE).orThrow().encode();
        assertTrue(read(SigningKey.draw(NAME, Kind.COSIGNATURE).orThrow().encode()).isEmpty(), "the key of a witness");
        assertTrue(read(line.substring(0, line.length() - 1)).isEmpty(), "cut off");
        assertTrue(read(line.replace(NAME, "town.example/log")).isEmpty(), "another name than the key was drawn for");
        assertTrue(read("").isEmpty() && read("x".repeat(31)).isEmpty() && read("x".repeat(33)).isEmpty());
        var secret = read(line).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> secret.under("town.example/log"));
    }
}

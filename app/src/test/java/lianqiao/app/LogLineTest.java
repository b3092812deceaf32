package lianqiao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a line of the log looks like, whatever somebody sends. */
class LogLineTest {
    private static final LoggerContext CONTEXT = (LoggerContext) LoggerFactory.getILoggerFactory();

    private static String line(String message, Throwable fault, Object... with) {
        return new LogLine().convert(new LoggingEvent("x", CONTEXT.getLogger("lianqiao.test"), Level.WARN, message, fault, with));
    }

    @Test void aMessageIsOneLineWhateverStandsInIt() {
        for (var newline : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\u001B[2K", "\u0000", "\u202E")) {
            var line = line("sign-in of {}", null, "zhang" + newline + "2026-11-23 INFO admin signed in");
            assertFalse(line.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x202E), line);
        }
        assertTrue(line("x".repeat(100_000), null).length() < 2_100);
    }

    @Test void aFaultIsToldWithItsFramesAndItsMessageForgesNoLine() {
        var told = line("no", new IllegalStateException("row (zhang@planted.test)\n2026 INFO forged", new IllegalArgumentException("13912345678\r\nforged")));
        assertTrue(told.contains("IllegalStateException") && told.contains("IllegalArgumentException") && told.contains("LogLineTest.java"), told);
        assertFalse(told.contains("zhang") || told.contains("13912345678"), told);
        assertTrue(told.lines().skip(1).allMatch(one -> one.startsWith("    at ") || one.contains(" | ")), told);
        assertFalse(told.lines().anyMatch(one -> one.startsWith("2026") || one.startsWith("forged")), told);
    }

    @Test void theWordsOfALibrarysFaultAreNotTold() {
        for (Runnable careless : List.<Runnable>of(() -> Integer.parseInt("张三的一天"), () -> java.time.Instant.parse("张三的一天"), () -> java.util.UUID.fromString("张三的一天"))) {
            try {
                careless.run();
            } catch (RuntimeException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("张三"), "the control: the fault itself quotes it");
                var told = line("no", e);
                assertFalse(told.contains("张三"), told);
                assertTrue(told.contains(e.getClass().getSimpleName()) && told.contains("LogLineTest"), told);
            }
        }
        assertTrue(line("no", new java.net.ConnectException("refused")).contains("refused"));
    }

    @Test void whatPointsAtAPersonIsMasked() {
        for (var planted : List.of("13912345678", "110101199003078670", "6222021234567890128", "湘A7K3M9", "zhang.san@planted.test")) {
            assertFalse(line("about {} now", null, planted).contains(planted), planted);
        }
        assertEquals("case 20261123-000001-8 took 12345 ms", line("case {} took {} ms", null, "20261123-000001-8", 12_345));
    }

    @Test void librariesWhisperEvenWhenSomebodySetsDebug() {
        var filter = new LibrariesWhisper();
        for (var name : List.of("org.apache.hc.client5.http.wire", "org.springframework.web", "org.apache.coyote.http11", "ROOT", "lianqiaofake")) {
            var logger = CONTEXT.getLogger(name);
            for (var level : List.of(Level.TRACE, Level.DEBUG, Level.INFO)) assertEquals(FilterReply.DENY, filter.decide(null, logger, level, "", null, null), name + level);
            assertEquals(FilterReply.NEUTRAL, filter.decide(null, logger, Level.WARN, "", null, null));
        }
        assertEquals(FilterReply.NEUTRAL, filter.decide(null, CONTEXT.getLogger("lianqiao.app"), Level.DEBUG, "", null, null));
    }

    @Test void theProgramsOwnConfigurationUsesBoth() throws Exception {
        var file = Files.readString(Path.of("src", "main", "resources", "logback.xml"));
        assertTrue(file.contains(LibrariesWhisper.class.getName()) && file.contains(LogLine.class.getName()));
        assertEquals(1, file.split("<appender ").length - 1, "no second way out for a line");
        assertTrue(file.contains("%plain%nopex"), "the framework's own way to print a fault would print it as it is");
        var layout = new PatternLayout();
        layout.setContext(CONTEXT);
        layout.setPattern("%msg");
        layout.start();
        var event = new LoggingEvent("x", CONTEXT.getLogger("lianqiao.test"), Level.WARN, "zhang\nforged", null, null);
        assertTrue(layout.doLayout(event).contains("\n"), "the control: the usual pattern lets a second line through");
    }
}

package lianqiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import lianqiao.town.HeardLog;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FormTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private final FormTokens tokens = new FormTokens("a key of thirty-two bytes, at least".getBytes());

    @Test void typedTextIsCleanedButRareHanAndEmojiStay() {
        assertEquals("𠮷㐂 👨‍👩‍👧 é", Form.clean("\u0000\u200b𠮷㐂\u0007 👨‍👩‍👧 e\u0301\u3000".replace("\u200b", "")));
        assertEquals("一\n二\t三", Form.clean("一\r\n二\t三\r"));
        assertEquals("ab", Form.clean("a\uD800b"), "half of a surrogate pair");
        assertEquals("moc.elgoog", Form.clean("\u202Emoc.elgoog"), "nothing may turn the text round");
    }

    @Test void lengthIsCountedInCharactersAsPeopleCountThem() {
        var form = Form.empty().with("title", "𠮷".repeat(80)).with("place", "𠮷".repeat(81));
        assertEquals(160, form.line("title", 80).length());
        assertNull(form.error("title"));
        form.line("place", 80);
        assertEquals(java.util.List.of(80, 1), form.errors().getFirst().places());
    }

    @Test void whatIsMissingOrTooLongIsSaidAndWhatWasTypedIsKept() {
        var form = Form.empty().with("title", "   ").with("text", "长".repeat(5));
        assertEquals("", form.line("title", 80));
        assertEquals("", form.text("text", 4));
        assertEquals(2, form.errors().size());
        assertEquals("web.form.missing", form.errors().getFirst().key());
        assertEquals("长长长长长", form.typed("text"));
    }

    @Test void aChoiceNobodyOfferedIsRefused() {
        var form = Form.empty().with("kind", "root");
        assertEquals(Optional.empty(), form.choice("kind", Set.of("question", "complaint")));
        assertTrue(form.hasErrors());
    }

    @Test void aFieldThatMayStayEmptyMayStayEmpty() {
        var form = Form.empty();
        assertEquals(Optional.empty(), form.optionalLine("place", 80));
        assertFalse(form.hasErrors());
    }

    @Test void aFormMayLieOpenForSevenDaysAndKeepsItsNameAfterwards() {
        var token = tokens.issue(MONDAY);
        var onSunday = assertInstanceOf(FormTokens.Genuine.class, tokens.check(token, MONDAY.plus(Duration.ofDays(7))));
        var later = assertInstanceOf(FormTokens.Expired.class, tokens.check(token, MONDAY.plus(Duration.ofDays(7)).plusSeconds(1)));
        assertEquals(onSunday.nonce(), later.nonce());
    }

    @Test void aTokenThatIsNotOursIsForged() {
        var token = tokens.issue(MONDAY);
        var others = new FormTokens("another key of thirty-two bytes, too".getBytes());
        assertInstanceOf(FormTokens.Forged.class, others.check(token, MONDAY));
        assertInstanceOf(FormTokens.Forged.class, tokens.check(null, MONDAY));
        assertInstanceOf(FormTokens.Forged.class, tokens.check("", MONDAY));
        assertInstanceOf(FormTokens.Forged.class, tokens.check(token + "A", MONDAY));
        assertInstanceOf(FormTokens.Forged.class, tokens.check(token.replace(".", ".9"), MONDAY));
        assertInstanceOf(FormTokens.Forged.class, tokens.check(tokens.issue(MONDAY.plus(Duration.ofDays(1))), MONDAY), "from the future");
    }

    @Test void aMillionForgedFormsWriteTwentyLines() {
        try (var log = HeardLog.of(FormTest.class.getName())) {
            var forged = new Refusals(LoggerFactory.getLogger(FormTest.class), "a form");
            for (int i = 0; i < 1_000_000; i++) forged.note();
            assertEquals(20, log.lines().size());
            assertEquals("refused: a form (1 since the start)", log.lines().getFirst());
            assertEquals("refused: a form (524288 since the start)", log.lines().getLast());
        }
    }
}

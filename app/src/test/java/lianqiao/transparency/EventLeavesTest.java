package lianqiao.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianqiao.cases.Workflow;
import lianqiao.store.Event;
import lianqiao.store.Leaves.Leaf;
import org.junit.jupiter.api.Test;

/** A leaf says what happened and nothing of the person; its bytes are those of docs/log-format.md. */
class EventLeavesTest {
    private static final Instant AT = Instant.parse("2026-11-23T01:12:44.512345Z");
    private static final Event RECEIVED = new Event("20261123-000017-4", 1, "CaseReceived", AT, "RESIDENT", null, null,
            Map.of("state", "RECEIVED", "kind", "HELP", "service", "street-light", "area", "river-town", "channel", "web", "limit", "5wd",
                    "due", "2026-11-30T16:00:00Z", "lastDay", "2026-11-30", "provisional", "false", "confidential", "false"));

    /** Salts 00 … 1f, 20 … 3f and so on, so that the vectors can be worked out by hand. */
    private static EventLeaves counting() {
        return new EventLeaves(new SecureRandom() {
            private static final long serialVersionUID = 1L;
            private byte next;

            @Override public void nextBytes(byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) bytes[i] = next++;
            }
        });
    }

    private static String text(Leaf leaf) {
        return new String(leaf.entry(), StandardCharsets.UTF_8);
    }

    @Test void theCommitmentIsTheOneOfTheFormat() {
        var salt = HexFormat.of().parseHex("404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f");
        assertEquals("5a1d784afb181f44f2e03a252b1ef785213a8ed89fea68ca0d97520556ddc8c5", Commitment.to("body", salt, "路灯不亮"));
    }

    @Test void theVectorsOfTheFormatAreByteForByteWhatTheProgramWrites() {
        var open = counting().of(RECEIVED, false, Map.of("title", "路灯不亮", "text", "门口的路灯三天没亮了。"));
        var closed = counting().of(new Event("20261123-000018-1", 4, "ReplyPublished", AT, "OFFICER", "lighting", "o1",
                Map.of("state", "ANSWERED", "waitUntil", "2026-11-25T16:00:00Z")), true, Map.of("text", "已修好。"));
        var page = lianqiao.house.Docs.read("log-format.md");
        assertTrue(page.contains(text(open)), () -> "docs/log-format.md lacks\n" + text(open));
        assertTrue(page.contains(text(closed)), () -> "docs/log-format.md lacks\n" + text(closed));
    }

    @Test void nothingThatPeopleWroteStandsInALeaf() {
        var leaf = text(new EventLeaves().of(RECEIVED, false, Map.of("title", "路灯不亮", "text", "我是王小明，电话13800001111", "place", "河畔路三号")));
        for (var word : new String[] {"路灯", "王小明", "13800001111", "河畔", "street-light", "river-town", "HELP"}) assertFalse(leaf.contains(word), leaf);
    }

    @Test void aConfidentialCaseShowsThatItIsThereItsClockAndItsEndAndNoOffice() {
        var answered = new Event("20261123-000018-1", 4, "CaseRefused", AT, "HEAD", "lighting", "o1", Map.of("state", "REFUSED", "ground", "court"));
        var leaf = text(new EventLeaves().of(answered, true, Map.of("text", "请向法院提出。")));
        assertTrue(leaf.contains("\"confidential\":true") && leaf.contains("\"facts\":{\"state\":\"REFUSED\"}") && leaf.contains("\"ev\":\"CaseRefused\""), leaf);
        for (var word : new String[] {"lighting", "court", "o1\""}) assertFalse(leaf.contains(word), leaf);
        assertTrue(text(new EventLeaves().of(answered, false, Map.of())).contains("\"facts\":{\"ground\":\"court\",\"state\":\"REFUSED\"}"));
    }

    @Test void theSameWordsTwiceDoNotLookTheSame() {
        var leaves = new EventLeaves();
        var first = leaves.of(RECEIVED, false, Map.of("text", "13800001111"));
        var second = leaves.of(RECEIVED, false, Map.of("text", "13800001111"));
        assertNotEquals(text(first), text(second));
        var salts = first.salts().values().stream().map(HexFormat.of()::formatHex).collect(Collectors.toSet());
        assertEquals(first.salts().size(), salts.size(), "every field has a salt of its own");
    }

    @Test void aReminderAndADeskNoteAreNoLeaf() {
        assertNull(new EventLeaves().of(new Event("20261123-000017-4", 2, "NoteWritten", AT, "OFFICER", "lighting", "o1", Map.of()), false, Map.of()));
        assertNull(new EventLeaves().of(new Event("20261123-000017-4", 2, "LadderClimbed", AT, "CLOCK", null, null, Map.of("rung", "REMINDER")), false, Map.of()));
    }

    @Test void everyEventOfTheStepTableIsALeafOrSaysWhyNot() {
        var events = new TreeSet<>(Workflow.all().stream().map(Workflow.Step::event).toList());
        events.add("CaseReceived");
        assertEquals(events, new TreeSet<>(PublicSteps.TABLE.keySet()));
        for (var step : Workflow.all()) {
            assertEquals(step.publicly(), PublicSteps.TABLE.get(step.event()).whyNot().isEmpty(), step.event() + ": what the trail shows is a leaf, what it hides says why not");
        }
    }

    @Test void thePageOfTheFormatNamesEveryStep() {
        var page = lianqiao.house.Docs.read("log-format.md");
        var missing = new HashSet<String>();
        PublicSteps.TABLE.forEach((event, kind) -> {
            var shown = kind.shown().isEmpty() ? "–" : kind.shown().stream().sorted().map(f -> "`" + f + "`").collect(Collectors.joining(", "));
            var line = "| `" + event + "` | " + (kind.whyNot().isEmpty() ? "yes | " + shown : "no | " + kind.whyNot()) + " |";
            if (!page.contains(line)) missing.add(line);
        });
        assertEquals("", missing.stream().sorted().collect(Collectors.joining("\n")));
    }
}

package lianqiao.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Messages of residents and answers of offices as they were really written; they lie beside a checkout. */
class RealMessagesTest {
    private static final Path FOLDER = Path.of("..").resolve("..").resolve("shared/data/civic-messages");

    private static final Pattern TELEPHONES = Pattern.compile("0[37]\\d\\d[-－—]\\d{7,8}");

    private static List<CSVRecord> rows(String file) throws IOException {
        assumeTrue(Files.exists(FOLDER.resolve(file)), "the real messages lie beside a checkout, see CONTRIBUTING.md");
        try (var reader = Files.newBufferedReader(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
            reader.mark(1);
            if (reader.read() != 0xfeff) reader.reset();
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }

    @Test void noOfficeTelephoneInAReplyIsMasked() throws IOException {
        var masked = new ArrayList<String>();
        long telephones = 0;
        for (var row : rows("messages-with-replies.csv")) {
            var reply = row.get("reply");
            telephones += TELEPHONES.matcher(reply).results().count();
            for (var detail : Details.in(reply, Speaker.OFFICE))
                masked.add(detail.kind() + ": " + reply.substring(Math.max(0, detail.from() - 8), Math.min(reply.length(), detail.to() + 8)));
        }
        assertTrue(telephones > 100, telephones + " telephones in the replies");
        assertEquals("", String.join("\n", masked));
    }

    @Test void everyPlantedNumberIsMaskedWhereverItStands() throws IOException {
        var random = new Random(20261122);
        var left = new ArrayList<String>();
        int planted = 0;
        for (var row : rows("messages-with-replies.csv"))
            for (var text : List.of(row.get("title"), row.get("body"), row.get("reply")))
                for (var number : List.of(mobile(random), identity(random), DetailsTest.card("622202" + digits(random, 12)), DetailsTest.card("4" + digits(random, 14)), plate(random))) {
                    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
                    var sentence = text.substring(0, at) + "，请记" + number + "，" + text.substring(at);
                    for (var speaker : Speaker.values()) {
                        planted++;
                        if (Details.masked(sentence, speaker).contains(number)) left.add(number + " in " + sentence);
                    }
                }
        assertTrue(planted > 50_000, planted + " planted");
        assertEquals("", String.join("\n", left));
    }

    /** Six in 3,804 messages: three lists of plates, one plate of a lorry, one mobile number, one landline. */
    @Test void littleElseIsTakenForADetailInRealMessages() throws IOException {
        var found = new ArrayList<String>();
        for (var file : List.of("messages-with-replies.csv", "messages-with-likes.csv"))
            for (var row : rows(file)) Details.in(row.get(4), Speaker.RESIDENT).forEach(detail -> found.add(detail.kind().name()));
        found.sort(null);
        assertEquals(List.of("LANDLINE", "MOBILE", "PLATE", "PLATE", "PLATE", "PLATE"), found);
    }

    private static String digits(Random random, int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) digits.append(random.nextInt(10));
        return digits.toString();
    }

    private static String mobile(Random random) {
        return "1" + (3 + random.nextInt(7)) + digits(random, 9);
    }

    private static String identity(Random random) {
        var front = "4301%02d%d%02d%02d%s".formatted(1 + random.nextInt(20), 1940 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28), digits(random, 3));
        for (char check : "0123456789X".toCharArray()) if (IdentityNumber.isValid(front + check)) return front + check;
        throw new IllegalStateException(front);
    }

    private static String plate(Random random) {
        return "湘" + (char) ('A' + random.nextInt(8)) + (random.nextBoolean() ? "" : "D") + digits(random, 5);
    }
}

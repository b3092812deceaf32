package lianqiao.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry of a Lianqiao log says (docs/log-format.md, version 1). Only what monitors look at is named here; an entry of
 * another version is kept and nothing is read into it. Immutable and thread-safe.
 *
 * @param event what happened, field {@code ev}
 * @param caseNumber of which case, field {@code case}; empty when it is about none
 * @param time when, by the office's books, field {@code t}, in seconds since 1970
 * @param imported whether it is the beginning of a case taken over from an earlier system, with the times of then
 */
public record LeafText(String event, String caseNumber, long time, boolean imported) {
    private static final String VERSION = "1";

    /** Reads an entry; one that is not canonical JSON of version 1 with event and time is refused. */
    public static Outcome<LeafText> read(byte[] entry) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry)).toString();
            return CanonicalJson.fields(text).filter(fields -> VERSION.equals(fields.get("v"))).flatMap(LeafText::read).map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Means.FORMAT, "an entry that is no leaf of version " + VERSION));
        } catch (CharacterCodingException e) {
            return Outcome.refused(Means.FORMAT, "an entry that is not UTF-8");
        }
    }

    private static Optional<LeafText> read(Map<String, Object> fields) {
        if (!(fields.get("ev") instanceof String event) || !(fields.get("t") instanceof String time)) return Optional.empty();
        boolean imported = event.equals("CaseReceived") && fields.get("facts") instanceof Map<?, ?> facts && "import".equals(facts.get("channel"));
        try {
            return Optional.of(new LeafText(event, fields.get("case") instanceof String number ? number : "", OffsetDateTime.parse(time).toEpochSecond(), imported));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

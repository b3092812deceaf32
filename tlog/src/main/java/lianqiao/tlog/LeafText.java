package lianqiao.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry of a Lianqiao log says: canonical JSON without personal text (docs/transparency.md). Only what monitors look
 * at is named here; other fields may come. Immutable and thread-safe.
 *
 * @param event what happened, field {@code ev}
 * @param time when, field {@code t}, in seconds since 1970
 * @param fields all plain fields at the top, as they are written
 */
public record LeafText(String event, long time, Map<String, String> fields) {

    /** Reads an entry; one that is not canonical JSON with {@code ev} and {@code t} is refused. */
    public static Outcome<LeafText> read(byte[] entry) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry)).toString();
        } catch (CharacterCodingException e) {
            return refused();
        }
        var fields = CanonicalJson.fields(text);
        if (fields.isEmpty() || !fields.get().containsKey("ev") || !fields.get().containsKey("t")) return refused();
        try {
            return Outcome.done(new LeafText(fields.get().get("ev"), OffsetDateTime.parse(fields.get().get("t")).toEpochSecond(), fields.get()));
        } catch (DateTimeException e) {
            return refused();
        }
    }

    /** The number of the case it is about, field {@code case}. */
    public Optional<String> caseNumber() {
        return Optional.ofNullable(fields.get("case"));
    }

    private static Outcome<LeafText> refused() {
        return Outcome.refused(Means.FORMAT, "an entry that is not a leaf of Lianqiao");
    }
}

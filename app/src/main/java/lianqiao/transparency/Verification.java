package lianqiao.transparency;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lianqiao.store.Leaves;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.Policy;
import lianqiao.tlog.Receipt;
import lianqiao.transparency.Verified.Entry;
import lianqiao.transparency.Verified.Opened;
import lianqiao.transparency.Verified.Voice;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a receipt, and the words that belong to it, by keys alone: nothing is looked up. Thread-safe. */
final class Verification {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Policy policy;

    Verification(Policy policy) {
        this.policy = policy;
    }

    /** @param opening values and salts as handed out with {@link PublicLog#opening}; may be empty */
    Verified of(byte[] receipt, String opening) {
        return switch (Receipt.read(receipt).then(read -> read.check(policy))) {
            case Outcome.Refused<Receipt.Proven>(var by, _) -> new Verified(by.name(), null, List.of(), List.of());
            case Outcome.Done<Receipt.Proven>(var proven) -> good(proven, opening);
        };
    }

    private static Verified good(Receipt.Proven proven, String opening) {
        var text = new String(proven.entry(), StandardCharsets.UTF_8);
        var json = read(text);
        var entry = new Entry(json.path("ev").asString(""), json.path("case").asString(""), json.path("n").asInt(0), at(json.path("t").asString("")),
                proven.index(), proven.opened().checkpoint().size(), text);
        var voices = proven.opened().cosignatures().stream().map(c -> new Voice(c.name(), Instant.ofEpochSecond(c.time()))).toList();
        return new Verified("", entry, voices, opened(json, read(opening)));
    }

    /** The commitments of an entry, by field. */
    Map<String, String> commitments(byte[] entry) {
        var commitments = new HashMap<String, String>();
        read(new String(entry, StandardCharsets.UTF_8)).path("commit").properties().forEach(one -> commitments.put(one.getKey(), one.getValue().asString("")));
        return commitments;
    }

    private static List<Opened> opened(JsonNode entry, JsonNode opening) {
        var opened = new ArrayList<Opened>();
        if (!opening.path("case").asString("").equals(entry.path("case").asString(""))) return opened;
        for (var step : opening.path("steps")) {
            if (step.path("n").asInt(0) != entry.path("n").asInt(-1)) continue;
            step.path("fields").properties().forEach(field -> opened.add(new Opened(field.getKey(),
                    isSame(field.getKey(), field.getValue(), entry.path("commit").path(field.getKey()).asString("")))));
        }
        return opened;
    }

    private static boolean isSame(String field, JsonNode opened, String commitment) {
        try {
            var salt = HexFormat.of().parseHex(opened.path("salt").asString(""));
            return salt.length == Leaves.SALT_BYTES && Commitment.to(field, salt, opened.path("value").asString("")).equals(commitment);
        } catch (IllegalArgumentException noHex) {
            return false;
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static @Nullable Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

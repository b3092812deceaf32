package lianqiao.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import lianqiao.store.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A leaf computed once more from the event as it is stored now and the salts that are kept. What people wrote stands with the
 * room that owns the case, and a salt may be forgotten: those commitments are taken as the leaf has them, all else is computed.
 */
final class Recomputed {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Recomputed() {}

    /** The first part of the leaf that does not say what the event says; empty when all of it does. */
    static Optional<String> difference(Event event, Map<String, byte[]> salts, byte[] leaf) {
        try {
            var stored = new TreeMap<>(JSON.readValue(new String(leaf, StandardCharsets.UTF_8), OBJECT));
            var again = again(event, salts, stored);
            if (Arrays.equals(CanonicalJson.of(again).getBytes(StandardCharsets.UTF_8), leaf)) return Optional.empty();
            var parts = new TreeSet<>(stored.keySet());
            parts.addAll(again.keySet());
            return Optional.of(parts.stream().filter(part -> !Objects.equals(stored.get(part), again.get(part))).findFirst().orElse("form"));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.of("form");
        }
    }

    private static Map<String, Object> again(Event event, Map<String, byte[]> salts, Map<String, Object> stored) {
        boolean confidential = Boolean.TRUE.equals(stored.get("confidential"));
        var leaf = new TreeMap<String, Object>();
        leaf.put("v", 1);
        leaf.put("ev", event.name());
        leaf.put("case", event.subject());
        leaf.put("n", event.number());
        leaf.put("t", seconds(event.at()));
        leaf.put("by", event.role());
        if (!event.fact("due").isEmpty()) leaf.put("due", seconds(Instant.parse(event.fact("due"))));
        if (confidential) leaf.put("confidential", true);
        else if (event.office() != null) leaf.put("unit", event.office());
        var facts = new HashMap<String, String>();
        texts(stored.get("facts")).keySet().forEach(name -> facts.put(name, event.fact(name)));
        leaf.put("facts", facts);
        leaf.put("commit", commitments(EventLeaves.hidden(event, confidential, Map.of()), salts, texts(stored.get("commit"))));
        return leaf;
    }

    /** @param known the values that stand in the event */
    private static Map<String, String> commitments(Map<String, String> known, Map<String, byte[]> salts, Map<String, String> stored) {
        var commitments = new HashMap<>(stored);
        commitments.keySet().removeIf(field -> EventLeaves.OF_THE_EVENT.contains(field) && !known.containsKey(field));
        known.forEach((field, value) -> {
            var salt = salts.get(field);
            if (salt != null) commitments.put(field, Commitment.to(field, salt, value));
            else commitments.putIfAbsent(field, "");
        });
        return commitments;
    }

    private static Map<String, String> texts(@Nullable Object value) {
        var texts = new HashMap<String, String>();
        if (value instanceof Map<?, ?> map) map.forEach((name, text) -> texts.put((String) name, String.valueOf(text)));
        return texts;
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

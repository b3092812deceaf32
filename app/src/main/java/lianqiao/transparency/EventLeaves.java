package lianqiao.transparency;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lianqiao.store.Event;
import lianqiao.store.Leaves;
import org.jspecify.annotations.Nullable;

/**
 * Writes the leaf of an event, format version 1 (docs/log-format.md): what happened, to which case, when, by which office
 * and until when in the clear; everything that people wrote, and all facts of the event together, only as commitments.
 * Of a confidential case the office and the facts of the step are commitments too. Thread-safe.
 */
public final class EventLeaves implements Leaves {
    private static final int VERSION = 1;
    /** Commitments to what stands in the event itself; all others are to what people wrote. */
    static final Set<String> OF_THE_EVENT = Set.of("facts", "officer", "unit");

    private final SecureRandom random;

    public EventLeaves() {
        this(new SecureRandom());
    }

    /** With a source of salts that a test can foretell. */
    EventLeaves(SecureRandom random) {
        this.random = random;
    }

    @Override public @Nullable Leaf of(Event event, boolean confidential, Map<String, String> written) {
        return PublicSteps.of(event).map(kind -> leaf(event, confidential, written, kind)).orElse(null);
    }

    private Leaf leaf(Event event, boolean confidential, Map<String, String> written, PublicSteps.Kind kind) {
        var entry = new HashMap<String, Object>();
        entry.put("v", VERSION);
        entry.put("ev", event.name());
        entry.put("case", event.subject());
        entry.put("n", event.number());
        entry.put("t", seconds(event.at()));
        entry.put("by", event.role());
        if (!event.fact("due").isEmpty()) entry.put("due", seconds(Instant.parse(event.fact("due"))));
        if (confidential) entry.put("confidential", true);
        else if (event.office() != null) entry.put("unit", event.office());
        entry.put("facts", shown(event, confidential, kind));
        var hidden = hidden(event, confidential, written);
        var salts = salts(hidden);
        var commitments = new HashMap<String, String>();
        hidden.forEach((field, value) -> commitments.put(field, Commitment.to(field, salts.get(field), value)));
        entry.put("commit", commitments);
        return new Leaf(CanonicalJson.of(entry).getBytes(StandardCharsets.UTF_8), salts);
    }

    private static Map<String, String> shown(Event event, boolean confidential, PublicSteps.Kind kind) {
        var facts = new HashMap<String, String>();
        event.facts().forEach((name, value) -> {
            boolean open = PublicSteps.ALWAYS_SHOWN.contains(name) || !confidential && kind.shown().contains(name);
            if (open && !value.isEmpty()) facts.put(name, value);
        });
        return facts;
    }

    /** The values behind the commitments, by field. */
    static Map<String, String> hidden(Event event, boolean confidential, Map<String, String> written) {
        var hidden = new TreeMap<>(written);
        hidden.put("facts", CanonicalJson.of(event.facts()));
        if (event.officer() != null) hidden.put("officer", event.officer());
        if (confidential && event.office() != null) hidden.put("unit", event.office());
        return hidden;
    }

    private Map<String, byte[]> salts(Map<String, String> hidden) {
        var salts = new TreeMap<String, byte[]>();
        for (var field : hidden.keySet()) {
            var salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            salts.put(field, salt);
        }
        return salts;
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package lianqiao.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a subject's history, as stored. It carries codes, numbers and dates only; what people wrote lives with
 * the room that owns the subject, so that the law can have a text removed without touching history.
 *
 * @param subject what it is about, for example a case number
 * @param number 1 for the subject's first event, then without gaps
 * @param name past tense, for example {@code CaseReceived}
 * @param role who did it, as a word of the owning room
 * @param office the office they acted for, if any
 * @param officer the officer's opaque code, if any; never shown in public
 */
public record Event(
        String subject, int number, String name, Instant at, String role,
        @Nullable String office, @Nullable String officer, Map<String, String> facts) {

    public Event {
        facts = Map.copyOf(facts);
    }

    /** The fact of that name, or an empty text. */
    public String fact(String key) {
        return facts.getOrDefault(key, "");
    }
}

package lianqiao.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.privacy.Details;
import lianqiao.privacy.Speaker;
import lianqiao.store.Event;

/**
 * Makes what everybody may read out of what people wrote, once, when it is written. It is the one place where texts are
 * masked: every list, page, index, letter, feed and export takes the public text that was stored. Pure; thread-safe.
 */
final class PublicTexts {
    /** Entries in which a resident speaks, whoever typed the words. */
    private static final Set<String> BY_RESIDENTS = Set.of("CaseReceived", "ResidentAdded", "VerdictSolved", "VerdictNotSolved", "CaseReopened", "CaseEscalated",
            "NoticeGiven", "RecourseTaken");

    private PublicTexts() {}

    /** The same question with its title, text and place as everybody may read them. */
    static NewCase of(NewCase c) {
        var title = resident(c.title());
        var body = resident(c.body());
        var address = resident(c.address());
        boolean same = title.equals(c.title()) && body.equals(c.body()) && address.equals(c.address());
        return same ? c : new NewCase(c.kind(), c.service(), c.area(), address, c.point(), title, body, c.language(), c.confidential(), c.concerns(),
                c.channel(), c.resident(), c.requestKey(), c.photos());
    }

    /** What is masked in the second, by the name of the part; empty when nothing is. */
    static Map<String, String> differing(NewCase written, NewCase shown) {
        if (written == shown) return Map.of();
        var parts = new HashMap<>(Map.of("title", written.title(), "body", written.body(), "address", written.address()));
        parts.values().removeAll(List.of(shown.title(), shown.body(), shown.address()));
        return parts;
    }

    /** The words of an entry as everybody may read them; words for the desk alone stay as they are. */
    static String of(String event, String text) {
        return text.isEmpty() || !Workflow.isPublic(event) ? text : Details.masked(text, speaker(event));
    }

    /** Whether an entry holds what its resident wrote or said, typed by themselves, by the hotline or brought in from an earlier system. */
    static boolean isByResident(Event e) {
        var role = By.Role.valueOf(e.role());
        return role == By.Role.RESIDENT || BY_RESIDENTS.contains(e.name()) && (role == By.Role.OPERATOR || role == By.Role.CLOCK);
    }

    /** Whose words an entry holds. */
    static Speaker speaker(String event) {
        return BY_RESIDENTS.contains(event) ? Speaker.RESIDENT : Speaker.OFFICE;
    }

    private static String resident(String text) {
        return Details.masked(text, Speaker.RESIDENT);
    }
}

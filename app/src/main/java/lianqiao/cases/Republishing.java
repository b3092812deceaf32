package lianqiao.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Measure.Form;
import lianqiao.privacy.Detail;
import lianqiao.privacy.Details;
import lianqiao.privacy.Speaker;
import lianqiao.store.Event;
import lianqiao.store.Events;

/**
 * Makes what everybody may read of an entry anew after a measure was taken or lifted, or the rules of masking changed: from the words as they were
 * written, the personal details found in them, and all measures in force. So lifting one leaves the others standing.
 * Call it in the transaction of the act. Thread-safe.
 */
final class Republishing {
    private final CaseStore store;
    private final OriginalStore originals;
    private final PhotoStore photos;
    private final MeasureStore measures;
    private final Events events;

    Republishing(CaseStore store, OriginalStore originals, PhotoStore photos, MeasureStore measures, Events events) {
        this.store = store;
        this.originals = originals;
        this.photos = photos;
        this.measures = measures;
        this.events = events;
    }

    /** Notes where the measure stands that entry {@code changedBy} took, lifted or decided about, and shows what it concerns accordingly. */
    void after(CaseStore.Row row, int changedBy, Instant now) {
        var history = events.of(row.number().text());
        var e = history.get(changedBy - 1);
        var all = row.progress().measures;
        var changed = all.all().stream().filter(m -> m.number() == changedBy || m.proposal() == changedBy
                || Integer.toString(m.number()).equals(e.fact("measure")) || Integer.toString(m.proposal()).equals(e.fact("proposal"))).findFirst();
        if (changed.isEmpty()) return;
        measures.note(row.number(), changed.get(), now);
        if (changed.get().number() == 0) return;
        int entry = changed.get().entry();
        store(row.number(), entry, fresh(row, kept(row.number()), entry, PublicTexts.speaker(history.get(entry - 1).name()), all.inForceOn(entry)));
        pictures(row.number(), entry, all.inForceOn(entry));
    }

    /** Whether newer rules would mask more, or less, of a case than everybody reads now. */
    boolean isStale(CaseStore.Row row) {
        var history = events.of(row.number().text());
        var kept = kept(row.number());
        var inForce = measuresIn(history);
        return history.stream().anyMatch(e -> Workflow.isPublic(e.name()) && !fresh(row, kept, e, inForce).isSame());
    }

    /** Masks every public entry by the rules of today; the measures in force stay. */
    void all(CaseStore.Row row) {
        var history = events.of(row.number().text());
        var kept = kept(row.number());
        var inForce = measuresIn(history);
        for (var e : history) if (Workflow.isPublic(e.name())) store(row.number(), e.number(), fresh(row, kept, e, inForce));
    }

    private static Measures measuresIn(List<Event> history) {
        var measures = new Measures();
        history.forEach(measures::apply);
        return measures;
    }

    /** What stands in the database about the words of a case. */
    private record Kept(Map<Integer, String> texts, Map<Integer, Map<String, String>> originals) {}

    private Kept kept(CaseNumber number) {
        return new Kept(store.texts(number), originals.of(number));
    }

    private static Fresh fresh(CaseStore.Row row, Kept kept, Event e, Measures measures) {
        return fresh(row, kept, e.number(), PublicTexts.speaker(e.name()), measures.inForceOn(e.number()));
    }

    /**
     * An entry by its parts.
     *
     * @param before as everybody reads it now
     * @param written as it was written
     * @param shown as everybody is to read it
     */
    private record Fresh(Map<String, String> before, Map<String, String> written, Map<String, String> shown) {
        boolean isSame() {
            return before.equals(shown);
        }

        String part(String name) {
            return shown.getOrDefault(name, "");
        }
    }

    private static Fresh fresh(CaseStore.Row row, Kept kept, int entry, Speaker speaker, List<Measure> inForce) {
        var before = entry == 1 ? Map.of("title", row.asked().title(), "body", row.asked().body(), "address", row.asked().address())
                : Map.of("text", kept.texts().getOrDefault(entry, ""));
        var written = new HashMap<>(before);
        written.putAll(kept.originals().getOrDefault(entry, Map.of()));
        var shown = new HashMap<String, String>();
        written.forEach((part, text) -> shown.put(part, shown(part, text, speaker, inForce)));
        return new Fresh(before, written, shown);
    }

    private void store(CaseNumber number, int entry, Fresh fresh) {
        if (fresh.isSame()) return;
        var kept = new HashMap<>(fresh.written());
        kept.keySet().removeIf(part -> fresh.part(part).equals(fresh.written().get(part)));
        originals.keep(number, entry, kept);
        if (entry == 1) store.showAs(number, fresh.part("title"), fresh.part("body"), fresh.part("address"));
        else store.showAs(number, entry, fresh.part("text"));
    }

    private static String shown(String part, String text, Speaker speaker, List<Measure> inForce) {
        if (text.isEmpty()) return text;
        if (inForce.stream().anyMatch(Republishing::withholdsAll)) return Details.MASK;
        var masked = new ArrayList<>(Details.in(text, speaker));
        for (var measure : inForce)
            for (var span : measure.spans())
                if (span.part().equals(part) && span.to() <= text.length()) masked.add(new Detail(Detail.Kind.BY_HAND, span.from(), span.to()));
        return Details.masked(text, masked);
    }

    private static boolean withholdsAll(Measure measure) {
        return measure.form() == Form.WITHHOLD && measure.photo() == null;
    }

    private void pictures(CaseNumber number, int entry, List<Measure> inForce) {
        boolean all = inForce.stream().anyMatch(Republishing::withholdsAll);
        for (var photo : photos.of(number, true).getOrDefault(entry, List.of())) {
            var mine = inForce.stream().filter(m -> photo.equals(m.photo())).toList();
            boolean withheld = all || mine.stream().anyMatch(m -> m.form() == Form.WITHHOLD);
            // The newest blackened version was made from the original and is the one that was confirmed last.
            photos.show(number, entry, photo, withheld, mine.isEmpty() ? null : mine.getLast().instead());
        }
    }
}

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
import lianqiao.store.Events;

/**
 * Makes what everybody may read of an entry anew after a measure was taken or lifted: from the words as they were
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
        var named = history.get(changedBy - 1).fact("measure");
        var all = row.progress().measures;
        var changed = all.all().stream().filter(m -> m.number() == changedBy || Integer.toString(m.number()).equals(named)).findFirst();
        if (changed.isEmpty()) return;
        measures.note(row.number(), changed.get(), now);
        int entry = changed.get().entry();
        show(row, entry, PublicTexts.speaker(history.get(entry - 1).name()), all.inForceOn(entry));
    }

    private void show(CaseStore.Row row, int entry, Speaker speaker, List<Measure> inForce) {
        var number = row.number();
        var before = entry == 1 ? Map.of("title", row.asked().title(), "body", row.asked().body(), "address", row.asked().address())
                : Map.of("text", store.texts(number).getOrDefault(entry, ""));
        var written = new HashMap<>(before);
        written.putAll(originals.of(number).getOrDefault(entry, Map.of()));
        var shown = new HashMap<String, String>();
        written.forEach((part, text) -> shown.put(part, shown(part, text, speaker, inForce)));
        var kept = new HashMap<>(written);
        kept.keySet().removeIf(part -> String.valueOf(shown.get(part)).equals(written.get(part)));
        originals.keep(number, entry, kept);
        if (entry == 1) store.showAs(number, String.valueOf(shown.get("title")), String.valueOf(shown.get("body")), String.valueOf(shown.get("address")));
        else store.showAs(number, entry, String.valueOf(shown.get("text")));
        pictures(number, entry, inForce);
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

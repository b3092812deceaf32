package lianqiao.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.calendar.Deadline;
import lianqiao.cases.By.Role;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.store.Event;
import lianqiao.store.Events;

/** Puts a case together for one of the three doors of {@link Cases}: what it is, where it stands and its trail. */
final class Showing {
    private final CaseStore store;
    private final NamedStore named;
    private final PhotoStore photos;
    private final Events events;

    Showing(CaseStore store, NamedStore named, PhotoStore photos, Events events) {
        this.store = store;
        this.named = named;
        this.photos = photos;
        this.events = events;
    }

    /**
     * @param asSent whether this reader may see photos as they were sent
     * @param written what this reader may see word for word, by entry and part; the public text stands where nothing is given
     */
    Case of(CaseStore.Row row, boolean everything, boolean asSent, Map<Integer, Map<String, String>> written) {
        return of(row, everything, written.getOrDefault(1, Map.of()), everything ? named.of(row) : Set.of(),
                trail(row.number(), everything, asSent, written), store.joinedInto(row.number()));
    }

    /** A case right after its receipt, as its resident sees it; asks the database nothing. */
    Case fresh(CaseStore.Row row, Event received) {
        return of(row, false, Map.of(), Set.of(), List.of(entry(received, true, false, "", row.asked().photos())), 0);
    }

    private static Case of(CaseStore.Row row, boolean everything, Map<String, String> first, Set<OfficerId> named, List<Case.Entry> trail, int joinedCases) {
        var p = row.progress();
        var a = row.asked();
        return new Case(row.number(), a.kind(), p.state, a.service(), a.area(), first.getOrDefault("address", a.address()), a.point(),
                first.getOrDefault("title", a.title()), first.getOrDefault("body", a.body()), a.language(),
                a.confidential(), everything ? a.concerns() : null, a.channel(), p.lead, p.helping, p.sendBacks, p.decided, p.extensions,
                p.reopened, p.level, p.rung, p.clock, new Deadline(p.due, p.lastDay, p.provisional), p.waitUntil,
                p.revisitOn, p.joinedInto, joinedCases, p.solved, p.attitude, p.speed, p.closing, p.ground,
                p.receivedAt, p.updatedAt, p.answeredAt, p.doneAt, p.closedAt, named, trail);
    }

    private List<Case.Entry> trail(CaseNumber number, boolean everything, boolean asSent, Map<Integer, Map<String, String>> written) {
        var texts = store.texts(number);
        written.forEach((entry, parts) -> { if (parts.containsKey("text")) texts.put(entry, parts.get("text")); });
        var pictures = photos.of(number, asSent);
        var trail = new ArrayList<Case.Entry>();
        for (var e : events.of(number.text())) {
            var isPublic = Workflow.isPublic(e.name()) && !e.fact("rung").equals(Act.Rung.REMINDER.name());
            if (!isPublic && !everything) continue;
            trail.add(entry(e, isPublic, everything, texts.getOrDefault(e.number(), ""), pictures.getOrDefault(e.number(), List.of())));
        }
        return List.copyOf(trail);
    }

    private static Case.Entry entry(Event e, boolean isPublic, boolean everything, String text, List<PhotoId> pictures) {
        return new Case.Entry(e.number(), e.name(), e.at(), Role.valueOf(e.role()), e.office() == null ? null : new OfficeCode(e.office()),
                everything && e.officer() != null ? new OfficerId(e.officer()) : null, isPublic, e.facts(), text, pictures);
    }
}

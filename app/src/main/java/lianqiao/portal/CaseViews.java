package lianqiao.portal;

import java.time.Instant;
import lianqiao.authenticity.Folds;
import lianqiao.base.Text;
import lianqiao.calendar.Deadlines;
import lianqiao.calendar.Hours;
import lianqiao.cases.Calendars;
import lianqiao.cases.Case;
import lianqiao.cases.OwnCases;
import lianqiao.insight.HotIssues;
import lianqiao.offices.Office;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.portal.Step.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a case together: where it stands, who is at it, until when, and why. Thread-safe. */
@Component
final class CaseViews {
    private final Offices offices;
    private final Routing routing;
    private final Calendars calendars;
    private final Names names;
    private final Trail trail;
    private final OwnCases ownCases;
    private final Folds folds;
    private final HotIssues issues;

    CaseViews(Offices offices, Routing routing, Calendars calendars, Names names, Trail trail, OwnCases ownCases, Folds folds, HotIssues issues) {
        this.offices = offices;
        this.routing = routing;
        this.calendars = calendars;
        this.names = names;
        this.trail = trail;
        this.ownCases = ownCases;
        this.folds = folds;
        this.issues = issues;
    }

    CaseView of(Case shown, CaseView.@Nullable Own own, Instant now) {
        var helping = shown.helping().stream().map(names::office).toList();
        return new CaseView(shown, Standing.of(shown, now), names.service(shown.service()), names.place(shown.area()), office(shown),
                helping, date(shown, now), daysLeft(shown, now), why(shown), trail.of(shown, own != null, now), trail.tombstones(shown, 1), own, ownCases.isVerified(shown.number()),
                shown.confidential() ? null : folds.foldOf(shown.number().text()).orElse(null),
                shown.confidential() ? null : issues.sharedBy(shown.number().text()).orElse(null), now);
    }

    /** As long as no office has it, the hotline does. */
    private Text office(Case shown) {
        if (shown.lead() != null) return names.office(shown.lead());
        return offices.hotline().map(Office::name).orElse(new Text("12345", "12345"));
    }

    private static Said date(Case c, Instant now) {
        if (c.state().clockRuns() || c.state().clockPaused()) return clock(c, now);
        if (c.closedAt() != null && !c.state().isOpen()) return Said.of("portal.date.closed", c.closedAt());
        return switch (c.state()) {
            case ON_BOOK -> c.revisitOn() == null ? Said.of("portal.date.none") : Said.of("portal.date.on-book", c.revisitOn());
            case JOINED -> Said.of("portal.date.joined", String.valueOf(c.joinedInto()));
            case ANSWERED, CLAIMED_DONE, CALLED_BACK, CONFIRMED, DISPUTED ->
                c.waitUntil() == null ? Said.of("portal.date.none") : Said.of("portal.date." + c.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), c.waitUntil().minusSeconds(1));
            default -> Said.of("portal.date.none");
        };
    }

    private static Said clock(Case c, Instant now) {
        var key = c.isOverdueAt(now) ? "portal.date.late" : "portal.date.due";
        return Said.of(key, c.clock().limit() instanceof Hours ? c.deadline().due() : c.deadline().lastDay());
    }

    private @Nullable Integer daysLeft(Case c, Instant now) {
        if (!c.state().clockRuns() || c.clock().limit() instanceof Hours) return null;
        return Deadlines.workingDaysLeft(c.deadline(), calendars.inUse(), now);
    }

    private @Nullable Said why(Case c) {
        var route = routing.route(c.service(), c.area());
        if (route.isEmpty()) return null;
        if (c.lead() != null && !c.lead().equals(route.get().lead())) return Said.of("portal.why.decided", names.office(c.lead()), names.office(route.get().lead()));
        var rule = route.get().why();
        var area = rule.area() == null ? names.area(c.area()) : names.area(rule.area());
        return Said.of(rule.word(), names.service(c.service()), area, names.office(route.get().lead()));
    }
}

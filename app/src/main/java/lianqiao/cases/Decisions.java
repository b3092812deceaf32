package lianqiao.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.store.Event;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an act does to a case: the events to append, or the sentence that refuses. It reads and changes
 * nothing, so that a million random histories can be played without a database.
 */
final class Decisions {
    private final List<Workflow.Step> steps;
    private final Guards guards;
    private final Facts facts;

    Decisions(Guards guards, Facts facts) {
        this(Workflow.all(), guards, facts);
    }

    /** With another step table, for tests that must see a wrong one found out. */
    Decisions(List<Workflow.Step> steps, Guards guards, Facts facts) {
        this.steps = steps;
        this.guards = guards;
        this.facts = facts;
    }

    /** What is fixed about a case and matters for what may happen to it. */
    record Fixed(CaseNumber number, String channel, @Nullable OfficeCode concerns, Set<OfficerId> named) {
        Fixed(CaseNumber number, String channel, @Nullable OfficeCode concerns) {
            this(number, channel, concerns, Set.of());
        }
    }

    /** @param other the case that is joined into, or the lead case of a joined one */
    Outcome<List<Event>> decide(Fixed fixed, Progress progress, Act act, By by, Instant now, @Nullable Progress other) {
        var step = Workflow.find(steps, progress.state, act);
        if (step.isEmpty()) return Outcome.refused("cases.refused.no-such-step");
        if (!step.get().who().contains(by.role())) return Outcome.refused("cases.refused.other-role");
        if (by.officer() != null && fixed.named().contains(by.officer())) return Outcome.refused("cases.refused.stands-aside");
        var refusal = guards.refusal(progress, act, by, now, fixed.channel(), fixed.concerns(), other);
        if (refusal != null) return Outcome.refused("cases.refused." + refusal);
        var entry = progress.events + 1;
        var added = new ArrayList<Event>();
        added.add(event(fixed.number(), entry, step.get().event(), by, facts.of(progress, step.get(), act, now, other), now));
        if (!Facts.note(act).isBlank()) added.add(event(fixed.number(), entry + 1, "NoteWritten", by, Map.of(), now));
        return Outcome.done(added);
    }

    static Event event(CaseNumber number, int entry, String name, By by, Map<String, String> facts, Instant now) {
        return new Event(number.text(), entry, name, now, by.role().name(), by.office() == null ? null : by.office().toString(),
                by.officer() == null ? null : by.officer().toString(), facts);
    }
}

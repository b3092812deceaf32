package lianqiao.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Case;
import lianqiao.cases.Measure;
import lianqiao.cases.RightsNotice;
import lianqiao.cases.Rules;
import lianqiao.cases.Workflow;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;

/**
 * What a reader may do with a case now, and in which role: never more than the step table has, and of that only what
 * is theirs and has a chance. The last word is the room of cases', when the act is tried. Stateless, thread-safe.
 */
final class Offers {
    private final Offices offices;
    private final Rules rules;

    Offers(Offices offices, Rules rules) {
        this.offices = offices;
        this.rules = rules;
    }

    /** The acts in the order of the step table, each with who would be acting. */
    Map<Class<? extends Act>, By> of(Case shown, Reader reader, Instant now) {
        var offered = new LinkedHashMap<Class<? extends Act>, By>();
        for (var step : Workflow.all()) {
            if (step.from() != shown.state() || offered.containsKey(step.act())) continue;
            actor(step, shown, reader).filter(by -> hasAChance(step.act(), by, shown, now)).ifPresent(by -> offered.put(step.act(), by));
        }
        return offered;
    }

    /** Who would be acting, if the act is offered. */
    Optional<By> of(Class<? extends Act> act, Case shown, Reader reader, Instant now) {
        return Optional.ofNullable(of(shown, reader, now).get(act));
    }

    private Optional<By> actor(Workflow.Step step, Case shown, Reader reader) {
        for (var hat : reader.hats()) {
            if (!hat.reaches(shown)) continue;
            var role = hat.roles().stream().filter(step.who()::contains).filter(r -> isTheirs(step.act(), r, hat.office(), shown)).findFirst();
            if (role.isPresent()) return Optional.of(hat.as(role.get()));
        }
        return Optional.empty();
    }

    private boolean isTheirs(Class<? extends Act> act, Role role, OfficeCode office, Case shown) {
        if (role != Role.OFFICER && role != Role.HEAD) return true;
        if (act == Act.FinishTask.class) return shown.openTasks().stream().anyMatch(task -> mayFinish(task, office, role, shown));
        if (shown.lead() == null) return false;
        if (office.equals(shown.lead())) return true;
        if (shown.helping().contains(office) && (act == Act.Report.class || act == Act.Note.class)) return true;
        return role == Role.HEAD && offices.under(office).contains(shown.lead());
    }

    /** A task is finished by the office that got it, or by the lead office that gave it. */
    static boolean mayFinish(Case.Entry task, OfficeCode office, Role role, Case shown) {
        return task.fact("office").equals(office.text()) || office.equals(shown.lead());
    }

    private boolean hasAChance(Class<? extends Act> act, By by, Case shown, Instant now) {
        boolean onlyDecide = shown.sendBacks() >= rules.sendBacksBeforeDecision();
        if (act == Act.Assign.class) return !onlyDecide;
        if (act == Act.AssignFinally.class) return !onlyDecide || by.role() == Role.SUPERVISOR;
        if (act == Act.SendBack.class) return !shown.decided();
        if (act == Act.Extend.class) return !shown.deadline().passedAt(now) && shown.extensions() < rules.mostExtensions();
        if (act == Act.DeclineNotice.class) return !shown.confidential() && shown.notices().stream().anyMatch(n -> n.standing() == RightsNotice.Standing.OPEN);
        if (act == Act.StateCounter.class) return !shown.confidential() && shown.notices().stream().anyMatch(RightsNotice::mayBeCountered);
        if (act == Act.TakeRecourse.class) return shown.awaitsRecourse(now);
        if (Act.AboutMeasures.class.isAssignableFrom(act)) return !shown.confidential() && aboutMeasures(act, by, shown, now);
        return true;
    }

    /** A second person confirms, a third decides; an appeal has its time. */
    private static boolean aboutMeasures(Class<? extends Act> act, By by, Case shown, Instant now) {
        if (act == Act.ProposeMeasure.class) return true;
        return shown.measures().stream().anyMatch(m -> {
            boolean mine = m.wasTakenBy(by.officer());
            boolean proposed = m.standing() == Measure.Standing.PROPOSED;
            if (act == Act.DropProposal.class) return proposed;
            if (act == Act.Mask.class) return proposed && !mine && m.form() == Measure.Form.MASK;
            if (act == Act.Withhold.class) return proposed && !mine && m.form() == Measure.Form.WITHHOLD;
            if (act == Act.Appeal.class) return m.standing() == Measure.Standing.IN_FORCE && (m.appealUntil() == null || now.isBefore(m.appealUntil()));
            return !mine && (act == Act.Uphold.class ? m.standing() == Measure.Standing.APPEALED : m.standing().isInForce());
        });
    }

    /** The one strong button of the case page: the next step of its life that is this reader's. */
    static Optional<Class<? extends Act>> next(Map<Class<? extends Act>, By> offered) {
        return NEXT.stream().filter(offered::containsKey).findFirst();
    }

    private static final List<Class<? extends Act>> NEXT = List.of(Act.Accept.class, Act.Assign.class, Act.AssignFinally.class,
            Act.Answer.class, Act.CloseConfirmed.class, Act.CallBack.class, Act.Verdict.class, Act.Reopen.class, Act.Revisit.class,
            Act.Supplement.class, Act.FinishTask.class, Act.Report.class);
}

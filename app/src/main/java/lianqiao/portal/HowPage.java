package lianqiao.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.cases.Rules;
import lianqiao.cases.State;
import lianqiao.cases.Workflow;
import lianqiao.offices.Ground;
import lianqiao.offices.Offices;
import lianqiao.offices.SendBackReason;
import lianqiao.portal.Step.Said;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How we work: the step table itself, the rules of time, the grounds for refusing. What stands here is what the program does. */
@Controller
public final class HowPage {
    private final Offices offices;
    private final Rules rules;

    HowPage(Offices offices, Rules rules) {
        this.offices = offices;
        this.rules = rules;
    }

    /** One public step: what may happen, who may do it, where it leads. */
    public record Row(String act, List<Role> who, State to) {}

    public record Model(Map<State, List<Row>> steps, List<Said> times, List<Ground> grounds, List<SendBackReason> reasons) {}

    @GetMapping({"/how", "/how-we-work"})
    View show() {
        return Show.page("portal/how", new Model(steps(), times(), offices.grounds().stream().filter(Ground::active).toList(),
                offices.sendBackReasons().stream().filter(SendBackReason::active).toList()));
    }

    private static Map<State, List<Row>> steps() {
        var steps = new LinkedHashMap<State, List<Row>>();
        for (var state : State.values()) steps.put(state, new ArrayList<>());
        for (var step : Workflow.all()) {
            if (step.publicly() && !Act.AboutMeasures.class.isAssignableFrom(step.act()) && !Act.AboutResident.class.isAssignableFrom(step.act())
                    && !Act.AboutNotice.class.isAssignableFrom(step.act())) steps.get(step.from()).add(new Row(step.act().getSimpleName(), step.who().stream().sorted().toList(), step.to()));
        }
        steps.values().removeIf(List::isEmpty);
        return steps;
    }

    private List<Said> times() {
        return List.of(
                Said.of("portal.how.time.start"),
                Said.of("portal.how.time.wait", rules.waitForResident().amount()),
                Said.of("portal.how.time.extend", rules.mostExtensions()),
                Said.of("portal.how.time.remind", rules.reminderWorkingDays()),
                Said.of("portal.how.time.ladder", rules.supervisorAfter(), rules.leaderAfter()),
                Said.of("portal.how.time.call-back", rules.callBackWithin().amount()),
                Said.of("portal.how.time.silence", rules.silenceAfterCallBack().amount()),
                Said.of("portal.how.time.confirmed", rules.closeConfirmedAfter().amount()),
                Said.of("portal.how.time.reopen", rules.reopenWithin().amount(), rules.reopenLimit().amount()),
                Said.of("portal.how.time.later", rules.reopenClosedFor().toDays()),
                Said.of("portal.how.time.send-back", rules.sendBacksBeforeDecision()));
    }
}

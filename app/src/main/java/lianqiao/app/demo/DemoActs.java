package lianqiao.app.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianqiao.app.demo.DemoStory.Told;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.offices.Duty;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.Offices;
import org.jspecify.annotations.Nullable;

/** Reads the acts of a story as acts of the house, and says who of the invented city's people takes them. */
final class DemoActs {
    private final Offices offices;
    private final DemoPictures pictures;
    private final DemoTimes times;
    private final Map<String, DemoLife> lives;

    DemoActs(Offices offices, DemoPictures pictures, DemoTimes times, Map<String, DemoLife> lives) {
        this.offices = offices;
        this.pictures = pictures;
        this.times = times;
        this.lives = lives;
    }

    Act act(DemoStory story, Told told, DemoLife life, Instant at) {
        var text = told.text() == null ? "" : times.dated(told.text(), story.language(), at);
        return switch (told.act()) {
            case "assign" -> new Act.Assign(lead(told), helping(told), text);
            case "assignFinally" -> new Act.AssignFinally(lead(told), helping(told), text);
            case "accept" -> new Act.Accept();
            case "sendBack" -> new Act.SendBack(said(told.reason()), text);
            case "askBack" -> new Act.AskBack(text);
            case "supplement" -> new Act.Supplement(text, List.of());
            case "extend" -> new Act.Extend(TimeLimit.parse(said(told.limit())), text);
            case "interim" -> new Act.Report(text, List.of());
            case "answer", "leaderAnswer" -> new Act.Answer(text, List.of());
            case "claimDone" -> new Act.ClaimDone(text, pictures.of(story, true, at));
            default -> ending(told, life, text, at);
        };
    }

    private Act ending(Told told, DemoLife life, String text, Instant at) {
        return switch (told.act()) {
            case "callBack" -> new Act.CallBack("phone".equals(told.how()) ? Act.CallBack.How.PHONE : Act.CallBack.How.MESSAGE, "");
            case "verdict" -> new Act.Verdict(Act.Solved.valueOf(said(told.solved())), told.attitude(), told.speed(), text);
            case "reopen" -> new Act.Reopen(text);
            case "escalate" -> new Act.Escalate(Act.Level.valueOf(said(told.to())), text);
            case "putOnBook" -> new Act.PutOnBook(at.atZone(times.zone()).toLocalDate().plusDays(told.revisitAfter()), text);
            case "refuse" -> new Act.Refuse(said(told.ground()), text);
            case "join" -> new Act.Join(Objects.requireNonNull(lives.get(said(told.into()))).number);
            case "close" -> new Act.CloseConfirmed(life.verdict);
            default -> DemoMeasures.act(told, life, text);
        };
    }

    private static OfficeCode lead(Told told) {
        return new OfficeCode(said(told.office()));
    }

    private static List<OfficeCode> helping(Told told) {
        return told.co() == null ? List.of() : told.co().stream().map(OfficeCode::new).toList();
    }

    static String said(@Nullable String part) {
        return Objects.requireNonNull(part, "the act lacks a part");
    }

    By by(Told told, DemoLife life) {
        return switch (told.act()) {
            case "assign", "join", "reopen" -> anyone(Duty.DISPATCHER, Role.DISPATCHER);
            case "assignFinally", "escalate" -> anyone(Duty.SUPERVISOR, Role.SUPERVISOR);
            case "askBack" -> life.accepted ? officer(life) : anyone(Duty.DISPATCHER, Role.DISPATCHER);
            case "refuse" -> life.accepted ? head(life) : anyone(Duty.DISPATCHER, Role.DISPATCHER);
            case "putOnBook" -> head(life);
            case "callBack", "close", "proposeMeasure" -> operator();
            case "takeMeasure" -> anyone(Duty.SUPERVISOR, Role.SUPERVISOR);
            case "leaderAnswer", "upholdMeasure", "restore" -> anyone(Duty.LEADER, Role.LEADER);
            case "supplement", "appeal" -> By.resident();
            case "verdict" -> life.byPhone ? operator() : By.resident();
            default -> officer(life);
        };
    }

    By operator() {
        return anyone(Duty.OPERATOR, Role.OPERATOR);
    }

    By head(DemoLife life) {
        var office = Objects.requireNonNull(life.lead);
        return acting(Role.HEAD, offices.headOf(office).orElseThrow());
    }

    private By officer(DemoLife life) {
        var office = Objects.requireNonNull(life.lead);
        return acting(Role.OFFICER, offices.officersOf(office).stream().filter(o -> o.has(Duty.OFFICER)).findFirst().orElseThrow());
    }

    private By anyone(Duty duty, Role role) {
        return acting(role, offices.officers().stream().filter(o -> o.has(duty)).findFirst().orElseThrow());
    }

    private static By acting(Role role, Officer officer) {
        return By.officer(role, officer.office(), officer.id());
    }
}
